"""The emergency view at night, at the weekend and on a holiday."""

import datetime as dt

import pytest
import time_machine

from network.models import OpeningSpan, Phone, ResponsibilityRule, Service
from network.responsibility.urgency import FIRST
from tests.factories import AreaFactory, RegionFactory, ServiceFactory
from tests.network.emergency import (
    CHRISTMAS_NOON,
    TUESDAY_NIGHT,
    helper,
    look,
    section,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return RegionFactory(coordination_phone="030 23125-199")


def test_a_number_without_its_area_code_is_dialled_with_it(client, region):
    service = helper(region, "Nachtdienst", "rund um die Uhr")
    service.phones.update(raw="23125-100", dial="+493023125100")

    page = look(client)

    assert '<a class="bigtel" href="tel:+493023125100">' in page
    assert "23125-100</a>" in page


def test_a_night_service_is_open_until_the_next_morning(client, region):
    helper(region, "Nachtdienst", "täglich 20:00-08:30 Uhr")

    now = section(look(client), "Jetzt erreichbar")

    assert "Nachtdienst" in now
    assert "offen bis 8:30 Uhr des folgenden Tages" in now
    assert 'href="tel:+493023125100"' in now


def test_who_is_closed_now_stands_under_its_next_opening(client, region):
    helper(region, "Tagdienst", "Mo-Fr 8-16 Uhr")

    page = look(client)

    assert "Tagdienst" not in section(page, "Jetzt erreichbar")
    assert "morgen 8:00–16:00 Uhr" in section(page, "Öffnet in den nächsten 24 Stunden")


def test_a_holiday_that_the_hours_leave_out_is_never_guessed(client, region):
    helper(region, "Tagdienst", "Mo-Fr 8-16 Uhr")

    page = look(client, at=CHRISTMAS_NOON)

    assert "Tagdienst" not in section(page, "Jetzt erreichbar")
    assert "Zeiten heute nicht bekannt" in section(page, "Zeiten nicht bekannt, bitte anrufen")


def test_hours_nobody_could_read_stand_as_they_were_written(client, region):
    helper(region, "Stelle", "nach Absprache, auch abends")

    page = look(client)

    assert "nach Absprache, auch abends" in section(page, "Zeiten nicht bekannt, bitte anrufen")


def test_nobody_open_says_so_and_112_stands_above_all(client, region):
    page = look(client)

    assert "Gerade ist hier niemand aus dem Verzeichnis sicher erreichbar." in page
    assert page.index('href="tel:112"') < page.index("Jetzt erreichbar")


def test_remarks_are_for_members_only(client, region, people, sign_in):
    helper(region, "Nachtdienst", "rund um die Uhr", internal_remark="Ruft erst beim Pförtner an")

    assert "Pförtner" not in look(client)
    with time_machine.travel(TUESDAY_NIGHT):
        sign_in(people.night_doctor)
    assert "Pförtner" in look(client)


def test_who_is_open_stands_in_the_same_order_of_urgency_as_the_responsible(client, region):
    kinds = [kind for kind in FIRST if kind in Service.Type]
    for number, kind in enumerate(reversed(kinds)):
        helper(region, f"Angebot{number}", "rund um die Uhr", type=kind)

    now = section(look(client), "Jetzt erreichbar")

    found = [now.index(f"Angebot{number}</a>") for number in reversed(range(len(kinds)))]
    assert len(found) > 3
    assert found == sorted(found)


def test_a_language_leaves_out_only_who_names_others(client, region):
    helper(region, "Nennt", "rund um die Uhr", languages="Deutsch, Arabisch")
    helper(region, "Schweigt", "rund um die Uhr", languages="")
    helper(region, "Dolmetscht", "rund um die Uhr", languages="Türkisch", without_german=True)
    helper(region, "Anders", "rund um die Uhr", languages="Deutsch", without_german=None)

    now = section(look(client, sprache="arabisch"), "Jetzt erreichbar")

    assert "Nennt" in now
    assert "Schweigt" in now
    assert "Dolmetscht" in now
    assert "Anders" not in now


def test_unknown_is_not_no_when_a_way_is_wished(client, region):
    helper(region, "Sicher", "rund um die Uhr", walk_in=True)
    helper(region, "Offen", "rund um die Uhr", walk_in=None)
    helper(region, "Nie", "rund um die Uhr", walk_in=False)

    now = section(look(client, wie="walk_in"), "Jetzt erreichbar")

    assert "Sicher" in now
    assert "Offen" in now
    assert "Nie" not in now


def test_a_hidden_shelter_gives_its_number_and_not_its_place(client, region, people, sign_in):
    helper(
        region,
        "Frauenhaus",
        "rund um die Uhr",
        address_public=False,
        street="Geheime Gasse 3",
        district="Lindenbrück",
    )
    with time_machine.travel(TUESDAY_NIGHT):
        sign_in(people.night_doctor)

    page = look(client)

    assert "Henrike Brandt" in page
    assert "030 23125-100" in page
    assert "Geheime" not in page
    assert "Lindenbrück" not in page


@pytest.mark.parametrize(
    "query",
    [
        {"ort": "\0"},
        {"ort": "9" * 199},
        {"wie": "__class__"},
        {"sprache": "%" * 9999},
        {"alter": "x"},
        {"alter": "-1"},
        {"bezirk": "%"},
        {"region": "\0"},
    ],
)
def test_wild_parameters_get_an_ordinary_page(client, region, query):
    assert client.post("/krise/suche/", query).status_code == 200
    assert client.get("/krise/", query).status_code == 200


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"alter": "abc"}, "Das Alter konnten wir nicht lesen."),
        ({"alter": "140"}, "Das Alter konnten wir nicht lesen."),
        ({"ort": "x" * 201}, "Den Ort konnten wir nicht lesen."),
        ({"sprache": "x" * 41}, "Die Sprache konnten wir nicht lesen."),
        ({"wer": "alle Welt"}, "Nach dieser Zielgruppe können wir nicht eingrenzen."),
        ({"bezirk": "anderswo"}, "Diesen Bezirk oder diese Gemeinde gibt es in der Region nicht."),
        ({"wie": "fliegend"}, "Die Häkchen bei „Was gebraucht wird“ konnten wir nicht lesen."),
        ({"region": "anderswo"}, "Diese Region kennen wir nicht."),
    ],
)
def test_a_field_that_was_not_understood_is_named_and_leaves_nobody_out(
    client, region, asked, sentence
):
    AreaFactory(region=region, name="Süd", slug="sued")
    adults = {"age_from": 18, "languages": "Deutsch", "target_groups": "Männer"}
    helper(region, "Nachtdienst", "rund um die Uhr", **adults)

    page = look(client, **asked)

    assert sentence in page
    assert "Nachtdienst" in section(page, "Jetzt erreichbar")
    (typed,) = asked.values()
    if "alter" in asked:
        assert f'value="{typed}"' in page
    understood = {"alter": "40", "bezirk": "sued", "wer": "adults", "region": region.slug}
    assert "nicht-gelesen" not in look(client, ort="Süd", **understood)


def test_what_stands_in_the_address_is_not_read_and_the_page_says_so(client, region):
    sentence = "Angaben aus der Adresse der Seite lesen wir nicht"

    assert sentence in client.get("/krise/?alter=abc").content.decode()
    assert sentence not in client.get(f"/krise/?region={region.slug}").content.decode()
    assert "Diese Region kennen wir nicht." in client.get("/krise/?region=weg").content.decode()


def test_an_installation_without_a_region_still_shows_112(client):
    assert 'href="tel:112"' in look(client)


@pytest.mark.parametrize("rows", [1, 50])
def test_the_page_costs_the_same_for_one_service_and_for_fifty(
    client, region, rows, django_assert_num_queries
):
    services = ServiceFactory.create_batch(rows, region=region, in_crisis_view=True)
    for service in services:
        Phone.objects.create(service=service, raw="030 23125-100")
        OpeningSpan.objects.create(service=service, weekday=1, opens=dt.time(0), closes=dt.time(0))
    AreaFactory(region=region, slug="sued")

    with django_assert_num_queries(9):  # with a place, the hours of the responsible are one more
        look(client, ort="Süd")


def test_a_womens_shelter_and_a_bed_for_the_night_stand_under_their_own_heading(client, region):
    helper(region, "Zuflucht", "rund um die Uhr", type=Service.Type.WOMENS_SHELTER)
    helper(region, "Nachtlager", "rund um die Uhr", type=Service.Type.SHELTER)
    for kind, office in (("womens_shelter", "Schutzstelle"), ("shelter", "Wohnungsamt")):
        ResponsibilityRule.objects.create(region=region, kind=kind, office=office)

    page = look(client)

    for heading, *names in (
        ("<dt>Frauenhaus", "Zuflucht", "Schutzstelle"),
        ("<dt>Notschlafstelle", "Nachtlager", "Wohnungsamt"),
    ):
        under = page.split(heading, 1)[1].split("</div>", 1)[0]
        assert all(name in under for name in names)
