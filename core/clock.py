"""The only "now" of the portal."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return timezone.now()


def local(moment: dt.datetime) -> dt.datetime:
    """``moment`` on the clocks of Europe/Berlin."""
    return moment.astimezone(BERLIN)


def today() -> dt.date:
    """The date on the calendars of Europe/Berlin."""
    return local(now()).date()


def start_of(day: dt.date) -> dt.datetime:
    """Midnight at which ``day`` begins in Europe/Berlin, as UTC."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=BERLIN).astimezone(dt.UTC)
