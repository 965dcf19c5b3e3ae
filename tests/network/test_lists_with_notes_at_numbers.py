"""Notes and area codes beside a number: what is dialled is the number alone."""

import pytest

from network.importing.phones import read_phones
from tests.network.lists import dialled, read


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("030 23125-505 (24h)", "24h"),
        ("030 23125505 (24 Std.)", "24 Std"),
        ("030 23125-505 24h erreichbar", "24h erreichbar"),
        ("030 23125-505 24/7", "24/7"),
        ("030 23125-505 (2. OG)", "2. OG"),
        ("030 23125-505 (9-12 Uhr)", "9-12 Uhr"),
        ("030 23125-505 9-12 Uhr", "9-12 Uhr"),
        ("030 23125-505 (1. und 3. Mo)", "1. und 3. Mo"),
        ("030 23125-505 (Zimmer 4, 2. OG)", "Zimmer 4, 2. OG"),
    ],
)
def test_a_note_behind_a_number_is_not_dialled(cell, note):
    (number,) = read_phones(cell).numbers

    assert (number.dial, number.note) == ("+493023125505", note)


@pytest.mark.parametrize(
    "cell",
    [
        *("(030) 23125-505", "(0 30) 2 31 25-505", "030 (23125) 505", "030/23125-505"),
        *("+49 (0)30 23125-505", "+49(0)30/23125-505", "(+49) 30 23125505"),
    ],
)
def test_a_bracket_within_a_number_belongs_to_it(cell):
    assert [each.dial for each in read_phones(cell).numbers] == ["+493023125505"]


def test_several_numbers_in_a_bracket_are_all_dialled():
    found = read_phones("030 23125-505 (030 23125-506, 030 23125-507)").numbers

    assert [each.dial for each in found][0] == "+493023125505"
    assert "+493023125507" in [each.dial for each in found]


@pytest.mark.parametrize("code", ["069", "(069)", "069/", "69", "+49 69"])
def test_an_area_code_is_read_however_it_is_written(code):
    (entry,) = read(f"Name;Ort;Vorwahl;Rufnummer\nTreff;Offenbach;{code};90009-315\n")

    assert dialled(entry) == ["+496990009315"]
