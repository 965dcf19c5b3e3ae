"""Who is responsible: the closest certain rule, else everybody who may be, each with its why."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from network.models import Area, ResponsibilityRule
from network.responsibility import Place, Question, ground_of, read_place, resolve
from tests.factories import AreaFactory, RegionFactory

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY_NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=BERLIN)
TUESDAY_NIGHT = dt.datetime(2026, 11, 24, 22, 40, tzinfo=BERLIN)


@pytest.fixture
def region():
    return RegionFactory()


@pytest.fixture
def town(region):
    """Kreis > two towns; the first has two quarters that share a postcode."""
    district = area(region, "Kreis Auental", "district")
    town = area(region, "Lindenbrück", "municipality", district, ["59101", "59102", "59199"])
    area(region, "Süd", "quarter", town, ["59101", "59102"], split={"59102": 0.6})
    area(region, "Nord", "quarter", town, ["59102", "59103"], split={"59102": 0.4})
    area(region, "Seefurt", "municipality", district, ["59121", "59199"], split={"59199": 0.1})
    return town


def area(region, name, level, parent=None, postcodes=(), split=None):
    return AreaFactory(
        region=region,
        name=name,
        slug=name.lower(),
        level=level,
        parent=parent,
        postcodes=list(postcodes),
        split_postcodes=split or {},
    )


def rule(region, office, where="", **fields):
    ground = Area.objects.filter(region=region, name=where).first()
    fields = {"kind": "spdi", "legal_basis": "PsychKG", **fields}
    return ResponsibilityRule.objects.create(region=region, office=office, area=ground, **fields)


def ask(region, text, at=TUESDAY_NOON, **said):
    ground = ground_of(Area.objects.published(region))
    question = Question(read_place(text, ground.known), at, **said)
    return resolve(question, region, ground, ResponsibilityRule.objects.published())


def said(resolution):
    """(clear, names in order) of the only kind there is."""
    if not resolution.answers:
        return None
    (answer,) = resolution.answers
    return answer.clear, [match.rule.office for match in answer.matches]


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


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (17, (True, ["Jugend"])),
        (18, (True, ["Erwachsene"])),
        (64, (True, ["Erwachsene"])),
        (65, None),
        (None, (False, ["Erwachsene", "Jugend"])),
    ],
)
def test_age_limits_include_their_ends(region, town, age, expected):
    rule(region, "Jugend", "Süd", age_to=17)
    rule(region, "Erwachsene", "Süd", age_from=18, age_to=64)

    assert said(ask(region, "Süd", age=age)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(1, (True, ["Alt"])), (2, (True, ["Neu"])), (30, (True, ["Neu"]))],
)
def test_a_rule_holds_from_its_first_to_its_last_day(region, town, day, expected):
    rule(region, "Alt", "Süd", valid_until=dt.date(2026, 11, 1))
    rule(region, "Neu", "Süd", valid_from=dt.date(2026, 11, 2), valid_until=dt.date(2026, 11, 30))

    at = dt.datetime(2026, 11, day, 23, 30, tzinfo=BERLIN)

    assert said(ask(region, "Süd", at)) == expected
    assert said(ask(region, "Süd", dt.datetime(2026, 12, 1, 0, 30, tzinfo=BERLIN))) is None


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (TUESDAY_NOON, (True, ["Amt"])),
        (TUESDAY_NIGHT, (True, ["Bereitschaft"])),
        (dt.datetime(2026, 11, 24, 8, 0, tzinfo=BERLIN), (True, ["Amt"])),
        (dt.datetime(2026, 11, 24, 16, 0, tzinfo=BERLIN), (True, ["Bereitschaft"])),
        (dt.datetime(2026, 12, 25, 12, 0, tzinfo=BERLIN), (True, ["Bereitschaft"])),
        (dt.datetime(2026, 11, 28, 12, 0, tzinfo=BERLIN), (True, ["Bereitschaft"])),
    ],
)
def test_office_hours_know_weekends_and_holidays(region, town, moment, expected):
    rule(region, "Amt", "Süd", hours="office")
    rule(region, "Bereitschaft", "Süd", hours="outside")

    assert said(ask(region, "Süd", moment)) == expected


def test_a_day_the_region_closes_is_outside_office_hours(region, town):
    rule(region, "Amt", "Süd", hours="office")
    region.extra_closed_days = [[12, 24]]

    assert said(ask(region, "Süd", dt.datetime(2026, 12, 24, 12, 0, tzinfo=BERLIN))) is None


@pytest.mark.parametrize(
    ("moment", "open_there"),
    [
        (dt.datetime(2026, 3, 28, 23, 0, tzinfo=dt.UTC), True),  # 0:00 before the short night
        (dt.datetime(2026, 3, 29, 0, 59, tzinfo=dt.UTC), True),  # 1:59, then it is 3:00
        (dt.datetime(2026, 3, 29, 1, 0, tzinfo=dt.UTC), True),  # 3:00 summer time
        (dt.datetime(2026, 3, 29, 6, 29, tzinfo=dt.UTC), True),  # 8:29
        (dt.datetime(2026, 3, 29, 6, 30, tzinfo=dt.UTC), False),  # 8:30
        (dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC), True),  # 2:30 the first time
        (dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC), True),  # 2:30 the second time
        (dt.datetime(2026, 10, 25, 7, 29, tzinfo=dt.UTC), True),  # 8:29 winter time
        (dt.datetime(2026, 10, 25, 7, 30, tzinfo=dt.UTC), False),
        (dt.datetime(2026, 10, 24, 17, 59, tzinfo=dt.UTC), False),  # 19:59
    ],
)
def test_a_night_keeps_its_clock_when_summer_time_changes(region, town, moment, open_there):
    rule(region, "Nacht", "Süd", hours="spans", hours_text="täglich 20:00-08:30 Uhr")

    assert said(ask(region, "Süd", moment)) == ((True, ["Nacht"]) if open_there else None)


def test_hours_that_nobody_can_read_leave_a_candidate_with_its_words(region, town):
    rule(region, "Stelle", "Süd", hours="spans", hours_text="meistens abends")

    found = ask(region, "Süd")

    assert said(found) == (False, ["Stelle"])
    assert found.answers[0].matches[0].doubts == ["Zeiten nicht sicher: „meistens abends“"]


def test_a_holiday_that_the_hours_leave_out_is_not_guessed(region, town):
    rule(region, "Tag", "Süd", hours="spans", hours_text="Mo-Fr 8-16 Uhr")

    assert said(ask(region, "Süd", dt.datetime(2026, 12, 25, 12, 0, tzinfo=BERLIN))) == (
        False,
        ["Tag"],
    )


def test_several_certain_ones_are_all_there_and_none_is_the_answer(region, town):
    rule(region, "Eins", "Süd")
    rule(region, "Zwei", "Süd", criterion="place_of_event")

    assert said(ask(region, "Süd")) == (False, ["Eins", "Zwei"])
    assert said(ask(region, "Süd", criterion="residence")) == (True, ["Eins"])


def test_words_that_cannot_be_decided_stay_beside_the_certain_answer(region, town):
    rule(region, "Klinik Süd", "Süd")
    rule(region, "Haus am See", "Lindenbrück", condition="nach Maßgabe freier Betten")
    rule(region, "Text", area_text="der südliche Teil von Lindenbrück")

    found = ask(region, "59101")

    clear, names = said(found)
    doubts = {match.rule.office: match.doubts for match in found.answers[0].matches}
    assert not clear
    assert names[0] == "Klinik Süd"
    assert doubts["Haus am See"] == ["nach Maßgabe freier Betten"]
    assert doubts["Text"] == ["Gebiet nur als Text: „der südliche Teil von Lindenbrück“"]


def test_free_choice_is_no_responsibility(region, town):
    rule(region, "Praxis", "Süd", criterion="free_choice")
    rule(region, "Ambulanz", "Süd", criterion="free_choice")

    (answer,) = ask(region, "Süd").answers

    assert answer.chosen_freely
    assert not answer.clear
    assert {match.rule.office for match in answer.choices} == {"Praxis", "Ambulanz"}


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


def test_only_what_was_asked_for_is_answered(region, town):
    rule(region, "SpDi", "Süd")
    rule(region, "Gericht", "Süd", kind="court")

    assert said(ask(region, "Süd", kind="court")) == (True, ["Gericht"])
    assert len(ask(region, "Süd").answers) == 2


def test_nothing_asked_is_nothing_answered(region, town):
    rule(region, "Alle")

    assert ask(region, "").answers == []
    assert said(ask(region, "Süd")) == (True, ["Alle"])
