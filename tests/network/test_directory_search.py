"""What people type, and what they should find; every query an everyday one."""

import pytest

from network.directory import Ask, page_of, search
from network.models import Service
from network.search.index import index
from tests.factories import RegionFactory, ServiceFactory

KIND = Service.Type
ENTRIES = [
    (
        "bewo",
        KIND.BEWO,
        "Betreutes Wohnen Süd",
        "Hilfe in der eigenen Wohnung, wir kommen zu Ihnen",
    ),
    ("wohnheim", KIND.HOUSING, "Wohnverbund Altmoor", "Übergangswohnheim mit Nachtbereitschaft"),
    ("spdi", KIND.SPDI, "Sozialpsychiatrischer Dienst Team Nord", "Beratung, Hausbesuche"),
    ("pia", KIND.PIA, "Institutsambulanz am Weidendamm", "Ärztliche Behandlung, Medikamente"),
    ("krise", KIND.CRISIS, "Krisendienst Auental", "Telefon und Gespräch, rund um die Uhr"),
    ("notfall", KIND.EMERGENCY, "Psychiatrische Notfallambulanz", "Tag und Nacht"),
    ("sucht", KIND.ADDICTION, "Suchtberatung Lindenbrück", "Alkohol, Drogen, Glücksspiel"),
    ("tages", KIND.DAY_CENTRE, "Tagesstätte Gerberstraße", "Treffpunkt, Kochen, Gemeinschaft"),
    ("klinik", KIND.DAY_CLINIC, "Tagesklinik Seefurt", "Behandlung am Tag, Depression und Angst"),
    ("app", KIND.APP, "Pflegedienst Lotse", "Häusliche psychiatrische Krankenpflege"),
    ("sozio", KIND.SOCIOTHERAPY, "Praxis Wegweiser", "Begleitung nach der Entlassung"),
    ("staeb", KIND.STAEB, "Behandlung daheim", "Das Team der Klinik kommt täglich"),
    ("eutb", KIND.EUTB, "Beratungsstelle Selbstbestimmt", "Hilfe beim Antrag"),
    ("arbeit", KIND.WORK, "Zuverdienst und Arbeit", "Jobcoaching, Praktika, Werkstatt"),
    ("selbst", KIND.SELF_HELP, "Selbsthilfekontaktstelle", "Gruppen zu Depression und Angst"),
    ("peer", KIND.PEER, "EX-IN Auental", "Genesungsbegleitung von Erfahrenen"),
    ("schlaf", KIND.SHELTER, "Notübernachtung Hafen", "Bett, Dusche, warme Mahlzeit"),
    ("frauen", KIND.SHELTER, "Frauenhaus Kreis Auental", "Schutz bei Gewalt, mit Kindern"),
    ("klage", KIND.COMPLAINTS, "Beschwerdestelle Psychiatrie", "unabhängig und vertraulich"),
    ("angeh", KIND.CONTACT, "Angehörigengruppe Brücke", "für Familien und Freunde"),
]

QUERIES = [
    ("BeWo", "bewo"),
    ("betreutes wohnen", "bewo"),
    ("Betreutes Einzelwohnen", "bewo"),
    ("Wohnheim", "wohnheim"),
    ("übergangswohnheime", "wohnheim"),
    ("uebergangswohnheim", "wohnheim"),
    ("SpDi", "spdi"),
    ("SpD", "spdi"),
    ("sozialpsychiatrische Dienste", "spdi"),
    ("sozial psychiatrischer dienst", "spdi"),
    ("PIA", "pia"),
    ("Institutsambulanzen", "pia"),
    ("Arzt", "pia"),
    ("tabletten", "pia"),
    ("wo kann ich nachts reden", "krise"),
    ("krisendinst", "krise"),
    ("Krisentelefon", "krise"),
    ("ich will nicht mehr leben", "krise"),
    ("Notaufnahme", "notfall"),
    ("notfallambulans", "notfall"),
    ("Sucht", "sucht"),
    ("Suchtberatnug", "sucht"),
    ("drogenberatung", "sucht"),
    ("trinken", "sucht"),
    ("ich trinke zu viel Alkohol", "sucht"),
    ("Tagesstaette", "tages"),
    ("tagestätte", "tages"),
    ("treffpunkt", "tages"),
    ("einsam", "tages"),
    ("tagesklinik", "klinik"),
    ("depresion", "klinik"),
    ("APP", "app"),
    ("psychiatrische Pflege zu Hause", "app"),
    ("Soziotherapie", "sozio"),
    ("StäB", "staeb"),
    ("staeb", "staeb"),
    ("stationsäquivalente Behandlung", "staeb"),
    ("EUTB", "eutb"),
    ("Teilhabeberatung", "eutb"),
    ("IPS", "arbeit"),
    ("Job", "arbeit"),
    ("Selbsthilfegruppe", "selbst"),
    ("Genesungsbegleiter:innen", "peer"),
    ("peer", "peer"),
    ("Schlafplatz", "schlaf"),
    ("obdachlos", "schlaf"),
    ("notuebernachtung", "schlaf"),
    ("Frauenhaus", "frauen"),
    ("gewalt", "frauen"),
    ("mit Kind", "frauen"),
    ("sich beschweren", "klage"),
    ("Angehörige", "angeh"),
    ("Mutter von Betroffenem", "angeh"),
    ("auental krise", "krise"),
]


@pytest.fixture
def region(db):
    return RegionFactory()


@pytest.fixture
def directory(region):
    services = [
        ServiceFactory(
            region=region, slug=slug, type=kind, name=name, description=text, facility=None
        )
        for slug, kind, name, text in ENTRIES
    ]
    index(services)
    return region


def slugs(region, text="", **ask):
    return [each.slug for each in page_of(search(region, Ask(text=text, **ask)))]


def test_everyday_words_find_their_entry_among_the_first_five(directory):
    missed = [(typed, slug) for typed, slug in QUERIES if slug not in slugs(directory, typed)[:5]]

    assert not missed


def test_an_attack_finds_nothing_and_breaks_nothing(directory):
    for typed in ("\0", "%", "_", "' OR 1=1 --", "'; DROP TABLE a; --", "\\", "(((", "!&|:*<->"):
        assert len(slugs(directory, typed)) < 2
        assert len(slugs(directory)) == 20


def test_ten_thousand_letters_are_answered(directory):
    assert slugs(directory, "x" * 10_000) == []
    assert slugs(directory, "krise " * 2_000)[0] == "krise"


def test_no_words_show_everything_by_name(directory):
    found = page_of(search(directory, Ask()))

    assert [each.name for each in found] == sorted(each.name for each in found)


def test_words_that_nobody_has_find_nothing(directory):
    assert slugs(directory, "Quantenphysik") == []


def test_an_unpublished_entry_is_not_found(directory):
    Service.objects.filter(slug="krise").update(state="draft")

    assert "krise" not in slugs(directory, "Krisendienst")


def test_another_region_is_not_searched(directory):
    assert slugs(RegionFactory(name="Anderswo", slug="anderswo"), "Krisendienst") == []


def test_the_place_of_a_shelter_cannot_be_found_out(region):
    hidden = ServiceFactory(
        region=region,
        name="Schutzwohnung",
        street="Geheime Gasse 3",
        district="Lindenbrück",
        town="Seefurt",
        postcode="50931",
        address_public=False,
    )
    index([hidden])

    for words in ("Geheime Gasse", "Lindenbrück", "Seefurt", "50931"):
        assert slugs(region, words) == []
        assert slugs(region, place=words) == []
    assert not search(region, Ask()).counts["bezirk"]


def test_ticks_narrow_and_counts_say_how_far(region):
    ServiceFactory(region=region, slug="a", type=KIND.BEWO, barrier_free=True, walk_in=True)
    ServiceFactory(region=region, slug="b", type=KIND.BEWO, barrier_free=False)
    ServiceFactory(region=region, slug="c", type=KIND.PIA, target_groups="Frauen, Männer")
    index(Service.objects.all())

    assert slugs(region, ticks={"art": frozenset({"bewo"})}) == ["a", "b"]
    assert slugs(region, ticks={"gut": frozenset({"barrier_free"})}) == ["a"]
    assert slugs(region, ticks={"wer": frozenset({"women"})}) == ["c"]
    found = search(region, Ask(ticks={"art": frozenset({"pia"})}))
    assert found.counts["art"] == {"bewo": 2, "pia": 1}
    assert found.counts["gut"] == {"takes_requests": 1}


def test_a_place_is_found_with_and_without_umlauts(region):
    here = ServiceFactory(region=region, slug="hier", district="Neukölln", town="Berlin")
    index([here])

    for place in ("Neukölln", "neukoelln", "Neukoln", "Neuköln"):
        assert slugs(region, place=place) == ["hier"]


def test_a_postcode_finds_its_place_and_not_the_next_one(region):
    here, beside = (
        ServiceFactory(region=region, slug=slug, town="Lindenbrück", postcode=postcode)
        for slug, postcode in (("hier", "59101"), ("daneben", "59102"))
    )
    index([here, beside])

    assert slugs(region, place="59101") == ["hier"]
    assert slugs(region, place="59101 Lindenbrück") == ["hier"]
    assert slugs(region, place="59103") == []


def test_pages_follow_each_other_up_to_two_hundred(region):
    Service.objects.bulk_create(ServiceFactory.build_batch(230, region=region, facility=None))

    first = search(region, Ask())
    last = search(region, Ask(start=180))

    assert (first.total, len(first.ids), first.next_start) == (230, 20, 20)
    assert (len(last.ids), last.next_start) == (20, None)


@pytest.mark.parametrize("rows", [1, 50])
def test_a_search_costs_the_same_for_one_entry_and_for_fifty(
    region, rows, django_assert_num_queries
):
    index(ServiceFactory.create_batch(rows, region=region, name="Krisendienst"))

    with django_assert_num_queries(4):
        found = search(region, Ask(text="Krisendienst", place=""))
        assert page_of(found)
        search(region, Ask())
