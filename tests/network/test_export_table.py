"""The directory as a table for a spreadsheet."""

import csv
import io

import pytest

from network.importing.table import read_table
from tests.network.exported import fetch, region_with_secrets

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    region_with_secrets()
    text = fetch("liste.csv").decode("utf-8-sig")
    return {row["Name"]: row for row in csv.DictReader(io.StringIO(text), delimiter=";")}


def test_it_begins_with_the_mark_that_excel_looks_for():
    assert fetch("liste.csv").startswith(b"\xef\xbb\xbf")


def test_no_cell_is_calculated(rows):
    assert "'=HYPERLINK Tagesstätte; „Süd“" in rows


def test_a_postcode_keeps_its_zero_beside_its_place(rows):
    assert rows["'=HYPERLINK Tagesstätte; „Süd“"]["PLZ und Ort"] == "01067 Dresden"


def test_of_a_shelter_the_kreis_is_said(rows):
    shelter = rows["Frauenhaus"]

    assert (shelter["Kreis"], shelter["Straße"], shelter["PLZ und Ort"]) == (
        "Kreis Auental",
        "",
        "",
    )
    assert shelter["Telefon"] == "0351 4810-200"


def test_lines_inside_a_cell_stay_inside(rows):
    said = rows["'=HYPERLINK Tagesstätte; „Süd“"]["Beschreibung"]

    assert said == "Ein Ort zum Ankommen.\nFragen beantwortet (Ansprechperson) gern."


def test_our_own_import_reads_it_again():
    region_with_secrets()

    table = read_table(fetch("liste.csv"))

    assert len(table.rows) == 2
