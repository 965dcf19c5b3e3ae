"""Whether enough seats with a vote were there for a committee to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from conferences.models import Attendance, Body
from conferences.vocabulary import THERE


@dataclass(frozen=True, slots=True)
class Quorum:
    """Seats with a vote, how many of them were there, and whether that is enough."""

    seats: int
    there: int
    reached: bool


def quorum(rows: Iterable[Attendance], body: Body) -> Quorum:
    """Counted over the attendance of one meeting, each row with its seat."""
    voting = [row for row in rows if row.seat.has_vote]
    there = sum(row.presence in THERE for row in voting)
    return Quorum(len(voting), there, there * 100 >= len(voting) * body.quorum_percent)
