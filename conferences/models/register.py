"""The register of a body: its resolutions, and what is still to be done."""

from __future__ import annotations

from django.db.models import Q

from conferences.meeting_workflow import MeetingState
from conferences.models.agenda import Resolution
from conferences.models.body import Body
from conferences.models.measure import Measure
from conferences.models.meeting import Meeting
from conferences.vocabulary import MeasureState

LATEST = 25


def resolutions_of(body: Body, *, inside: bool) -> list[Resolution]:
    """The latest resolutions; outside the body only public ones of published minutes."""
    rows = Resolution.objects.filter(body=body).select_related("item__meeting")
    if not inside:
        rows = rows.filter(item__is_internal=False, item__meeting__state=MeetingState.PUBLISHED)
    return list(rows.order_by("-year", "-number")[:LATEST])


def open_measures(body: Body, *, inside: bool, meeting: Meeting | None = None) -> list[Measure]:
    """What is still open, and with ``meeting`` also what was agreed there."""
    wanted = Q(state=MeasureState.OPEN)
    if meeting is not None:
        wanted = Q(wanted, meeting__starts_at__lte=meeting.starts_at) | Q(meeting=meeting)
    rows = Measure.objects.filter(wanted, body=body)
    if not inside:
        rows = rows.filter(is_internal=False, meeting__state=MeetingState.PUBLISHED)
    return list(rows.order_by("-year", "-number")[:LATEST])
