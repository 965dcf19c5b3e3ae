"""Telephone cells that name a line once and then its endings, and numbers a spreadsheet cut."""

import pytest

from network.importing.phones import read_phones
from tests.network.lists import dialled, read


@pytest.mark.parametrize(
    ("cell", "second", "note"),
    [
        ("Anmeldung: 030 23125-104, Sekretariat -105", "+493023125105", "Sekretariat"),
        ("(030) 23125 - 104 / -121 (AB)", "+493023125121", "AB"),
        ("030/23125-104 o. -114", "+493023125114", ""),
        ("030 23125-0, nachts -107", "+493023125107", "nachts"),
    ],
)
def test_an_ending_takes_the_place_of_the_one_before(cell, second, note):
    _first, ending = read_phones(cell).numbers

    assert (ending.dial, ending.note) == (second, note)


def test_two_numbers_with_a_short_or_between():
    numbers = read_phones("030 23125-104 od. 0171 3920030").numbers

    assert [each.dial for each in numbers] == ["+493023125104", "+491713920030"]


@pytest.mark.parametrize(
    "cell",
    [
        "030 23125-104 bis -107",
        "030 23125-104, -7",
        "030-23125, -107",
        "030 23125104, -105",
        "030 12345-0, Mo - 18",
        "030 12345-0, Mo -18",
        "030 12345-0, Kinder - 14 Jahre",
        "030 12345-0, -14 Jahre",
        "030 1234-56, Haus B - 12",
        "030 1234-56, Haus B -12",
    ],
)
def test_an_ending_that_may_mean_something_else_stays_a_note(cell):
    (number,) = read_phones(cell).numbers

    assert number.note


@pytest.mark.parametrize(
    ("cell", "dial"), [("3023125161", "+493023125161"), ("493023125160", "+493023125160")]
)
def test_a_number_that_became_a_figure_is_whole_again(cell, dial):
    (number,) = read_phones(cell).numbers

    assert number.dial == dial
    assert "ergänzt" in number.note


def test_a_short_figure_without_its_area_code_is_no_number():
    assert not read_phones("302312516").numbers


def test_fax_behind_its_number_is_none_to_call():
    alone, beside = read(
        "Name;Ort;Telefon\nA;Bonn;030 23125-105 (Fax)\nB;Bonn;030 23125-106, -143 (Fax)\n"
    )

    assert (dialled(alone), alone.values["fax"]) == ([], "030 23125-105")
    assert (dialled(beside), beside.values["fax"]) == (["+493023125106"], "030 23125-143")


@pytest.mark.parametrize(
    ("cell", "dial", "fax"),
    [
        ("030 12345-0 030 12345-99 (Fax)", "+4930123450", "030 12345-99"),
        ("Tel. 0351 1234567-0 0351 1234567-99 (Fax)", "+4935112345670", "0351 1234567-99"),
        ("115, 030 23 04 56 78 (Fax)", "115", "030 23 04 56 78"),
        ("115, +49 (0) 30 23125-99 (Fax)", "115", "+49 (0) 30 23125-99"),
    ],
)
def test_the_number_right_before_that_of_a_fax_is_one_to_call(cell, dial, fax):
    (entry,) = read(f"Name;Ort;Telefon;Mail\nA;Bonn;{cell};a@example.org\n")

    assert (dialled(entry), entry.values["fax"]) == ([dial], fax)


def test_an_extension_for_fax_ends_the_line_and_no_other_extension():
    whole, bare = read(
        "Name;Ort;Durchwahl;Fax DW\nA;Bonn;+49 (0)30 23125-150;-159\nB;Bonn;-201;-291\n"
    )

    assert whole.values["fax"] == "+49 (0)30 23125-159"
    assert bare.values["fax"] == "-291"


def test_a_bracket_that_only_closes_is_not_shown():
    (entry,) = read("Name;Ort;Telefon\nA;Bonn;030 23125-105 (Pforte)  Mo-Fr\n")

    assert entry.phones[0].note.count("(") == entry.phones[0].note.count(")")
