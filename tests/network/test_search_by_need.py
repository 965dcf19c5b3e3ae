"""What somebody in need types: when, how badly, without what, with whom."""

import pytest

from network.directory import Ask, page_of, search
from network.models import Service
from network.search.index import index
from network.search.text import stems
from tests.factories import RegionFactory, ServiceFactory

KIND = Service.Type


@pytest.fixture
def region(db):
    return RegionFactory()


def listed(region, *entries):
    index([ServiceFactory(region=region, slug=slug, **facts) for slug, facts in entries])


def slugs(region, text):
    return [each.slug for each in page_of(search(region, Ask(text=text)))]


@pytest.mark.parametrize("typed", ["nachts", "Nacht", "Hilfe", "nachts Hilfe", "am Samstag"])
def test_who_is_there_for_it_stands_before_who_has_the_word_in_the_name(region, typed):
    listed(
        region,
        ("heim", {"type": KIND.HOUSING, "name": "Haus Hilfe: Nacht, Samstag, Nacht"}),
        ("krise", {"type": KIND.CRISIS, "name": "Krisendienst Auental"}),
    )

    assert slugs(region, typed) == ["krise", "heim"]


def test_a_topic_still_stands_first_where_it_is_in_the_name(region):
    listed(
        region,
        ("pia", {"type": KIND.PIA, "name": "Institutsambulanz"}),
        ("gruppe", {"type": KIND.SELF_HELP, "name": "Gruppe Depression"}),
    )

    assert slugs(region, "Depression") == ["gruppe", "pia"]


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("Depresion", "pia"),
        ("depresiv", "pia"),
        ("Schitzophrenie", "pia"),
        ("bullimie", "pia"),
        ("demens", "alt"),
    ],
)
def test_a_typing_error_in_a_word_that_only_the_glossary_knows_is_mended(region, typed, entry):
    listed(
        region,
        ("pia", {"type": KIND.PIA, "name": "Institutsambulanz"}),
        ("alt", {"type": KIND.SPDI, "name": "Sozialpsychiatrischer Dienst"}),
    )

    assert slugs(region, typed) == [entry]


def test_a_word_of_the_glossary_is_no_typing_error_of_another(region):
    listed(
        region,
        ("bewo", {"type": KIND.BEWO, "name": "Betreutes Wohnen"}),
        ("pia", {"type": KIND.PIA, "name": "Institutsambulanz"}),
    )

    assert slugs(region, "Wahn") == ["pia"]


def test_none_of_a_thing_is_without_it(region):
    listed(
        region,
        ("schlaf", {"type": KIND.SHELTER, "name": "Notschlafstelle"}),
        ("bewo", {"type": KIND.BEWO, "name": "Betreutes Wohnen"}),
    )

    assert slugs(region, "keine Wohnung")[0] == "schlaf"
    assert stems("Keinen Termin") == stems("ohne Termin")


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        ("kostenlos", {"cost": Service.Cost.FREE}),
        ("umsonst", {"cost": Service.Cost.FREE}),
        ("mit Hund", {"with_dog": True}),
        ("Haustier", {"with_dog": True}),
        ("nur Frauen", {"women_only": True}),
        ("keine Überweisung", {"without_referral": True}),
    ],
)
def test_what_an_entry_says_yes_to_is_found_by_its_word(region, typed, facts):
    common = {"name": "Treff", "type": KIND.CONTACT, "access": "", "conditions": ""}
    listed(region, ("ja", common | facts), ("unbekannt", common))

    assert slugs(region, typed) == ["ja"]
