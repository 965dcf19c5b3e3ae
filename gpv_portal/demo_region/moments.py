"""Working days around today, so that an invented history never happens on a Sunday."""

import datetime as dt
from functools import lru_cache

from core import clock
from gpv_portal.demo_region.tables.places import LAND
from network.opening import holidays_of

OPENS = dt.time(8, 30)
A_WHILE = dt.timedelta(minutes=13)
JUST_NOW = dt.timedelta(minutes=20)


def working_day(back: int) -> dt.date:
    """The ``back``-th working day before today; 0 is today, whatever day it is."""
    return _days(clock.today(), -1)[back]


def coming(ahead: int) -> dt.date:
    """The ``ahead``-th working day after today."""
    return _days(clock.today(), 1)[ahead]


@lru_cache(maxsize=8)
def _days(today: dt.date, step: int) -> tuple[dt.date, ...]:
    """Today and the working days of about three years before or after it."""
    is_holiday = holidays_of(LAND)
    all_days = (today + dt.timedelta(days=step * n) for n in range(1, 3 * 365))
    return (today, *(day for day in all_days if day.weekday() < 5 and not is_holiday(day)))


def moment(day: dt.date, deed: int = 0) -> dt.datetime:
    """The time of the ``deed``-th deed of ``day``, never later than a while ago."""
    opens = dt.datetime.combine(day, OPENS, tzinfo=clock.BERLIN)
    return min(opens + deed * A_WHILE, clock.now() - JUST_NOW)


def at_hour(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """A time on the clocks of that day."""
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=clock.BERLIN)


def same_day(day: dt.date, years: int) -> dt.date:
    """``day`` some years ago; the first of the month where there is no such day."""
    return day.replace(year=day.year - years, day=min(day.day, 28))
