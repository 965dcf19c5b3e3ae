"""When a service is open, in the Human Services Data Specification.

Times are the clock's in Europe/Berlin, without an offset: it changes twice a year.
"""

from typing import Any
from uuid import uuid5

from django.utils.translation import gettext as _

from core import clock
from network.exporting.entry import Entry, Times
from network.freshness import REVIEW_DAYS
from network.opening import HOLIDAY

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules(entry: Entry) -> list[dict[str, Any]]:
    """One row for equal times of several days, each with the original text, which is the truth."""
    weekly = [each for each in entry.times if each.weekday != HOLIDAY]
    hours = dict.fromkeys((each.opens, each.closes) for each in weekly)
    rows = [
        {
            "id": str(uuid5(entry.id, f"hours {opens} {closes}")),
            "freq": "WEEKLY",
            "byday": ",".join(
                DAYS[each.weekday]
                for each in weekly
                if (each.opens, each.closes) == (opens, closes)
            ),
            "opens_at": f"{opens:%H:%M}",
            "closes_at": f"{closes:%H:%M}",
            **({"notes": _("endet am folgenden Tag")} if closes <= opens else {}),
        }
        for opens, closes in hours
    ]
    text = entry.texts["hours_text"]
    rows = rows or [{"id": str(uuid5(entry.id, "hours"))}] if text else rows
    holidays = holiday_words(entry)
    said = "\n".join(filter(None, [text, holidays]))
    return [{**row, "description": said} if said else row for row in rows]


def holiday_words(entry: Entry) -> str:
    """The certain hours of public holidays in words, "" when nothing is certain."""
    times = [_span(each) for each in entry.times if each.weekday == HOLIDAY]
    return _("an Feiertagen %(times)s") % {"times": ", ".join(times)} if times else ""


def is_closed(entry: Entry) -> bool:
    """Whether it is closed for a time, today."""
    start, end = entry.closed
    today = clock.today()
    if start is None and end is None:
        return False
    return (start is None or start <= today) and (end is None or today <= end)


def alert(entry: Entry) -> str:
    """That it is closed for a time, or that nobody has looked at the entry for long."""
    if is_closed(entry):
        end = entry.closed[1]
        if end is None:
            return _("vorübergehend geschlossen")
        return _("vorübergehend geschlossen bis %(day)s") % {"day": f"{end:%d.%m.%Y}"}
    checked = entry.verified_on
    if checked and (clock.today() - checked).days > REVIEW_DAYS:
        return _("Die Prüfung dieses Eintrags ist überfällig.")
    return ""


def _span(times: Times) -> str:
    return f"{times.opens:%H:%M}–{times.closes:%H:%M}"
