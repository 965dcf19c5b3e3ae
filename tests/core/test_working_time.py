"""Working time: weekends, holidays of the Land, summer time, and the way back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.working_time import BERLIN, WORKING_DAY, WorkingTime, end_of_day

MOMENTS = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
BERLIN_STATE, NRW, BAVARIA = WorkingTime("BE"), WorkingTime("NW"), WorkingTime("BY")


def at(text):
    """A moment in Berlin, written as ``2026-11-24 10:00``."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=BERLIN)


# fmt: off
HOURS = [
    # start               hours  end                  why
    ("2026-11-24 10:00",  4,     "2026-11-24 14:00",  "within one day"),
    ("2026-11-24 10:00",  8,     "2026-11-25 10:00",  "a working day later"),
    ("2026-11-24 08:00",  8,     "2026-11-24 16:00",  "up to closing time, not the next day"),
    ("2026-11-24 06:00",  4,     "2026-11-24 12:00",  "before opening counts from eight"),
    ("2026-11-24 17:30",  4,     "2026-11-25 12:00",  "after closing counts from the next morning"),
    ("2026-11-27 14:00",  4,     "2026-11-30 10:00",  "over a weekend"),
    ("2026-11-28 11:00",  8,     "2026-11-30 16:00",  "from a Saturday"),
    ("2026-12-23 12:00",  8,     "2026-12-24 12:00",  "Christmas Eve is a working day"),
    ("2026-12-24 12:00",  8,     "2026-12-28 12:00",  "both Christmas days and a weekend"),
    ("2026-12-30 12:00",  8,     "2026-12-31 12:00",  "New Year's Eve is a working day"),
    ("2027-03-25 12:00",  8,     "2027-03-30 12:00",  "Good Friday to Easter Monday"),
    ("2027-03-26 12:00",  8,     "2027-03-30 16:00",  "begun on Good Friday, over summer time"),
    ("2026-10-23 15:00",  2,     "2026-10-26 09:00",  "over the end of summer time"),
]
# fmt: on


@pytest.mark.parametrize(("start", "hours", "end", "why"), HOURS, ids=[row[3] for row in HOURS])
def test_hours_of_work_later(start, hours, end, why):
    assert NRW.add(at(start), timedelta(hours=hours)) == at(end)


def test_the_answer_is_in_utc():
    assert NRW.add(at("2026-11-24 10:00"), timedelta(hours=1)).tzinfo is UTC


def test_holidays_are_those_of_the_land():
    womens_day, all_saints = date(2027, 3, 8), date(2027, 11, 1)

    assert not BERLIN_STATE.is_working_day(womens_day)
    assert NRW.is_working_day(womens_day)
    assert BERLIN_STATE.is_working_day(all_saints)
    assert not NRW.is_working_day(all_saints)
    assert not BAVARIA.is_working_day(date(2027, 1, 6))


def test_a_region_may_close_on_christmas_eve():
    closed = WorkingTime("NW", frozenset({(12, 24), (12, 31)}))

    assert NRW.is_working_day(date(2026, 12, 24))
    assert not closed.is_working_day(date(2026, 12, 24))


def test_what_is_left_of_a_clock():
    assert NRW.remaining(at("2026-11-27 14:00"), at("2026-11-30 10:00")) == timedelta(hours=4)
    assert NRW.remaining(at("2026-11-28 14:00"), at("2026-11-29 10:00")) == timedelta()
    assert NRW.remaining(at("2026-11-30 10:00"), at("2026-11-27 14:00")) == timedelta()


def test_a_day_ends_at_midnight_in_berlin():
    assert end_of_day(date(2026, 7, 1)) == datetime(2026, 7, 1, 22, tzinfo=UTC)
    assert end_of_day(date(2026, 12, 1)) == datetime(2026, 12, 1, 23, tzinfo=UTC)


def test_the_next_working_day_ends_at_four():
    assert NRW.end_of_next_day(at("2026-11-27 14:00")) == at("2026-11-30 16:00")


@settings(max_examples=200, deadline=None)
@given(
    MOMENTS,
    st.integers(1, 60 * 8 * 30),
)
def test_adding_and_measuring_agree(start, minutes):
    end = NRW.add(start, timedelta(minutes=minutes))

    assert NRW.remaining(start, end) == timedelta(minutes=minutes)
    assert NRW.is_working_day(end.astimezone(BERLIN).date())


@settings(max_examples=100, deadline=None)
@given(
    MOMENTS,
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_days_add_up(start, first, second):
    once = NRW.add(start, (first + second) * WORKING_DAY)

    twice = NRW.add(NRW.add(start, first * WORKING_DAY), second * WORKING_DAY)

    assert NRW.remaining(once, twice) == NRW.remaining(twice, once) == timedelta()
