"""How old an entry may grow: when it wants a look, when it is stale, what its capacity is worth."""

import datetime as dt
from enum import StrEnum
from typing import Protocol

from django.db.models import Q

from core import clock

REVIEW_DAYS = 180
STALE_DAYS = REVIEW_DAYS + 30
CAPACITY_CURRENT = dt.timedelta(hours=72)
CAPACITY_KNOWN = dt.timedelta(days=14)


class Freshness(StrEnum):
    """What the day of the last check says about an entry."""

    FRESH = "fresh"
    DUE = "review_due"
    STALE = "stale"


class Checked(Protocol):
    """What has a day on which somebody answerable said that it is true."""

    verified_on: dt.date | None
    created_at: dt.datetime


class Counted(Protocol):
    """What has a capacity, said at a moment."""

    capacity: str
    capacity_at: dt.datetime | None


def freshness(entry: Checked) -> Freshness:
    """Due 180 days after the check, stale 30 days later; what was never checked is due at once."""
    since = entry.verified_on or clock.local(entry.created_at).date()
    age = (clock.today() - since).days
    if age > STALE_DAYS:
        return Freshness.STALE
    return Freshness.DUE if entry.verified_on is None or age > REVIEW_DAYS else Freshness.FRESH


def due() -> Q:
    """Services whose check is due, the stale ones among them."""
    return Q(verified_on=None) | Q(verified_on__lt=_ago(REVIEW_DAYS))


def stale() -> Q:
    """Services that nobody has looked at for so long that one should telephone first."""
    last = _ago(STALE_DAYS)
    never = Q(verified_on=None, created_at__lt=clock.start_of(last))
    return never | Q(verified_on__lt=last)


def capacity_is_news(said: dt.datetime | None) -> bool:
    """Whether what was said about places at the moment ``said`` is at most 14 days old."""
    return _within(said, CAPACITY_KNOWN)


def capacity_is_known(entry: Counted) -> bool:
    """Whether the last word about places is at most 14 days old."""
    return bool(entry.capacity) and capacity_is_news(entry.capacity_at)


def capacity_is_current(entry: Counted) -> bool:
    """Whether the last word about places is at most 72 hours old."""
    return bool(entry.capacity) and _within(entry.capacity_at, CAPACITY_CURRENT)


def _within(said: dt.datetime | None, span: dt.timedelta) -> bool:
    return said is not None and clock.now() - said <= span


def _ago(days: int) -> dt.date:
    return clock.today() - dt.timedelta(days=days)
