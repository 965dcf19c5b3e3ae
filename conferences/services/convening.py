"""Planning a committee meeting, its agenda, and inviting the seats."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.http import Http404

from conferences.deadlines import due_at
from conferences.meeting_access import runs
from conferences.meeting_workflow import MeetingState, MeetingStep
from conferences.models import AgendaItem, Attendance, Body, Meeting, MeetingEvent
from conferences.services.meeting_stepping import advance, locked
from conferences.vocabulary import ItemState
from core import audit, clock, outbox, versions
from core.actor import Actor


@transaction.atomic
def convene(
    *, body: Body, starts_at: datetime, ends_at: datetime, place: str, by: Actor
) -> Meeting:
    """Plan the body's next meeting; what was to come back is on its agenda already."""
    if not runs(by, body):
        raise PermissionDenied
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    year = clock.local(starts_at).year
    last = Meeting.objects.filter(body=body, year=year).aggregate(Max("number"))["number__max"]
    meeting = Meeting(
        body=body,
        year=year,
        number=(last or 0) + 1,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
    )
    meeting.due_at = due_at(meeting)
    meeting.save()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, seat=seat) for seat in body.seats.filter(ends_on=None)
    )
    _carry_over(meeting)
    MeetingEvent.objects.create(
        meeting=meeting,
        step="convene",
        to_state=MeetingState.PLANNED,
        at=clock.now(),
        person=by.person,
        facility=by.facility,
        via=by.via,
    )
    audit.record(by=by, deed="meeting.convene", obj=meeting)
    return meeting


def _carry_over(meeting: Meeting) -> None:
    earlier = Meeting.objects.filter(body=meeting.body).exclude(pk=meeting.pk)
    previous = earlier.exclude(state=MeetingState.CANCELLED).order_by("-starts_at").first()
    if previous is None:
        return
    coming = previous.items.filter(comes_back=True, state=ItemState.LISTED)
    for number, item in enumerate(coming, start=1):
        AgendaItem.objects.create(
            meeting=meeting,
            number=number,
            title=item.title,
            text=item.text,
            is_internal=item.is_internal,
            carried_from=item,
        )


def _next_number(meeting: Meeting) -> int:
    highest: int = meeting.items.aggregate(Max("number"))["number__max"] or 0
    return highest + 1


@transaction.atomic
def add_item(
    *, meeting: Meeting, title: str, text: str = "", is_internal: bool = False, by: Actor
) -> AgendaItem:
    """Put a point at the end of the agenda."""
    meeting = locked(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    item = AgendaItem.objects.create(
        meeting=meeting,
        number=_next_number(meeting),
        title=title,
        text=text,
        is_internal=is_internal,
        proposed_by=by.person,
    )
    advance(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    return item


@transaction.atomic
def propose_item(*, meeting: Meeting, title: str, text: str = "", by: Actor) -> AgendaItem:
    """A seat asks for a point; the office puts it on the agenda."""
    meeting = locked(meeting=meeting, step=MeetingStep.PROPOSE_ITEM, by=by)
    item = AgendaItem.objects.create(
        meeting=meeting,
        state=ItemState.PROPOSED,
        title=title,
        text=text,
        proposed_by=by.person,
    )
    advance(meeting=meeting, step=MeetingStep.PROPOSE_ITEM, by=by)
    return item


@transaction.atomic
def list_item(*, meeting: Meeting, item_id: UUID, by: Actor) -> AgendaItem:
    """Put a proposed point on the agenda."""
    meeting = locked(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    item = meeting.items.filter(pk=item_id, state=ItemState.PROPOSED).first()
    if item is None:
        raise Http404
    item.state, item.number = ItemState.LISTED, _next_number(meeting)
    item.save(update_fields=["state", "number"])
    advance(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    return item


@transaction.atomic
def reschedule(
    *,
    meeting: Meeting,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    version: int | None = None,
    by: Actor,
) -> Meeting:
    """Another date or place, before the invitation goes out."""
    meeting = locked(meeting=meeting, step=MeetingStep.EDIT, by=by)
    versions.check(meeting, version)
    meeting.starts_at, meeting.ends_at, meeting.place = starts_at, ends_at, place
    return advance(meeting=meeting, step=MeetingStep.EDIT, by=by)


@transaction.atomic
def invite(*, meeting: Meeting, by: Actor) -> Meeting:
    """Invite every taken seat with the agenda."""
    meeting = locked(meeting=meeting, step=MeetingStep.INVITE, by=by)
    if meeting.calendar_sequence:
        meeting.calendar_sequence += 1  # a calendar takes a new date only above the last number
    meeting = advance(meeting=meeting, step=MeetingStep.INVITE, by=by)
    _tell_seats(meeting, "conferences.meeting_invitation", by)
    return meeting


@transaction.atomic
def call_off(*, meeting: Meeting, step: MeetingStep, by: Actor) -> Meeting:
    """Postpone or cancel; calendars are told when they had the date."""
    meeting = locked(meeting=meeting, step=step, by=by)
    was_invited = meeting.state == MeetingState.INVITED
    meeting.calendar_sequence += 1
    meeting = advance(meeting=meeting, step=step, by=by)
    if was_invited:
        _tell_seats(meeting, "conferences.meeting_cancellation", by)
    return meeting


def _tell_seats(meeting: Meeting, kind: str, by: Actor) -> None:
    rows = meeting.attendance.filter(seat__person__is_active=True, seat__ends_on=None)
    outbox.enqueue_all(kind, [(row.pk, None) for row in rows], by=by)
