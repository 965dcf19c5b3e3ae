"""The only "now" of the portal."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")
_PRETENDED: ContextVar[dt.datetime | None] = ContextVar("pretended", default=None)


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return _PRETENDED.get() or timezone.now()


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    """Pretend inside the block that it is ``moment``; for loaders that write a history."""
    token = _PRETENDED.set(moment.astimezone(dt.UTC))
    try:
        yield
    finally:
        _PRETENDED.reset(token)


def local(moment: dt.datetime) -> dt.datetime:
    """``moment`` on the clocks of Europe/Berlin."""
    return moment.astimezone(BERLIN)


def today() -> dt.date:
    """The date on the calendars of Europe/Berlin."""
    return local(now()).date()


def start_of(day: dt.date) -> dt.datetime:
    """Midnight at which ``day`` begins in Europe/Berlin, as UTC."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=BERLIN).astimezone(dt.UTC)
