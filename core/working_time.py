"""Working time of a Land: Monday to Friday, 8 to 16 o'clock, without its public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

BERLIN = ZoneInfo("Europe/Berlin")
OPENS, CLOSES = time(8), time(16)
WORKING_DAY = timedelta(hours=8)
NOTHING = timedelta()


@lru_cache(maxsize=32)
def _public_holidays(land: str) -> holidays.HolidayBase:
    return holidays.country_holidays("DE", subdiv=land)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Counts working time in one Land, named by its two letters (``"NW"``).

    24 and 31 December are working days unless ``closed_days`` (month, day) says otherwise.
    """

    land: str
    closed_days: frozenset[tuple[int, int]] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Whether people are at their desks on ``day``."""
        if day.weekday() >= 5 or (day.month, day.day) in self.closed_days:
            return False
        return day not in _public_holidays(self.land)

    def next_working_day(self, day: date) -> date:
        """The first working day after ``day``."""
        day += timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def add(self, moment: datetime, duration: timedelta) -> datetime:
        """The moment at which ``duration`` of working time has passed, in UTC."""
        here = self._opening(moment)
        while here + duration > (end := _at(here.date(), CLOSES)):
            duration -= end - here
            here = _at(self.next_working_day(here.date()), OPENS)
        return (here + duration).astimezone(UTC)

    def add_days(self, moment: datetime, days: float) -> datetime:
        """``moment`` plus ``days`` working days of eight hours, in UTC."""
        return self.add(moment, days * WORKING_DAY)

    def remaining(self, moment: datetime, until: datetime) -> timedelta:
        """The working time between two moments; nothing when ``until`` has passed."""
        here, until = self._opening(moment), until.astimezone(BERLIN)
        total = NOTHING
        while here < until:
            end = min(_at(here.date(), CLOSES), until)
            total += max(end - here, NOTHING)
            here = _at(self.next_working_day(here.date()), OPENS)
        return total

    def end_of_next_day(self, moment: datetime) -> datetime:
        """Closing time of the working day after ``moment``, in UTC."""
        day = self.next_working_day(moment.astimezone(BERLIN).date())
        return _at(day, CLOSES).astimezone(UTC)

    def _opening(self, moment: datetime) -> datetime:
        """``moment`` in local time, or the next opening when nobody works then."""
        here = moment.astimezone(BERLIN)
        if not self.is_working_day(here.date()) or here.time() >= CLOSES:
            return _at(self.next_working_day(here.date()), OPENS)
        return max(here, _at(here.date(), OPENS))


def _at(day: date, clock: time) -> datetime:
    """A clock time in Berlin; working hours never meet the change of summer time."""
    return datetime.combine(day, clock, tzinfo=BERLIN)


def end_of_day(day: date) -> datetime:
    """The last moment of a calendar day in Berlin, as the next midnight, in UTC."""
    return _at(day + timedelta(days=1), time()).astimezone(UTC)
