"""Who has how long."""

from datetime import date, datetime, timedelta

import pytest

from core.working_time import BERLIN, WorkingTime
from referrals.deadlines import Clock, Deadlines, contact_due
from referrals.vocabulary import Urgency

CLOCKS = Deadlines(WorkingTime("NW"))
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=BERLIN)


# fmt: off
DUE = [
    (Clock.CLAIM,         Urgency.URGENT,     "24.11. 14:00"),
    (Clock.CLAIM,         Urgency.REGULAR,    "25.11. 10:00"),
    (Clock.CLAIM,         Urgency.PLANNABLE,  "26.11. 10:00"),
    (Clock.DECISION,      Urgency.URGENT,     "25.11. 10:00"),
    (Clock.DECISION,      Urgency.REGULAR,    "27.11. 10:00"),
    (Clock.DECISION,      Urgency.PLANNABLE,  "03.12. 10:00"),
    (Clock.LONG_DECISION, Urgency.PLANNABLE,  "08.12. 10:00"),
    (Clock.LONG_DECISION, Urgency.URGENT,     "25.11. 10:00"),
    (Clock.ANSWER,        Urgency.URGENT,     "25.11. 10:00"),
    (Clock.ANSWER,        Urgency.REGULAR,    "27.11. 10:00"),
    (Clock.ANSWER,        Urgency.PLANNABLE,  "01.12. 10:00"),
    (Clock.APPOINTMENT,   Urgency.REGULAR,    "26.11. 10:00"),
]
# fmt: on


@pytest.mark.parametrize(("clock", "urgency", "due"), DUE)
def test_every_clock_by_urgency(clock, urgency, due):
    local = CLOCKS.due(clock, urgency, TUESDAY).astimezone(BERLIN)

    assert f"{local:%d.%m. %H:%M}" == due


def test_a_paused_clock_keeps_at_least_one_working_day():
    wednesday = TUESDAY + timedelta(days=1)

    assert CLOCKS.resumed(TUESDAY, timedelta(hours=1)) == wednesday
    assert CLOCKS.resumed(TUESDAY, timedelta(hours=12)) == wednesday + timedelta(hours=4)


def test_reminders_come_at_fractions_of_the_working_time():
    due = CLOCKS.due(Clock.DECISION, Urgency.REGULAR, TUESDAY)

    assert CLOCKS.fraction(TUESDAY, due, 50) == TUESDAY.replace(day=25, hour=14)
    assert CLOCKS.fraction(TUESDAY, due, 100) == due
    assert CLOCKS.fraction(TUESDAY, due, 150) == TUESDAY.replace(day=30, hour=14)
    assert CLOCKS.fraction(TUESDAY, due, 200) == TUESDAY.replace(month=12, day=2)


def test_a_meeting_leaves_three_working_days():
    friday = date(2026, 11, 27)

    assert CLOCKS.after_meeting(friday) == datetime(2026, 12, 2, 16, tzinfo=BERLIN)


def test_the_first_contact_is_due_in_calendar_days():
    friday = date(2026, 11, 27)

    assert contact_due(friday, risk=True) == datetime(2026, 11, 30, tzinfo=BERLIN)
    assert contact_due(friday, risk=False) == datetime(2026, 12, 5, tzinfo=BERLIN)
