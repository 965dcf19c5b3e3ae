"""Dates and times in the words people read, on the clocks of Europe/Berlin."""

import datetime as dt

from django.utils.translation import gettext as _

from core import clock

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def _date(value: dt.date) -> dt.date:
    return clock.local(value).date() if isinstance(value, dt.datetime) else value


def _time(value: dt.datetime) -> str:
    at = clock.local(value)
    return f"{at.hour}:{at.minute:02d}"


def day(value: dt.date) -> str:
    """``Di 24.11.2026``; a moment gives its local day."""
    date = _date(value)
    return f"{WEEKDAYS[date.weekday()]} {date:%d.%m.%Y}"


def day_short(value: dt.date) -> str:
    """``Mi 25.11.``, with the year when it is not the current one."""
    date = _date(value)
    if date.year != clock.today().year:
        return day(date)
    return f"{WEEKDAYS[date.weekday()]} {date:%d.%m.}"


def moment(value: dt.datetime) -> str:
    """``Di 24.11.2026, 14:00 Uhr``."""
    return f"{day(value)}, {_time(value)} Uhr"


def span(start: dt.datetime, end: dt.datetime) -> str:
    """``Di 24.11.2026, 14:00–16:10 Uhr``."""
    return f"{day(start)}, {_time(start)}–{_time(end)} Uhr"


def moment_short(value: dt.datetime) -> str:
    """``Mi 25.11., 12:00``, for lists."""
    return f"{day_short(value)}, {_time(value)}"


def days_away(value: dt.date) -> int:
    """Whole days from today, negative in the past."""
    return (_date(value) - clock.today()).days


def until(value: dt.date) -> dt.date:
    """A moment at midnight as the day that ends with it; everything else as it is."""
    if isinstance(value, dt.datetime) and clock.local(value).time() == dt.time():
        return clock.local(value).date() - dt.timedelta(days=1)
    return value


def nearby(value: dt.date) -> str:
    """``heute``, ``morgen``, ``gestern`` or nothing, seen from today."""
    return {-1: _("gestern"), 0: _("heute"), 1: _("morgen")}.get(days_away(value), "")


def time_behind(value: dt.date) -> str:
    """``, 14:00`` behind a day; nothing for a whole day."""
    return f", {_time(value)}" if isinstance(value, dt.datetime) else ""
