"""What the page and the form of an entry say; places that age."""

import datetime as dt

import pytest

from core import clock
from network.models import ResponsibilityRule, Service
from network.search.index import index
from tests.factories import AreaFactory, ServiceFactory

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Nachtcafé",
    "type": "contact",
    "description": "Ein warmer Raum.",
    "plain_text": "Hier ist es warm.",
    "easy_text": "Kommen Sie herein.",
    "target_groups": "Alle",
    "age_from": "16",
    "age_to": "27",
    "cost": "free",
    "bring_along": "Eine Tasse",
    "answers": "Der Nachtdienst",
    "walk_in": "true",
    "by_appointment": "false",
    "outreach": "true",
    "without_referral": "true",
    "without_insurance": "true",
    "anonymous": "true",
    "hours_text": "Fr und Sa 20-24 Uhr",
    "street": "Gasse 1",
    "postcode": "50931",
    "town": "Köln",
    "in_crisis_view": "on",
    "takes_intoxicated": "true",
    "with_child": "false",
    "beds": "12",
    "last_admission": "23:30",
    "capacity": "talk_first",
}
SHOWN = (
    "Ein warmer Raum.", "Hier ist es warm.", "Kommen Sie herein.", "16 bis 27 Jahre", "kostenlos",
    "Eine Tasse", "Der Nachtdienst", "hingehen ohne Termin", "mit Termin: nein",
    "kommt nach Hause", "ohne Überweisung", "ohne Versicherung", "ohne Namen möglich",
    "Fr und Sa 20-24 Uhr", "Fr–Sa 20:00–24:00 Uhr", "Gasse 1", "Auch bei Alkohol oder Drogen",
    "12", "23:30 Uhr", "erst ein Gespräch", "Sozialdienst, die Einrichtung selbst", "geprüft",
)  # fmt: skip


def text_of(response):
    return response.content.decode()


@pytest.fixture
def entry(people):
    return ServiceFactory(facility=people.clinic, slug="unser")


@pytest.fixture
def owner(people, sign_in):
    return sign_in(people.org_admin, people.clinic)


def test_the_page_shows_all_that_the_form_takes(owner, entry):
    saved = owner.post("/verwaltung/eintraege/unser/speichern/", TYPED)

    assert saved.status_code == 302
    page = text_of(owner.get("/verzeichnis/unser/"))
    assert not [words for words in SHOWN if words not in page]
    form = text_of(owner.get("/verwaltung/eintraege/unser/bearbeiten/"))
    assert not [name for name in TYPED if f'name="{name}"' not in form]
    assert 'value="23:30"' in form


def test_what_is_not_known_is_said_to_be_so_and_is_no_no(client, entry):
    Service.objects.update(in_crisis_view=True)

    page = text_of(client.get("/verzeichnis/unser/"))

    assert page.count("nicht bekannt") >= 18
    assert ": nein" not in page


def test_who_is_responsible_for_an_entry_is_named(client, people):
    ServiceFactory(facility=None, slug="frei", region=people.office.organisation.region)

    assert "die Koordination, Kreis Auental" in text_of(client.get("/verzeichnis/frei/"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("age_from", "-1"),
        ("age_to", "200"),
        ("age_from", "30"),
        ("beds", "viele"),
        ("last_admission", "25:00"),
        ("cost", "umsonst"),
        ("walk_in", "vielleicht"),
        ("easy_text", "\0"),
        ("plain_text", "x" * 2001),
    ],
)
def test_a_wrong_field_gets_a_sentence_and_changes_nothing(owner, entry, field, value):
    answer = owner.post("/verwaltung/eintraege/unser/speichern/", {**TYPED, field: value})

    assert answer.status_code == 200
    assert Service.objects.get().name != "Nachtcafé"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (1, "freie Plätze, Stand"),
        (71, "freie Plätze, Stand"),
        (73, "veraltet"),
        (14 * 24 - 1, "veraltet"),
        (14 * 24 + 1, None),
    ],
)
def test_a_word_about_places_ages(client, entry, hours, said):
    Service.objects.update(capacity="free", capacity_at=clock.now() - dt.timedelta(hours=hours))
    index(Service.objects.all())

    for page in (text_of(client.get("/verzeichnis/unser/")), text_of(client.get("/verzeichnis/"))):
        if said is None:
            assert "freie Plätze, Stand" not in page
        else:
            assert said in page
            assert ("veraltet" in page) == (said == "veraltet")


def test_the_moment_of_the_capacity_changes_with_it_alone(owner, entry):
    long_ago = clock.now() - dt.timedelta(days=9)
    Service.objects.update(capacity="free", capacity_at=long_ago)

    owner.post("/verwaltung/eintraege/unser/speichern/", {**TYPED, "capacity": "free"})
    assert Service.objects.get().capacity_at == long_ago

    owner.post("/verwaltung/eintraege/unser/speichern/", {**TYPED, "capacity": "full"})
    assert clock.now() - Service.objects.get().capacity_at < dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("kind", "said", "public"),
    [
        ("womens_shelter", "", False),
        ("womens_shelter", "true", True),
        ("shelter", "", True),
        ("contact", "false", False),
    ],
)
def test_the_address_of_a_womens_shelter_is_hidden_unless_somebody_says_otherwise(
    owner, kind, said, public
):
    owner.post("/verwaltung/eintraege/anlegen/", {**TYPED, "type": kind, "address_public": said})

    assert Service.objects.get().address_public is public


@pytest.mark.parametrize(("ruled", "times"), [(False, 1), (True, 0)])
def test_an_unsaid_catchment_is_left_out_beside_the_rules_of_the_entry(client, entry, ruled, times):
    if ruled:
        area = AreaFactory(region=entry.region, name="Süd")
        ResponsibilityRule.objects.create(region=entry.region, area=area, service=entry)

    said = text_of(client.get("/verzeichnis/unser/"))

    assert ("<h2>Zuständigkeit</h2>" in said) is ruled
    assert said.count("<dt>Zuständig für</dt>") == times
