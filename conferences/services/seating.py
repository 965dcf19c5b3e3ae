"""Which seats a committee's meeting has: those whose term lasts on its day."""

from __future__ import annotations

from conferences.models import Attendance, Meeting, Seat
from core import clock, outbox
from core.actor import Actor


def enter_seats(meeting: Meeting) -> None:
    """One row for each seat of that day; rows of others go, unless somebody came."""
    day = clock.local(meeting.starts_at).date()
    seats = Seat.objects.current(day).filter(body=meeting.body)
    meeting.attendance.filter(presence="").exclude(seat__in=seats).delete()
    entered = meeting.attendance.values("seat")
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, seat=seat) for seat in seats.exclude(pk__in=entered)
    )


def tell_seats(meeting: Meeting, kind: str, *, by: Actor) -> None:
    """Order one mail of ``kind`` for everybody who sits in this meeting."""
    rows = meeting.attendance.filter(seat__person__is_active=True)
    outbox.enqueue_all(kind, [(row.pk, None) for row in rows], by=by)
