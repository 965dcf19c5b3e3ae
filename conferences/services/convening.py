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
from conferences.models import AgendaItem, Body, Meeting, MeetingEvent
from conferences.services.carrying import carry_on, carry_over, next_number
from conferences.services.meeting_stepping import advance, locked
from conferences.services.seating import enter_seats, tell_seats
from conferences.vocabulary import ItemState
from core import audit, clock, versions
from core.actor import Actor


@transaction.atomic
def convene(
    *, body: Body, starts_at: datetime, ends_at: datetime, place: str, by: Actor
) -> Meeting:
    """Plan the body's next meeting; what was to come back is on its agenda already."""
    if not runs(by, body):
        raise PermissionDenied
    year, number = _numbered(body, starts_at)
    meeting = Meeting(
        body=body, year=year, number=number, starts_at=starts_at, ends_at=ends_at, place=place
    )
    meeting.due_at = due_at(meeting)
    meeting.save()
    enter_seats(meeting)
    carry_over(meeting)
    _record(meeting, by)
    return meeting


def _numbered(body: Body, starts_at: datetime) -> tuple[int, int]:
    """Year and number of a new meeting on that day; two at once wait for each other."""
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    year = clock.local(starts_at).year
    last = Meeting.objects.filter(body=body, year=year).aggregate(Max("number"))["number__max"]
    return year, (last or 0) + 1


def _record(meeting: Meeting, by: Actor) -> None:
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


@transaction.atomic
def add_item(
    *, meeting: Meeting, title: str, text: str = "", is_internal: bool = False, by: Actor
) -> AgendaItem:
    """Put a point at the end of the agenda."""
    meeting = locked(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    item = AgendaItem.objects.create(
        meeting=meeting,
        number=next_number(meeting),
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
    item = _proposed(meeting, item_id)
    item.state, item.number = ItemState.LISTED, next_number(meeting)
    item.save(update_fields=["state", "number"])
    advance(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    return item


@transaction.atomic
def turn_down(*, meeting: Meeting, item_id: UUID, by: Actor) -> AgendaItem:
    """Leave a proposed point off the agenda."""
    meeting = locked(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    item = _proposed(meeting, item_id)
    item.state = ItemState.REJECTED
    item.save(update_fields=["state"])
    advance(meeting=meeting, step=MeetingStep.ADD_ITEM, by=by)
    return item


def _proposed(meeting: Meeting, item_id: UUID) -> AgendaItem:
    found = meeting.items.filter(pk=item_id, state=ItemState.PROPOSED).first()
    if found is None:
        raise Http404
    return found


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
    if clock.local(starts_at).year != meeting.year:
        meeting.year, meeting.number = _numbered(meeting.body, starts_at)
    return advance(meeting=meeting, step=MeetingStep.EDIT, by=by)


@transaction.atomic
def invite(*, meeting: Meeting, by: Actor) -> Meeting:
    """Invite every taken seat with the agenda."""
    meeting = locked(meeting=meeting, step=MeetingStep.INVITE, by=by)
    if meeting.calendar_sequence:
        meeting.calendar_sequence += 1  # a calendar takes a new date only above the last number
    enter_seats(meeting)
    meeting = advance(meeting=meeting, step=MeetingStep.INVITE, by=by)
    tell_seats(meeting, "conferences.meeting_invitation", by=by)
    return meeting


@transaction.atomic
def call_off(*, meeting: Meeting, step: MeetingStep, by: Actor) -> Meeting:
    """Postpone or cancel; calendars are told when they had the date."""
    meeting = locked(meeting=meeting, step=step, by=by)
    was_invited = meeting.state == MeetingState.INVITED
    meeting.calendar_sequence += 1
    meeting = advance(meeting=meeting, step=step, by=by)
    if was_invited:
        tell_seats(meeting, "conferences.meeting_cancellation", by=by)
    if step == MeetingStep.CANCEL:
        carry_on(meeting, by=by)
    return meeting
