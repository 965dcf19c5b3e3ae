"""Open, closed or unknown at a moment in Berlin."""

from datetime import UTC, date, datetime

import pytest

from network.importing.hours import read_hours
from network.opening import BERLIN, Span, State, holidays_of, opening_at

CHRISTMAS = date(2026, 12, 25)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def asked(hours, moment):
    return opening_at(read_hours(hours).spans, at(moment), lambda day: day == CHRISTMAS)


@pytest.mark.parametrize(
    ("hours", "moment", "state"),
    [
        ("Mo-Fr 9-17 Uhr", "2026-11-24T09:00", State.OPEN),
        ("Mo-Fr 9-17 Uhr", "2026-11-24T08:59", State.CLOSED),
        ("Mo-Fr 9-17 Uhr", "2026-11-24T17:00", State.CLOSED),
        ("Mo-Fr 9-17 Uhr", "2026-11-28T12:00", State.CLOSED),
        ("täglich 20:00-08:30 Uhr", "2026-11-24T07:00", State.OPEN),
        ("täglich 20:00-08:30 Uhr", "2026-11-24T12:00", State.CLOSED),
        ("Fr 20-8 Uhr", "2026-11-28T07:59", State.OPEN),
        ("Fr 20-8 Uhr", "2026-11-28T20:00", State.CLOSED),
        ("Mo-Fr 9-17 Uhr", "2026-12-25T12:00", State.UNKNOWN),
        ("täglich 9-17 Uhr", "2026-12-25T12:00", State.OPEN),
        ("Mo-Fr 9-17 Uhr, Feiertag 10-12 Uhr", "2026-12-25T13:00", State.CLOSED),
        ("Do 20-8 Uhr", "2026-12-25T07:00", State.OPEN),
        ("rund um die Uhr", "2026-12-25T03:00", State.OPEN),
        ("nach Vereinbarung", "2026-11-24T12:00", State.UNKNOWN),
    ],
)
def test_the_hours_answer_for_a_moment(hours, moment, state):
    assert asked(hours, moment).state is state


def test_an_open_night_names_its_end_on_the_following_day():
    opening = asked("täglich 20:00-08:30 Uhr", "2026-11-24T22:00")

    assert opening.until == datetime(2026, 11, 25, 8, 30, tzinfo=BERLIN)


def test_a_closed_service_names_its_next_opening_across_the_weekend():
    opening = asked("Mo-Fr 9-17 Uhr", "2026-11-27T18:00")

    assert opening.opens == datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)
    assert opening.opens_until == datetime(2026, 11, 30, 17, 0, tzinfo=BERLIN)


def test_what_never_closes_has_no_end():
    assert asked("rund um die Uhr", "2026-11-24T03:00").always


def test_the_long_night_of_the_clock_change_ends_by_the_wall_clock():
    opening = asked("täglich 20:00-08:00 Uhr", "2026-10-24T23:00")

    assert opening.until == datetime(2026, 10, 25, 8, 0, tzinfo=BERLIN)


@pytest.mark.parametrize(("start", "end"), [(540, 1020), (1200, 1920), (0, 1440), (960, 1440)])
def test_a_span_survives_being_stored_as_clock_times(start, end):
    span = Span(frozenset({0, 7}), start, end)

    assert Span.between(span.days, span.opens, span.closes) == span


def test_holidays_are_those_of_the_land():
    assert holidays_of("BY")(date(2026, 1, 6))
    assert not holidays_of("BE")(date(2026, 1, 6))
