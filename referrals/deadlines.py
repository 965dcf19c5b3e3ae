"""How long everybody has: the clocks of a region, in working time of its Land."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from core.working_time import BERLIN, WORKING_DAY, WorkingTime, end_of_day
from referrals.vocabulary import Urgency

HOUR = timedelta(hours=1)
DAY = WORKING_DAY


class Clock(StrEnum):
    """What somebody is given time for."""

    CLAIM = "claim"
    DECISION = "decision"
    LONG_DECISION = "long_decision"
    ANSWER = "answer"
    APPOINTMENT = "appointment"


def _by_urgency(
    urgent: timedelta, regular: timedelta, plannable: timedelta
) -> Mapping[Urgency, timedelta]:
    return MappingProxyType(
        {Urgency.URGENT: urgent, Urgency.REGULAR: regular, Urgency.PLANNABLE: plannable}
    )


DEFAULTS: Mapping[Clock, Mapping[Urgency, timedelta]] = MappingProxyType(
    {
        Clock.CLAIM: _by_urgency(4 * HOUR, DAY, 2 * DAY),
        Clock.DECISION: _by_urgency(DAY, 3 * DAY, 7 * DAY),
        Clock.LONG_DECISION: _by_urgency(DAY, 3 * DAY, 10 * DAY),
        Clock.ANSWER: _by_urgency(DAY, 3 * DAY, 5 * DAY),
        Clock.APPOINTMENT: _by_urgency(DAY, 2 * DAY, 5 * DAY),
    }
)

AFTER_MEETING = 3
RENEW_RELEASE = 2
LEAST_LEFT = DAY
ESCALATE_AFTER = 5
DRAFT_KEPT = timedelta(days=30)
DRAFT_WARNED = timedelta(days=23)
ARRIVED_KEPT = timedelta(days=28)
AFTER_COMPLETION = timedelta(days=28)
REOPENED_WITHIN = timedelta(days=30)
UNDONE_WITHIN = timedelta(hours=24)
RISK_CONTACT_DAYS, CONTACT_DAYS = 2, 7
ALARM_DAYS = (14, 7, 3, 1)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The clocks of one region."""

    working_time: WorkingTime
    clocks: Mapping[Clock, Mapping[Urgency, timedelta]] = field(default_factory=lambda: DEFAULTS)

    def allowance(self, clock: Clock, urgency: Urgency | str) -> timedelta:
        """The working time that ``clock`` gives."""
        return self.clocks[clock][Urgency(urgency)]

    def due(self, clock: Clock, urgency: Urgency | str, moment: datetime) -> datetime:
        """When ``clock``, started at ``moment``, has run out."""
        return self.working_time.add(moment, self.allowance(clock, urgency))

    def after_working_days(self, moment: datetime, days: int) -> datetime:
        """``days`` working days after ``moment``."""
        return self.working_time.add_days(moment, days)

    def after_meeting(self, met_on: date) -> datetime:
        """The meeting and three working days to think about it."""
        closing = datetime.combine(met_on, time(16), tzinfo=BERLIN)
        return self.working_time.add_days(closing, AFTER_MEETING)

    def resumed(self, moment: datetime, left: timedelta) -> datetime:
        """A paused clock goes on with what was left, at least one working day."""
        return self.working_time.add(moment, max(left, LEAST_LEFT))

    def fraction(self, started: datetime, due: datetime, percent: int) -> datetime:
        """When ``percent`` of the working time between two moments has passed."""
        length = self.working_time.remaining(started, due)
        return self.working_time.add(started, length * percent / 100)


def contact_due(left_on: date, *, risk: bool) -> datetime:
    """Until when the first contact must have happened after the person left on that day."""
    days = RISK_CONTACT_DAYS if risk else CONTACT_DAYS
    return end_of_day(left_on + timedelta(days=days))
