"""The directory as a workbook: text stays text, and nothing is lost on the way back in."""

import datetime as dt
import io

import openpyxl
import pytest

from core import clock
from core.actor import SCHEDULER
from network.exporting import table as columns
from network.exporting import workbook
from network.exporting.table import COLUMNS, Column, head
from network.exporting.workbook import MOST_LETTERS
from network.importing.run import import_directory
from network.importing.table import read_table
from network.models import Service
from tests.factories import RegionFactory, ServiceFactory
from tests.network.exported import fetch, region_with_secrets

pytestmark = pytest.mark.django_db

DAY_CENTRE = "=HYPERLINK Tagesstätte; „Süd“"


@pytest.fixture
def region():
    return region_with_secrets()


def opened(name="liste.xlsx"):
    return openpyxl.load_workbook(io.BytesIO(fetch(name)))


def entries():
    first, *rest = opened()["Verzeichnis"].iter_rows()
    names = [cell.value for cell in first]
    rows = [dict(zip(names, row, strict=True)) for row in rest]
    return {row["Name"].value: row for row in rows}


def test_its_columns_are_those_of_the_csv(region):
    (first, *_rows) = opened()["Verzeichnis"].iter_rows(values_only=True)

    assert list(first) == head()


def test_every_cell_is_text_but_ages_and_dates(region):
    kinds = {
        (name, cell.data_type)
        for row in entries().values()
        for name, cell in row.items()
        if cell.value is not None
    }

    counted = {("ab Jahren", "n"), ("geprüft am", "d")}
    assert counted <= kinds
    assert {kind for name, kind in kinds - counted} == {"s"}


def test_a_cell_that_looks_like_a_formula_stays_text(region):
    row = entries()[DAY_CENTRE]

    assert row["Name"].data_type == "s"
    assert row["Name"].quotePrefix
    assert b"<f>" not in fetch("liste.xlsx")


def test_postcode_and_telephone_keep_their_zeros(region):
    row = entries()[DAY_CENTRE]

    assert row["PLZ und Ort"].value == "01067 Dresden"
    assert row["Telefon"].value.startswith("0351 4810-100")
    assert (row["Telefon"].number_format, row["Telefon"].data_type) == ("@", "s")


def test_ages_and_dates_can_be_sorted(region):
    row = entries()[DAY_CENTRE]

    assert row["ab Jahren"].value == 0
    assert row["geprüft am"].value.date() == dt.date(2026, 1, 2)


def test_of_a_shelter_the_kreis_is_said(region):
    row = entries()["Frauenhaus"]

    assert row["Kreis"].value == "Kreis Auental"
    assert not row["Straße"].value
    assert not row["PLZ und Ort"].value


def test_the_head_stays_in_view_and_every_column_has_its_width(region):
    sheet = opened()["Verzeichnis"]

    assert sheet.freeze_panes == "C2"
    assert sheet.print_title_rows == "$1:$1"
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert min(widths) >= 9
    assert max(widths) <= 60


def test_a_new_column_shifts_neither_widths_nor_numbers_nor_dates(region, monkeypatch):
    new = (Column("Neu", 7, lambda entry: entry.name), *COLUMNS)
    for module in (columns, workbook):
        monkeypatch.setattr(module, "COLUMNS", new)

    sheet, row = opened()["Verzeichnis"], entries()[DAY_CENTRE]

    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert (widths["Neu"], widths["Name"], widths["Beschreibung"]) == (7, 34, 60)
    assert (widths["ab Jahren"], widths["geprüft am"], widths["Seite"]) == (9, 13, 40)
    assert sheet.auto_filter.ref == "A1:AA3"
    assert (row["Neu"].value, row["Neu"].data_type) == (DAY_CENTRE, "s")
    assert (row["ab Jahren"].value, row["ab Jahren"].number_format) == (0, "0")
    assert row["geprüft am"].number_format == "DD.MM.YYYY"
    assert row["Telefon"].value.startswith("0351 4810-100")
    assert fetch("liste.csv").decode("utf-8-sig").startswith("Neu;Kennung;Name;")


def test_a_second_sheet_says_from_when_and_from_where(region, settings):
    lines = dict(opened()["Stand"].iter_rows(values_only=True))

    assert lines["Stand"] == f"{clock.today():%d.%m.%Y}"
    assert lines["Region"] == "Kreis Auental"
    assert lines["Angebote"] == "2"
    assert settings.GPV_SITE_ADDRESS in lines["Quelle"]
    assert "keine Lizenz" in lines["Lizenz"]


def test_signs_that_no_workbook_may_hold_are_left_out(region):
    ServiceFactory(region=region, name="Glocke\x07 und\ufffe Klang")

    assert "Glocke und Klang" in entries()


def test_a_text_longer_than_a_cell_says_that_it_goes_on(region):
    ServiceFactory(region=region, name="Lang", description="a" * (MOST_LETTERS + 1))

    text = entries()["Lang"]["Beschreibung"].value
    assert len(text) == MOST_LETTERS
    assert text.endswith("…")


def test_our_own_import_reads_it_again_and_loses_no_cell(region):
    elsewhere = RegionFactory(slug="nordtal", name="Kreis Nordtal")
    table = read_table(fetch("liste.xlsx"))

    first = import_directory(table=table, region=elsewhere, source="liste", by=SCHEDULER)
    second = import_directory(table=table, region=elsewhere, source="liste", by=SCHEDULER)

    assert (first.counts["new"], second.counts["same"]) == (2, 2)
    assert table.columns == head()
    for row in table.rows:
        kept = Service.objects.get(region=elsewhere, source_id=row[0])
        assert [kept.source_row.get(name, "") for name in table.columns] == row


def test_what_came_in_again_says_what_it_said(region):
    elsewhere = RegionFactory(slug="nordtal", name="Kreis Nordtal")
    before = Service.objects.get(slug="tagesstaette")

    import_directory(
        table=read_table(fetch("liste.xlsx")), region=elsewhere, source="liste", by=SCHEDULER
    )

    after = Service.objects.get(region=elsewhere, source_id=str(before.pk))
    for name in ("name", "street", "postcode", "town", "email", "type", "hours_text", "languages"):
        assert getattr(after, name) == getattr(before, name), name
    assert [each.dial for each in after.phones.all()] == [each.dial for each in before.phones.all()]
