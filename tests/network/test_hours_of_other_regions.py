"""Hours as lists of other regions shorten them."""

import pytest

from network.importing.hours import read_hours
from tests.network.lists import open_times, read


def test_hours_that_name_a_number_stay_hours():
    first, _other = read(
        "Name;Ort;Erreichbarkeit\nA;Bonn;Mo 9-12 Uhr, 030 23125-101\nB;Bonn;Di 9-12 Uhr\n"
    )

    assert "Mo 9-12 Uhr, 030 23125-101" in first.values["hours_text"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Mo 9-12, Di geschl., Mi 14-18", {(0, 9, 12), (2, 14, 18)}),
        ("Mo 9-12; Fr n. V.", {(0, 9, 12)}),
        ("Mo 9-12 sowie nach Absprache", {(0, 9, 12)}),
        ("Offene Sprechstunde: Di 15-18 Uhr", {(1, 15, 18)}),
        ("Sa/So/Feiert. 14-19 Uhr", {(5, 14, 19), (6, 14, 19), (7, 14, 19)}),
        ("Mo-Fr n. V.", set()),
        ("Telefonische Sprechstunde: Di 15-18 Uhr", set()),
        ("24 Std./Woche", set()),
        ("Mo-Fr 8-16, Fr geschl.", set()),
        ("Mo 9-12, nachmittags nach Absprache", set()),
    ],
)
def test_shortened_words_of_hours(text, spans):
    found = {
        (day, each.start // 60, each.end // 60)
        for each in read_hours(text).spans
        for day in each.days
    }

    assert found == spans


@pytest.mark.parametrize("text", ["24 Std. / 365 Tage", "Tag + Nacht"])
def test_always_with_other_signs(text):
    assert [(span.start, span.end) for span in read_hours(text).spans] == [(0, 24 * 60)]


def test_hours_cut_in_two_by_a_separator_are_text_only():
    head = "Name;Ort;Sprechzeiten;Ansprechp.;Tel\n"
    (cut,) = read(f"{head}Haus;Bonn;Mo, Mi 10-17;Di 12-19 Uhr;115\n")
    (whole,) = read(f"{head}Haus;Bonn;Mo, Mi 10-17;Frau Beispiel;115\n")

    assert (open_times(cut), len(cut.reasons)) == (set(), 2)
    assert open_times(whole) == {(0, 600, 1020), (2, 600, 1020)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mo-Do 9-17 Uhr / Fr 9-15 Uhr", 2),
        ("Mo-Fr v. 9-16 h", 1),
        ("Mo-Fr 9-12 / 13-17", 0),
        ("Mo-Fr 9-17 / Sa", 0),
    ],
)
def test_a_slash_divides_days_and_nothing_else(text, count):
    assert len(read_hours(text).spans) == count
