"""Taking a step of a committee meeting: state and event in one transaction."""

from __future__ import annotations

from conferences.deadlines import due_at
from conferences.meeting_access import require
from conferences.meeting_workflow import MEETING_STEPS, MeetingState, MeetingStep
from conferences.models import Meeting, MeetingEvent
from core import audit, clock
from core.actor import Actor


def locked(*, meeting: Meeting, step: MeetingStep, by: Actor) -> Meeting:
    """The row as it is now, held until the end, with ``by`` allowed to take ``step``."""
    rows = Meeting.objects.select_for_update(of=("self",), no_key=True)
    meeting = rows.select_related("body").get(pk=meeting.pk)
    require(by, step, meeting)
    return meeting


def advance(*, meeting: Meeting, step: MeetingStep, by: Actor) -> Meeting:
    """Move along the table, count the version up, and write down who did it."""
    before = MeetingState(meeting.state)
    meeting.state = MEETING_STEPS[before, step].target
    meeting.version += 1
    meeting.due_at = due_at(meeting)
    meeting.save()
    MeetingEvent.objects.create(
        meeting=meeting,
        step=step,
        from_state=before,
        to_state=meeting.state,
        at=clock.now(),
        person=by.person,
        facility=by.facility,
        via=by.via,
    )
    audit.record(by=by, deed=f"meeting.{step}", obj=meeting)
    return meeting
