"""Asking who is responsible leaves no trace; the coordination keeps the rules."""

import datetime as dt
import logging
import re
from importlib import import_module

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import AuditEntry
from network.models import ResponsibilityRule
from network.services.rules import add_rule, change_rule
from tests.factories import (
    AreaFactory,
    FacilityFactory,
    OrganisationFactory,
    RegionFactory,
    ServiceFactory,
)
from tests.people import acting, member

pytestmark = pytest.mark.django_db
SEARCH = 'SELECT 1 FROM "{}" t WHERE t::text ILIKE %s LIMIT 1'
STREET = "Verraeterische Gasse"
TUESDAY_NOON = dt.datetime(2026, 11, 24, 11, 0, tzinfo=dt.UTC)
ASKED = {"/krise/suche/": {"ort": f"{STREET} 7, 59101"}}
ASKED["/zustaendig/antwort/"] = {"ort": "59101", "strasse": f"{STREET} 7"}


@pytest.fixture
def region():
    region = RegionFactory()
    south = AreaFactory(region=region, name="Süd", slug="sued", postcodes=["59101"])
    ResponsibilityRule.objects.create(
        region=region,
        area=south,
        kind="court",
        office="Amtsgericht Süd",
        phone="030 23125-195",
        legal_basis="§ 272 FamFG",
        hours="spans",
        hours_text="täglich 6-21 Uhr",
        source="Gerichtstafel",
    )
    return region


def stored(word):
    """The tables of the database in which ``word`` stands anywhere."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(SEARCH.format(table), [word])
            found += [table] if cursor.fetchone() else []
    return found


@pytest.mark.parametrize("path", ASKED)
@pytest.mark.parametrize("who", ["", "social_worker"])
def test_a_street_that_was_asked_for_is_neither_logged_nor_stored_nor_in_a_statement(
    client, region, people, sign_in, caplog, capfd, path, who
):
    if who:
        sign_in(getattr(people, who))
    with (
        caplog.at_level(logging.DEBUG),
        CaptureQueriesContext(
            connection,
        ) as statements,
    ):
        answer = client.post(path, ASKED[path])

    page = answer.content.decode()
    assert answer.status_code == 200
    assert STREET in page, "the page itself gives it back"
    assert STREET not in "".join(statement["sql"] for statement in statements)
    assert STREET not in caplog.text
    assert STREET not in "".join(capfd.readouterr())
    assert stored(f"%{STREET}%") == []
    assert "Location" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_search_for_traces_finds_what_is_stored(region):
    assert stored("%Gerichtstafel%") == ["network_responsibilityrule"]


@pytest.mark.parametrize("path", ASKED)
def test_the_question_never_stands_in_an_address(client, region, path):
    page = client.get(path.replace("suche/", "").replace("antwort/", "")).content.decode()

    assert f'method="post" action="{path}"' in page
    assert client.get(path).status_code == 405


def answer(client, **asked):
    with time_machine.travel(TUESDAY_NOON, tick=False):
        return client.post("/zustaendig/antwort/", asked).content.decode()


def test_the_answer_says_who_and_why(client, region):
    page = answer(client, ort="59101", wofuer="court")

    assert "Amtsgericht Süd" in page
    assert 'href="tel:+493023125195"' in page
    assert (
        "zuständig für Süd, § 272 FamFG, nach dem Wohnort, täglich 6-21 Uhr, Quelle: Gerichtstafel"
    ) in page
    assert "nicht eindeutig" not in page
    assert "Di 24.11.2026, 12:00 Uhr" in page


def test_another_hour_gets_another_answer(client, region):
    assert "Amtsgericht" in answer(client, ort="59101", wofuer="court", tag="25.12.2026")
    night = answer(client, ort="59101", wofuer="court", tag="25.12.2026", uhrzeit="23:00")
    assert "steht keine Zuständigkeit im Verzeichnis" not in night
    late = night.split("Zuständig, aber zu dieser Zeit nicht im Dienst")[1]
    assert "Amtsgericht Süd" in late
    assert "täglich 6-21 Uhr" in late


def test_whom_nobody_entered_is_told_as_not_entered(client, region):
    night = answer(client, ort="59101", wofuer="spdi", uhrzeit="23:00")

    assert "steht keine Zuständigkeit im Verzeichnis" in night
    assert "nicht im Dienst" not in night


@pytest.mark.parametrize("path", ASKED)
def test_a_street_alone_is_asked_for_its_town(client, region, path):
    page = client.post(path, {"ort": "Gerberstraße 14"}).content.decode()

    assert "In welchem Ort? Bitte Postleitzahl oder Ort dazu." in page
    assert "steht keine Zuständigkeit im Verzeichnis" not in page
    whole = client.post(path, {"ort": "Gerberstraße 14, 59101"}).content.decode()
    assert "In welchem Ort?" not in whole


def test_one_can_ask_for_everything_once(client, region):
    page = client.get("/zustaendig/").content.decode()

    offered = re.findall(r'<option value="(\w+)"', page)
    assert "womens_shelter" in offered
    assert page.count("Notschlafstelle") == 1
    assert len(offered) == len(set(offered))


def test_a_rule_for_the_former_kind_of_night_shelter_is_carried_over(region):
    office = {"kind": "night_shelter", "office": "Wohnungsamt"}
    rule = ResponsibilityRule.objects.create(region=region, **office)

    with connection.cursor() as cursor:
        cursor.execute(import_module("network.migrations.0014_one_night_shelter").ONE_NAME)

    rule.refresh_from_db()
    assert rule.kind_name == "Notunterkunft und Notschlafstelle"


def test_the_question_says_what_an_empty_hour_means(client, region):
    page = client.get("/zustaendig/").content.decode()

    assert "Leer heißt: heute." in page
    assert "Leer heißt: jetzt; an einem genannten Tag 12 Uhr." in page


@pytest.mark.parametrize(
    "wrong", [{"ort": ""}, {"alter": "alt"}, {"tag": "31.02.2026"}, {"uhrzeit": "25:00"}]
)
def test_a_wrong_field_is_named_and_nothing_typed_is_lost(client, region, wrong):
    page = answer(client, **{"ort": "59101", "strasse": STREET, **wrong})

    assert "Bitte prüfen Sie eine Angabe" in page
    assert STREET in page


def values(**changed):
    return {
        "kind": "court",
        "office": "Amtsgericht Nord",
        "criterion": "current_stay",
        "street": "Bergstraße",
        "house_from": "1",
        "house_to": "12a",
        "house_side": "odd",
        **changed,
    }


def test_the_coordination_adds_and_changes_a_rule_with_a_trace(client, people, region, sign_in):
    sign_in(people.coordinator)

    assert client.post("/verwaltung/zustaendigkeiten/anlegen/", values()).status_code == 302

    rule = ResponsibilityRule.objects.get(office="Amtsgericht Nord")
    assert rule.where == "Bergstraße 1–12a (nur ungerade)"
    assert AuditEntry.objects.filter(deed="rule.added", object_id=rule.pk).count() == 1

    path = f"/verwaltung/zustaendigkeiten/{rule.pk}/speichern/"
    sent = values(office="Amtsgericht Nordost", version=1)
    assert client.post(path, sent).status_code == 302
    assert client.post(path, values(office="Zu spät", version=1)).status_code == 409

    rule.refresh_from_db()
    assert (rule.office, rule.version) == ("Amtsgericht Nordost", 2)
    assert AuditEntry.objects.filter(deed="rule.changed", object_id=rule.pk).count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"office": ""}, "Wählen Sie ein Angebot oder nennen Sie die Stelle."),
        ({"house_to": "links"}, "Eine Hausnummer ist eine Zahl, auch mit Buchstabe: 12a."),
        ({"street": ""}, "Zu einer Hausnummer gehört die Straße."),
        ({"postcode": "591"}, "Eine Postleitzahl hat fünf Ziffern."),
        ({"age_from": "18", "age_to": "17"}, "Das Ende liegt vor dem Anfang."),
        ({"valid_from": "02.01.2026", "valid_until": "01.01.2026"}, "Das Ende liegt vor dem"),
        ({"hours": "spans"}, "Nennen Sie die Zeiten"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_with_a_sentence(
    client, people, region, sign_in, wrong, sentence
):
    sign_in(people.coordinator)

    page = client.post("/verwaltung/zustaendigkeiten/anlegen/", values(**wrong)).content.decode()

    assert sentence in page
    assert not ResponsibilityRule.objects.filter(kind="court", criterion="current_stay").exists()


def test_a_rule_of_another_region_is_not_there(client, people, sign_in):
    other = RegionFactory(name="Anderswo", slug="anderswo")
    foreign = ResponsibilityRule.objects.create(region=other, office="Fremd", kind="court")
    sign_in(people.coordinator)

    assert client.get(f"/verwaltung/zustaendigkeiten/{foreign.pk}/").status_code == 404


def test_nobody_else_writes_a_rule(people, region):
    rule = ResponsibilityRule.objects.get()
    organisation = OrganisationFactory(region=RegionFactory(name="Anderswo", slug="anderswo"))
    office = FacilityFactory(kind="coordination", organisation=organisation)
    by = [
        acting(member(office, "coordination", "Ada Anderswo"), office),
        acting(people.org_admin, people.clinic),
        acting(people.intake, people.provider),
    ]

    for stranger in by:
        with pytest.raises(PermissionDenied):
            add_rule(region=region, values={"office": "Fremd", "kind": "court"}, by=stranger)
        with pytest.raises(PermissionDenied):
            change_rule(rule=rule, values={"office": "Fremd"}, version="1", by=stranger)
    assert [row.office for row in ResponsibilityRule.objects.all()] == ["Amtsgericht Süd"]


def test_a_missing_number_is_shown_as_missing_and_told_to_the_coordination(
    client, people, region, sign_in
):
    public = client.get("/krise/").content.decode()
    assert public.count("noch nicht hinterlegt") == 8
    assert "Dolmetschen" in public

    sign_in(people.coordinator)
    page = client.get("/verwaltung/eintraege/pruefen/").content.decode()

    gaps = page.split("Auf der Krisenseite fehlen Nummern:")[1].split("</p>")[0]
    assert "Dolmetschen" in gaps
    assert "Betreuungsgericht" not in gaps
    assert "Giftnotruf" not in gaps


def test_a_draft_is_responsible_for_nothing(client, region):
    draft = ServiceFactory(region=region, name="Entwurf", slug="e", state="draft", facility=None)
    ResponsibilityRule.objects.create(region=region, service=draft, kind="spdi")

    assert "Entwurf" not in answer(client, ort="59101")
