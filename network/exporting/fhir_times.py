"""When a service is open, as FHIR says it: within one day, so that a night becomes two rows."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from network.exporting.entry import Times
from network.opening import HOLIDAY

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
START, END = dt.time(0), dt.time(23, 59, 59)


def available_times(times: Iterable[Times]) -> list[dict[str, Any]]:
    """One row for each day and span; public holidays have no day in FHIR."""
    rows = [part for each in times if each.weekday != HOLIDAY for part in _within_days(each)]
    return [
        {
            "daysOfWeek": [DAYS[weekday]],
            "availableStartTime": opens.isoformat(),
            "availableEndTime": closes.isoformat(),
        }
        for weekday, opens, closes in sorted(rows)
    ]


def not_available(closed: tuple[dt.date | None, dt.date | None]) -> list[dict[str, Any]]:
    """The time for which it is closed."""
    names = zip(("start", "end"), closed, strict=True)
    during = {name: day.isoformat() for name, day in names if day}
    return [{"description": _("vorübergehend geschlossen"), "during": during}] if during else []


def _within_days(times: Times) -> list[tuple[int, dt.time, dt.time]]:
    if not times.overnight:
        return [(times.weekday, times.opens, times.closes)]
    first = (times.weekday, times.opens, END)
    if times.closes == START:
        return [first]
    return [first, ((times.weekday + 1) % len(DAYS), START, times.closes)]
