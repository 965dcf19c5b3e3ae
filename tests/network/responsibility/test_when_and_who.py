"""Age, validity and office hours of a rule."""

import datetime as dt

import pytest

from tests.network.responsibility.asking import BERLIN, TUESDAY_NIGHT, TUESDAY_NOON, ask, rule, said

pytestmark = pytest.mark.django_db


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


def test_who_is_off_duty_is_named_only_where_nobody_has_the_duty(region, town):
    rule(region, "Amt", "Süd", hours="office")
    rule(region, "Kreisamt", "Kreis Auental", hours="office")
    rule(region, "Gericht", "Süd", kind="court", hours="office")
    rule(region, "Eildienst", "Süd", kind="court", hours="outside")
    rule(region, "Praxis", "Süd", kind="pia", hours="office", criterion="free_choice")

    night = ask(region, "Süd", TUESDAY_NIGHT)

    assert said(night) == (True, ["Eildienst"])
    (off,) = night.off_duty
    assert [match.rule.office for match in off.matches] == ["Amt"]
    assert ask(region, "Seefurt", TUESDAY_NIGHT).off_duty[0].matches[0].rule.office == "Kreisamt"


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
