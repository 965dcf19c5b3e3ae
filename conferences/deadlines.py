"""By when the next step of a conference or a meeting is owed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from conferences.meeting_workflow import MeetingState
from conferences.models import CaseConference, Meeting
from conferences.workflow import CaseState
from core import clock

REVIEW_DAYS = 7
DAYS: Mapping[str, int] = {
    CaseState.PROPOSED: 3,
    CaseState.CONSENT_PENDING: 7,
    CaseState.SCHEDULING: 7,
    CaseState.HELD: 3,
    CaseState.MINUTES_DRAFT: 3,
    CaseState.CLIENT_REVIEW: REVIEW_DAYS,
    CaseState.MINUTES_RELEASED: 1,
    CaseState.RESTRICTED: 3,
    MeetingState.PLANNED: 7,
    MeetingState.POSTPONED: 7,
    MeetingState.MINUTES_APPROVED: 7,
}


def due_at(row: CaseConference | Meeting) -> datetime | None:
    """The moment the next step is owed; none once nothing is owed."""
    if row.state == CaseState.INVITED:
        return row.ends_at
    if row.state == CaseState.FOLLOW_UP and isinstance(row, CaseConference):
        return _follow_up(row)
    days = DAYS.get(row.state)
    return None if days is None else _end_of_day(days)


def _end_of_day(days: int) -> datetime:
    return clock.start_of(clock.today() + timedelta(days=days + 1)) - timedelta(minutes=1)


def _follow_up(conference: CaseConference) -> datetime:
    open_days = conference.measures.filter(state="open").exclude(due_on=None)
    first = open_days.order_by("due_on").values_list("due_on", flat=True).first()
    day = first or conference.next_review_on or clock.today() + timedelta(days=28)
    return clock.start_of(day + timedelta(days=1)) - timedelta(minutes=1)
