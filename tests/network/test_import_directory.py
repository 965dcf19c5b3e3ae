"""Bringing a foreign directory in: all of it, once, with a reason for every doubt."""

import io
import os
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from core.actor import SCHEDULER
from network.importing.run import import_directory
from network.importing.table import read_table
from network.models import Service
from network.roles import Role
from network.services.placeholders import facility_of
from tests.factories import FacilityFactory, RegionFactory
from tests.people import member

REAL_DATA = os.environ.get("GPV_REAL_DATA", "")

LINES = """Einrichtung;Träger;Art;Straße;PLZ;Ort;Tel.;Zeiten;Zielgruppe;Stand;Kontakt;Quell-ID
Krisendienst Nord;Brücke;Krisendienst;Weg 1;1067;Dresden;0351 4810-100;täglich 20-8 Uhr;;2026;;K1
Frauenhaus;Schutz;Frauenhaus;Gasse 3;01067;Dresden;nach Anruf;durchgehend;Frauen;2026;Frau Muster;K2
Alte Stelle;Früher;Beratung;Weg 9;01067;Dresden;0351 4810-102;Mo-Fr, Mi länger;;ca. 2003;;K3
"""


def bring_in(text, region, **options):
    return import_directory(
        table=read_table(text.encode()), region=region, source="liste", by=SCHEDULER, **options
    )


@pytest.fixture
def region(db):
    return RegionFactory()


def test_every_row_becomes_an_entry_that_keeps_its_cells(region):
    report = bring_in(LINES, region)

    assert report.counts == {"new": 3, "look": 2}
    crisis = Service.objects.get(source_id="K1")
    assert (crisis.type, crisis.postcode, crisis.in_crisis_view) == ("crisis", "01067", True)
    assert crisis.source_row["Träger"] == "Brücke"
    assert [phone.dial for phone in crisis.phones.all()] == ["+493514810100"]
    assert crisis.opening_spans.count() == 8


def test_a_second_run_changes_nothing(region):
    bring_in(LINES, region)
    before = list(Service.objects.order_by("id").values())

    report = bring_in(LINES, region)

    assert report.counts["same"] == 3
    assert list(Service.objects.order_by("id").values()) == before


def test_a_changed_row_changes_its_entry_and_keeps_its_address(region):
    bring_in(LINES, region)
    slug = Service.objects.get(source_id="K1").slug

    report = bring_in(LINES.replace("Krisendienst Nord", "Krisendienst Süd"), region)

    assert report.counts["changed"] == 1
    assert Service.objects.get(source_id="K1").name == "Krisendienst Süd"
    assert Service.objects.get(source_id="K1").slug == slug


DECIDED = {
    "address_public": False,
    "state": "in_review",
    "in_crisis_view": False,
    "internal_remark": "Nur über die Leitstelle",
    "description": "Von Hand\r\nbeschrieben",
}


def test_what_somebody_decided_by_hand_outlives_a_changed_row(region):
    bring_in(LINES, region)
    Service.objects.filter(source_id="K1").update(**DECIDED)
    service = Service.objects.get(source_id="K1")
    service.phones.update(raw="0351 9", dial="+493519")
    service.opening_spans.filter(weekday=7).delete()

    report = bring_in(LINES.replace("Weg 1;1067", "Weg 2;01067"), region)

    after = Service.objects.get(source_id="K1")
    assert report.counts["changed"] == 1
    assert (after.street, after.postcode) == ("Weg 2", "01067")
    assert {name: getattr(after, name) for name in DECIDED} == DECIDED
    assert [phone.dial for phone in after.phones.all()] == ["+493519"]
    assert after.opening_spans.count() == 7


def test_what_nobody_touched_follows_the_file(region):
    bring_in(LINES, region)

    bring_in(
        LINES.replace("Krisendienst;Weg 1", "Schutzwohnung;Weg 1")
        .replace("4810-100;täglich 20-8 Uhr", "4810-109;Mo-Fr 9-17 Uhr")
        .replace("Frau Muster", "Herr Beispiel"),
        region,
    )

    first, second = (Service.objects.get(source_id=key) for key in ("K1", "K2"))
    assert (first.type, first.address_public) == ("womens_shelter", False)
    assert [phone.dial for phone in first.phones.all()] == ["+493514810109"]
    assert first.opening_spans.count() == 5
    assert "Herr Beispiel" in second.internal_remark
    assert "Frau Muster" not in second.internal_remark


def test_a_column_that_left_the_file_is_not_taken_for_a_change_by_hand(region):
    bring_in("Name;Art;Beschreibung;Quell-ID\nHaus;Klinik;Alt;K1\n", region)

    bring_in("Name;Art;Quell-ID\nHaus;Klinik;K1\n", region)

    assert Service.objects.get().description == ""


def test_an_entry_its_facility_keeps_itself_is_not_overwritten(region):
    bring_in(LINES, region)
    keeper = FacilityFactory()
    member(keeper, Role.ORG_ADMIN, "Ute Sommerfeld")
    Service.objects.filter(source_id="K1").update(facility=keeper, name="Unser Name")

    report = bring_in(LINES.replace("Krisendienst Nord", "Krisendienst Süd"), region)

    assert Service.objects.get(source_id="K1").name == "Unser Name"
    assert "pflegt den Eintrag selbst" in report.lines[0].reasons[0]


def test_an_entry_that_was_only_asked_still_follows_the_file(region):
    bring_in(LINES, region)
    facility_of(service=Service.objects.get(source_id="K1"), by=SCHEDULER)

    report = bring_in(LINES.replace("Krisendienst Nord", "Krisendienst Süd"), region)

    assert report.counts["changed"] == 1
    assert Service.objects.get(source_id="K1").name == "Krisendienst Süd"


def test_a_dry_run_reports_and_writes_nothing(region):
    report = bring_in(LINES, region, dry_run=True)

    assert report.counts["new"] == 3
    assert not Service.objects.exists()


def test_the_place_of_a_womens_shelter_stays_unsaid(region):
    bring_in(LINES, region)

    shelter = Service.objects.get(source_id="K2")
    assert not shelter.address_public
    assert "gass" not in shelter.search
    assert "Adresse vorsorglich" in shelter.needs_look


@pytest.mark.parametrize(
    "cells",
    [
        "Haus Sonne;Frauenhaus;;",
        "Haus Sonne;Notunterkunft;;Frauen und Kinder",
        "Haus Sonne;;Beratung, Schutzwohnung;",
        "Haus Sonne;Notunterkunft;nach häuslicher Gewalt;",
        "Haus Sonne;Zufluchtsstätte;;",
    ],
)
def test_a_refuge_is_known_by_any_of_its_columns(region, cells):
    bring_in(f"Name;Art;Angebote;Zielgruppe;Straße;PLZ\n{cells};Gasse 3;01067\n", region)

    assert not Service.objects.get().address_public


def test_a_shelter_for_everybody_says_where_it_is(region):
    bring_in("Name;Art;Straße;PLZ\nHaus Mond;Notübernachtung;Gasse 4;01067\n", region)

    assert Service.objects.get().address_public


def test_names_of_people_and_unread_columns_stay_internal(region):
    bring_in(LINES, region)

    assert "Frau Muster" in Service.objects.get(source_id="K2").internal_remark


def test_an_old_source_is_not_published_before_somebody_looked(region):
    bring_in(LINES, region)

    old = Service.objects.get(source_id="K3")
    assert not old.published
    assert "2003" in old.needs_look
    assert old.hours_text == "Mo-Fr, Mi länger"
    assert not old.opening_spans.exists()


def test_rows_without_a_key_are_known_again_by_name_and_place(region):
    text = "Name;PLZ;Ort\nA;01067;Dresden\nA;01067;Dresden\nB;01067;Dresden\n"

    assert bring_in(text, region).counts["new"] == 3
    assert bring_in(text, region).counts["same"] == 3


def command(*words):
    out = io.StringIO()
    call_command("import_directory", *words, stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_did(tmp_path, db):
    path = tmp_path / "liste.csv"
    path.write_text(LINES, encoding="utf-8")

    said = command(str(path), "--region", "Dresden", "--land", "SN")

    assert "3 Zeilen für Dresden" in said
    assert "3 neu, 0 geändert, 0 unverändert" in said
    assert "Vorwahl" not in said
    assert "PLZ 1067 zu 01067 ergänzt, in Dresden" in said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"\x89PNG....", "keine Tabelle"), (b"", "leer"), (b"nur Text", "keine Tabelle")],
)
def test_the_command_refuses_what_is_no_table_with_a_sentence(tmp_path, db, content, sentence):
    path = tmp_path / "liste.csv"
    path.write_bytes(content)

    with pytest.raises(CommandError, match=sentence):
        command(str(path), "--region", "Berlin")


def test_the_command_asks_for_a_region_when_it_cannot_know(tmp_path, db):
    path = tmp_path / "liste.csv"
    path.write_text(LINES, encoding="utf-8")

    with pytest.raises(CommandError, match="--region"):
        command(str(path))
    with pytest.raises(CommandError, match="nicht lesbar"):
        command(str(tmp_path / "fehlt.csv"))


def squeezed(*texts):
    """The texts without blanks and dividers, so that only a lost letter makes a difference."""
    return re.sub(r"[\s;]", "", "".join(map(str, texts)))


@pytest.mark.skipif(not REAL_DATA, reason="GPV_REAL_DATA names no directory with real lists")
@pytest.mark.parametrize(
    ("name", "rows"),
    [("A_berlin_einrichtungen.csv", 282), ("P_mitteldeutschland_plz_ohne_null.csv", 40)],
)
def test_a_real_directory_arrives_without_a_lost_cell(region, name, rows):
    table = read_table((Path(REAL_DATA) / name).read_bytes())
    report = import_directory(table=table, region=region, source=name, by=SCHEDULER)

    assert report.counts["new"] == rows
    services = {service.slug: service for service in Service.objects.all()}
    for line, row in zip(report.lines, table.rows, strict=True):
        service = services[line.slug]
        cells = {name: cell for name, cell in zip(table.columns, row, strict=True) if cell}
        assert service.source_row == cells
        assert service.published or service.needs_look
        said = squeezed(*(v for k, v in vars(service).items() if k != "source_row"))
        assert not [cell for cell in cells.values() if squeezed(*cell.split(";")) not in said]
    again = import_directory(table=table, region=region, source=name, by=SCHEDULER)
    assert again.counts["same"] == rows
