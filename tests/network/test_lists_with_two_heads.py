"""Heads of two rows: days above from and to; and rows that name nobody."""

import pytest

from network.importing.rows import Reader
from network.importing.table import read_table
from network.models import Service
from tests.network.lists import TODAY, open_times, read, saved

DAYS = ["Einrichtung", "Anschrift", "Tel.", "Mo", "", "Di", ""]
PARTS = ["", "", "", "von", "bis", "von", "bis"]
ROW = ["Treff Eins", "Weg 1, 50931 Köln", "0221 4710-334", "9:00", "12:00", "14:00", "18:00"]
DOWN = ["A1:A2", "B1:B2", "C1:C2"]


@pytest.mark.parametrize("merged", [[], ["D1:E1", "F1:G1"], [*DOWN, "D1:E1", "F1:G1"]])
def test_days_above_from_and_to_are_hours(merged):
    (entry,) = Reader(read_table(saved([DAYS, PARTS, ROW], merged)), "liste", TODAY).entries()

    assert entry.values["name"] == "Treff Eins"
    assert open_times(entry) == {(0, 540, 720), (1, 840, 1080)}


def test_a_row_without_name_and_number_is_not_published():
    bare, reached = read("Name;Art;Ort;Telefon\n;Beratung;Köln;\n;Beratung;Köln;0221 4710-335\n")

    assert bare.values["state"] == Service.State.IN_REVIEW
    assert reached.values["state"] == Service.State.PUBLISHED
