"""Open, closed or not known: what structured hours say about a moment in Europe/Berlin.

The text of an entry stays the truth; these spans exist only where it was certain. A day without
an answer (a public holiday that the hours do not mention) is never guessed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import holidays

BERLIN = ZoneInfo("Europe/Berlin")
HOLIDAY = 7
"""The eighth day of a week: any public holiday, whatever its weekday."""

EVERY_DAY = frozenset(range(8))
_DAY = 24 * 60
_AHEAD = 8

IsHoliday = Callable[[date], bool]


@dataclass(frozen=True)
class Span:
    """Opening on ``days`` (0 Monday ... 6 Sunday, 7 holiday) from ``start`` to ``end``.

    Minutes after midnight of the first day; ``end`` beyond 1440 reaches into the next one.
    """

    days: frozenset[int]
    start: int
    end: int

    @classmethod
    def between(cls, days: Iterable[int], opens: time, closes: time) -> "Span":
        """From clock time to clock time; a closing at or before the opening is on the next day."""
        start, end = (each.hour * 60 + each.minute for each in (opens, closes))
        return cls(frozenset(days), start, end if end > start else end + _DAY)

    @property
    def opens(self) -> time:
        """The clock time of opening."""
        return time(*divmod(self.start, 60))

    @property
    def closes(self) -> time:
        """The clock time of closing, on the same day or the next; midnight is 00:00."""
        return time(*divmod(self.end % _DAY, 60))


class StoredSpan(Protocol):
    """A row of opening hours as an entry keeps it, one weekday each."""

    weekday: int
    opens: time
    closes: time


def spans_of(rows: Iterable[StoredSpan]) -> list[Span]:
    """The spans that the stored rows of one entry make."""
    return [Span.between([row.weekday], row.opens, row.closes) for row in rows]


def spans_beside(rows: Iterable[Mapping[str, Any]]) -> list[Span]:
    """The spans that were read beside a service, in the same statement."""
    times = time.fromisoformat
    return [
        Span.between([row["weekday"]], times(row["opens"]), times(row["closes"])) for row in rows
    ]


class State(StrEnum):
    """What can be said about a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Opening:
    """The state at a moment, and when it changes: local times of closing or of the next opening."""

    state: State
    always: bool = False
    until: datetime | None = None
    opens: datetime | None = None
    opens_until: datetime | None = None


@lru_cache(maxsize=32)
def _calendar(land: str) -> holidays.HolidayBase:
    return holidays.country_holidays("DE", subdiv=land)


def holidays_of(land: str) -> IsHoliday:
    """The public holidays of a Land, named by its two letters."""
    return lambda day: day in _calendar(land)


def opening_at(spans: Sequence[Span], at: datetime, is_holiday: IsHoliday) -> Opening:
    """What ``spans`` say about the moment ``at``; no spans say nothing."""
    if not spans:
        return Opening(State.UNKNOWN)
    if _never_closes(spans):
        return Opening(State.OPEN, always=True)
    moment = at.astimezone(UTC)
    today = at.astimezone(BERLIN).date()
    times = _joined(_intervals(spans, today - timedelta(days=1), is_holiday))
    for start, end in times:
        if start <= moment < end:
            return Opening(State.OPEN, until=end.astimezone(BERLIN))
    following = next(((start, end) for start, end in times if start > moment), None)
    opens, opens_until = following or (None, None)
    return Opening(
        State.CLOSED if _said(spans, today, is_holiday) else State.UNKNOWN,
        opens=opens.astimezone(BERLIN) if opens else None,
        opens_until=opens_until.astimezone(BERLIN) if opens_until else None,
    )


def _never_closes(spans: Iterable[Span]) -> bool:
    whole = [span.days for span in spans if span.start == 0 and span.end >= _DAY]
    return frozenset().union(*whole) == EVERY_DAY


def _said(spans: Sequence[Span], day: date, is_holiday: IsHoliday) -> bool:
    """Whether the hours say anything about ``day`` at all."""
    return not is_holiday(day) or any(HOLIDAY in span.days for span in spans)


def _intervals(
    spans: Sequence[Span], first: date, is_holiday: IsHoliday
) -> Iterable[tuple[datetime, datetime]]:
    for offset in range(_AHEAD + 1):
        day = first + timedelta(days=offset)
        weekday = HOLIDAY if is_holiday(day) else day.weekday()
        for span in spans:
            if weekday in span.days:
                yield _moment(day, span.start), _moment(day, span.end)


def _moment(day: date, minutes: int) -> datetime:
    """The wall clock of Berlin, so that a night with 23 or 25 hours still ends when it says."""
    day += timedelta(days=minutes // _DAY)
    hour, minute = divmod(minutes % _DAY, 60)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def _joined(times: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    joined: list[tuple[datetime, datetime]] = []
    for start, end in sorted(times):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
