"""Who is responsible on the emergency page: with the reason, and closed houses marked."""

import datetime as dt

import pytest
import time_machine

from tests.factories import AreaFactory, RegionFactory
from tests.network.emergency import (
    CHRISTMAS_NOON,
    TUESDAY_NIGHT,
    helper,
    look,
    responsible,
    section,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return RegionFactory(coordination_phone="030 23125-199")


def test_who_is_responsible_here_comes_first_with_the_reason(client, region):
    district = AreaFactory(region=region, name="Kreis", slug="kreis")
    south = AreaFactory(region=region, name="Süd", slug="sued", parent=district)
    helper(region, "Alpha", "rund um die Uhr")
    responsible(helper(region, "Omega", "rund um die Uhr"), south, source="Satzung")
    responsible(helper(region, "Weit", "rund um die Uhr"), district)

    page = look(client, ort="Süd")

    said = section(page, "Zuständig: Süd")
    assert "Omega" in said
    assert "zuständig für Süd, PsychKG, nach dem Wohnort, Quelle: Satzung" in said
    assert "Weit" not in said
    assert "nicht eindeutig" not in said
    now = section(page, "Jetzt erreichbar")
    assert now.index("Omega") < now.index("Alpha")


def test_two_responsible_ones_are_both_shown_as_not_clear(client, region):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    for name in ("Eins", "Zwei"):
        responsible(helper(region, name, "rund um die Uhr"), area)

    said = section(look(client, ort="Süd"), "Zuständig: Süd")

    assert "nicht eindeutig – bitte anrufen" in said
    assert "Eins" in said
    assert "Zwei" in said


def test_a_place_without_a_rule_is_told_so(client, region):
    AreaFactory(region=region, name="Süd", slug="sued")

    page = look(client, ort="Süd")

    assert "steht keine Zuständigkeit im Verzeichnis" in page
    assert "030 23125-199" in page


def test_a_night_rule_holds_outside_office_hours_only(client, region):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    responsible(helper(region, "Nacht", "rund um die Uhr"), area, hours="outside")
    noon = dt.datetime(2026, 11, 24, 11, 0, tzinfo=dt.UTC)

    assert "Nacht" in section(look(client, ort="Süd"), "Zuständig: Süd")
    by_day = section(look(client, noon, ort="Süd"), "Zuständig: Süd")
    before, after = by_day.split("zu dieser Zeit nicht im Dienst")
    assert "Nacht" not in before
    assert "Nacht" in after
    assert "außerhalb der Dienstzeit" in after


def test_who_helps_first_stands_first_among_the_responsible(client, region):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    for name, kind in (
        ("Ambulanz", "pia"),
        ("Klinikum", "clinic"),
        ("Wohnen", "bewo"),
        ("Notaufnahme", "emergency"),
        ("Nachtdienst", "crisis"),
    ):
        criterion = "free_choice" if kind == "bewo" else "residence"
        responsible(helper(region, name, "rund um die Uhr", type=kind), area, criterion=criterion)

    said = section(look(client, ort="Süd"), "Zuständig: Süd")

    wanted = ("Nachtdienst", "Notaufnahme", "Klinikum", "Ambulanz", "Wohnen")
    found = [said.index(f">{name}</a>") for name in wanted]
    assert found == sorted(found)


def test_who_opens_next_stands_by_responsibility_then_by_hour(client, region):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    helper(region, "Morgendienst", "Mo-Fr 7-16 Uhr")
    helper(region, "Halbtags", "Mo-Fr 8-12 Uhr")
    responsible(helper(region, "Amt", "Mo-Fr 9-16 Uhr"), area)

    soon = section(look(client, ort="Süd"), "Öffnet in den nächsten 24 Stunden")

    found = [soon.index(f">{name}</a>") for name in ("Amt", "Morgendienst", "Halbtags")]
    assert found == sorted(found)


@pytest.mark.parametrize("path", ["/krise/suche/", "/zustaendig/antwort/"])
@pytest.mark.parametrize(
    ("hours", "rule", "mark"),
    [
        ("Mo-Fr 8-16 Uhr", "", "jetzt geschlossen, wieder morgen 8:00–16:00 Uhr"),
        ("Mo-Fr 8-23 Uhr", "", ""),
        ("rund um die Uhr", "", ""),
        ("nach Absprache", "", ""),
        ("", "", ""),
        ("Mo-Fr 8-16 Uhr", "outside", ""),
    ],
)
def test_a_responsible_house_that_is_certainly_closed_says_so(
    client, region, path, hours, rule, mark
):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    responsible(helper(region, "Haus", hours), area, hours=rule)

    with time_machine.travel(TUESDAY_NIGHT, tick=False):
        page = client.post(path, {"ort": "Süd"}).content.decode()

    said = section(page, "Zuständig: Süd")
    assert "Haus</a>" in said
    assert mark in said
    assert bool(mark) == ("pill" in said)


def test_on_a_holiday_that_the_hours_leave_out_no_house_is_called_closed(client, region):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    responsible(helper(region, "Haus", "Mo-Fr 8-16 Uhr"), area)

    said = section(look(client, CHRISTMAS_NOON, ort="Süd"), "Zuständig: Süd")

    assert "Haus</a>" in said
    assert "pill" not in said


def test_at_another_hour_the_house_is_not_closed_now(client, region):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    responsible(helper(region, "Haus", "Mo-Fr 8-16 Uhr"), area)
    asked = {"ort": "Süd", "tag": "27.11.2026", "uhrzeit": "20:00"}

    with time_machine.travel(TUESDAY_NIGHT, tick=False):
        page = client.post("/zustaendig/antwort/", asked).content.decode()

    assert "zu dieser Zeit geschlossen, wieder Mo 30.11. 8:00–16:00 Uhr" in page


def test_who_is_open_stands_before_the_closed_house_of_a_more_urgent_kind(client, region):
    area = AreaFactory(region=region, name="Süd", slug="sued")
    responsible(helper(region, "Zu", "Mo-Fr 8-16 Uhr"), area)
    responsible(helper(region, "Auf", "rund um die Uhr", type="pia"), area)

    said = section(look(client, ort="Süd"), "Zuständig: Süd")

    assert said.index("Auf</a>") < said.index("Zu</a>")
