"""Where somebody lives decides: area, postcode, street and house number."""

import pytest

from network.models import Area
from network.responsibility import Place, read_place
from tests.network.responsibility.asking import area, ask, rule, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("59101", Place("59101")),
        (
            "Bergstr. 12a, 59101 Lindenbrück",
            Place("59101", "Lindenbrück", "Bergstr.", ((12, "a"),)),
        ),
        ("Bergstraße 12 a Lindenbrück", Place("", "Lindenbrück", "Bergstraße", ((12, "a"),))),
        ("Lindenbrück Bergstraße 12", Place("", "Lindenbrück", "Bergstraße", ((12, ""),))),
        ("Straße des 17. Juni 100", Place("", "", "Straße des 17. Juni", ((100, ""),))),
        ("Unter den Linden 5, Süd", Place("", "Süd", "Unter den Linden", ((5, ""),))),
        ("Bergstr. 12-14", Place("", "", "Bergstr.", ((12, ""), (14, "")))),
        ("Hafenweg Seefurt", Place("", "Seefurt", "Hafenweg")),
        ("lindenbrueck", Place("", "lindenbrueck")),
        ("", Place()),
    ],
)
def test_a_place_is_read_as_people_write_it(text, expected):
    assert read_place(text, frozenset({"lindenbrueck", "sued", "seefurt"})) == expected


def test_the_closest_area_answers_and_says_why(region, town):
    rule(region, "Kreis", "Kreis Auental", source="Satzung 2025")
    rule(region, "Team Süd", "Süd", source="Satzung 2026")

    found = ask(region, "59101")

    assert said(found) == (True, ["Team Süd"])
    assert found.answers[0].matches[0].reason == (
        "zuständig für Süd, PsychKG, nach dem Wohnort, Quelle: Satzung 2026"
    )
    assert said(ask(region, "Seefurt")) == (True, ["Kreis"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("59101", (True, ["Team Süd"])),
        ("59102", (False, ["Team Süd", "Team Nord"])),
        ("59102 Nord", (True, ["Team Nord"])),
        ("Lindenbrück", (False, ["Team Nord", "Team Süd"])),
        ("59199", None),
        ("59101 Nord", (False, ["Team Nord", "Team Süd"])),
        ("Seefurt", None),
        ("10115", None),
        ("Musterstadt", None),
    ],
)
def test_a_postcode_decides_only_when_it_lies_in_one_area(region, town, text, expected):
    rule(region, "Team Süd", "Süd")
    rule(region, "Team Nord", "Nord")

    assert said(ask(region, text)) == expected


def test_what_the_place_leaves_open_is_said(region, town):
    assert ask(region, "59102").notes == [
        "Die Postleitzahl 59102 liegt in mehreren Gebieten: Süd (60 %), Nord (40 %)."
    ]
    assert ask(region, "Musterstadt").notes == [
        "Den Ort „Musterstadt“ kennt das Verzeichnis nicht."
    ]
    assert ask(region, "59101 Nord").notes == [
        "Ort und Postleitzahl passen im Verzeichnis nicht zusammen."
    ]


def test_a_postcode_over_the_border_of_the_town_is_not_clear(region, town):
    rule(region, "Stadt", "Lindenbrück")

    assert said(ask(region, "59101")) == (True, ["Stadt"])
    assert said(ask(region, "59199")) == (False, ["Stadt"])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", (True, ["Ungerade"])),
        ("12a", (True, ["Gerade"])),
        ("19", (True, ["Ungerade"])),
        ("19b", (True, ["Ungerade"])),
        ("20", (True, ["Gerade"])),
        ("21", (True, ["Rest"])),
        ("22c", (True, ["Rest"])),
        ("12-14", (True, ["Gerade"])),
        ("12-13", (False, ["Gerade", "Ungerade", "Rest"])),
        ("", (False, ["Gerade", "Ungerade", "Rest"])),
    ],
)
def test_house_numbers_decide_with_side_and_letter(region, town, number, expected):
    rule(region, "Rest", "Süd")
    limits = {"street": "Bergstraße", "house_from": "1"}
    rule(region, "Ungerade", "Süd", house_to="19", house_side="odd", **limits)
    rule(region, "Gerade", "Süd", house_to="20", house_side="even", **limits)

    clear, names = said(ask(region, f"Berg-Str. {number}, 59101"))

    assert (clear, sorted(names)) == (expected[0], sorted(expected[1]))


def test_a_letter_at_the_end_of_a_span_counts(region, town):
    rule(region, "Bis 12a", "Süd", street="Bergstraße", house_from="2", house_to="12a")

    assert said(ask(region, "Bergstr. 12a, Süd")) == (True, ["Bis 12a"])
    assert said(ask(region, "Bergstr. 12b, Süd")) is None


def test_without_the_street_a_street_rule_is_a_candidate_beside_the_area(region, town):
    rule(region, "Rest", "Süd")
    rule(region, "Bergleute", "Süd", street="Bergstraße")

    clear, names = said(ask(region, "59101"))

    assert not clear
    assert sorted(names) == ["Bergleute", "Rest"]
    assert said(ask(region, "Talweg 3, 59101")) == (True, ["Rest"])
    assert said(ask(region, "Bergstr. 3")) == (False, ["Bergleute"])


def test_two_towns_of_one_name_are_both_candidates(region, town):
    area(region, "Landkreis Seefurt", "district")
    rule(region, "Stadt", "Seefurt")
    rule(region, "Land", "Landkreis Seefurt")

    assert said(ask(region, "Seefurt")) == (False, ["Stadt", "Land"])
    assert said(ask(region, "59121 Seefurt")) == (True, ["Stadt"])
    assert said(ask(region, "Landkreis Seefurt")) == (True, ["Land"])


def test_an_area_without_known_borders_is_never_certain_by_postcode(region, town):
    part = Area.objects.get(name="Süd")
    area(region, "Altstadt", "quarter", part)
    rule(region, "Süd", "Süd")
    rule(region, "Altstadt", "Altstadt")

    assert said(ask(region, "59101")) == (False, ["Süd", "Altstadt"])
    assert said(ask(region, "Altstadt")) == (True, ["Altstadt"])
