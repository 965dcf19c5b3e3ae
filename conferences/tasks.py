"""What the worker does after a change: mails and PDFs, each once, and the hourly look at dates."""

from __future__ import annotations

import json
from datetime import timedelta

from celery import shared_task
from django.core.exceptions import PermissionDenied

from conferences import documents, letters
from conferences.access import opened_address, opened_edition
from conferences.coverage import coverage, granted, has_consent
from conferences.deadlines import REVIEW_DAYS
from conferences.meeting_workflow import MeetingState
from conferences.models import (
    Attendance,
    CaseConference,
    MeetingCopy,
    MinutesCopy,
    Participant,
)
from conferences.services import releasing
from conferences.vocabulary import ReviewEnd
from conferences.workflow import CaseState
from core import clock, files, outbox
from core.actor import SCHEDULER, Actor
from core.calendar_files import Method
from core.models import OutboxMessage
from core.rows import alone
from referrals.vocabulary import Category

PDF = "application/pdf"


@outbox.handles("conferences.invitation")
def invite(message: OutboxMessage, actor: Actor) -> None:
    """Send one invitation, if the person is still invited and still covered."""
    participant = _participant(message)
    if participant is None or participant.conference.state != CaseState.INVITED:
        return
    _require_cover(participant)
    _write_to(participant, Method.REQUEST, message, actor)


@outbox.handles("conferences.poll")
def ask_for_dates(message: OutboxMessage, actor: Actor) -> None:
    """Tell one person that dates wait, if they still do and the person is still covered."""
    participant = _participant(message)
    if participant is None or participant.conference.state != CaseState.SCHEDULING:
        return
    _require_cover(participant)
    letters.send_poll(participant.conference, opened_address(participant, by=actor))


def _require_cover(participant: Participant) -> None:
    covers = {cover.participant.pk: cover for cover in coverage(participant.conference)}
    if not covers[participant.pk].is_covered:
        raise PermissionDenied


@outbox.handles("conferences.cancellation")
def call_off(message: OutboxMessage, actor: Actor) -> None:
    """Take a date back from a calendar, unless a newer invitation has replaced it."""
    participant = _participant(message)
    if participant is not None and participant.conference.state != CaseState.INVITED:
        _write_to(participant, Method.CANCEL, message, actor)


def _participant(message: OutboxMessage) -> Participant | None:
    rows = Participant.objects.select_related("conference__client", "person", "facility")
    return rows.filter(pk=message.object_id).first()


def _write_to(
    participant: Participant, method: Method, message: OutboxMessage, actor: Actor
) -> None:
    address = opened_address(participant, by=actor)
    if address:
        letters.send_case(
            participant.conference,
            address,
            has_account=participant.person_id is not None,
            method=method,
            stamped_at=message.created_at,
        )


@outbox.handles("conferences.case_minutes_pdf")
def make_case_copy(message: OutboxMessage, actor: Actor) -> None:
    """Render the copy of one facility, unless it is there already."""
    rows = MinutesCopy.objects.select_for_update(of=("self",), no_key=True)
    copy = rows.select_related("minutes__conference__client", "facility").get(pk=message.object_id)
    if copy.pdf_id is not None:
        return
    conference = copy.minutes.conference
    categories = {Category(word) for word in copy.categories.split(",") if word}
    if not categories <= granted(conference, copy.facility_id):
        raise PermissionDenied
    content = opened_edition(copy.minutes, categories=categories, by=actor, purpose="pdf")
    copy.pdf = files.store(
        documents.case_minutes_pdf(content, recipient=copy.facility.name),
        content_type=PDF,
        name="protokoll.pdf",
        data_key=conference.data_key,
        by=actor,
    )
    copy.save(update_fields=["pdf"])


@outbox.handles("conferences.meeting_minutes_pdf")
def make_meeting_copy(message: OutboxMessage, actor: Actor) -> None:
    """Render one version of a committee's minutes, unless it is there already."""
    rows = MeetingCopy.objects.select_for_update(of=("self",), no_key=True)
    copy = rows.select_related("minutes__meeting__body").get(pk=message.object_id)
    if copy.pdf_id is not None:
        return
    content = json.loads(copy.minutes.content)
    copy.pdf = files.store(
        documents.meeting_minutes_pdf(content, is_public=copy.is_public),
        content_type=PDF,
        name="protokoll.pdf",
        data_key=copy.minutes.meeting.body.data_key,
        by=actor,
    )
    copy.save(update_fields=["pdf"])


@outbox.handles("conferences.meeting_invitation")
def invite_seat(message: OutboxMessage, actor: Actor) -> None:
    """Invite one seat with the agenda."""
    row = _seated(message)
    if row is not None and row.meeting.state == MeetingState.INVITED:
        _write_to_seat(row, Method.REQUEST, message)


@outbox.handles("conferences.meeting_cancellation")
def call_off_seat(message: OutboxMessage, actor: Actor) -> None:
    """Take a meeting back from one calendar, unless a newer invitation has replaced it."""
    row = _seated(message)
    if row is not None and row.meeting.state != MeetingState.INVITED:
        _write_to_seat(row, Method.CANCEL, message)


def _seated(message: OutboxMessage) -> Attendance | None:
    rows = Attendance.objects.select_related("meeting__body", "seat__person")
    return rows.filter(pk=message.object_id).first()


def _write_to_seat(row: Attendance, method: Method, message: OutboxMessage) -> None:
    person = row.seat.person
    if person is not None and person.is_active:
        letters.send_meeting(
            row.meeting, person.email, method=method, stamped_at=message.created_at
        )


@shared_task
def watch_deadlines() -> None:
    """Release minutes that nobody objected to, and restrict tables whose consent is gone."""
    for conference in _waiting():
        alone(conference, _release)
    for conference in CaseConference.objects.without_consent():
        alone(conference, _restrict)


def _release(conference: CaseConference) -> object:
    return releasing.release(conference=conference, review_end=ReviewEnd.LAPSED, by=SCHEDULER)


def _restrict(conference: CaseConference) -> object:
    return releasing.restrict(conference=conference, by=SCHEDULER)


def _waiting() -> list[CaseConference]:
    last_day = clock.today() - timedelta(days=REVIEW_DAYS)
    rows = CaseConference.objects.filter(state=CaseState.CLIENT_REVIEW, delivered_on__lte=last_day)
    return [row for row in rows.order_by("pk") if row.is_anonymous or has_consent(row)]
