"""Freezing a committee's minutes and ordering its two PDFs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction

from conferences import minutes as shared
from conferences.meeting_workflow import MeetingState, MeetingStep
from conferences.models import AgendaItem, Attendance, Measure, Meeting, MeetingCopy, Minutes
from conferences.quorum import quorum
from conferences.services.carrying import carry_on
from conferences.services.meeting_stepping import advance, locked
from conferences.vocabulary import ItemState, MeasureState
from core import clock, outbox
from core.actor import Actor


@transaction.atomic
def approve(*, meeting: Meeting, by: Actor) -> Minutes:
    """Freeze what stands now as the next edition; the worker makes both PDFs."""
    meeting = locked(meeting=meeting, step=MeetingStep.APPROVE, by=by)
    number = meeting.editions.count() + 1
    content = _content(meeting) | {"edition": number, "approved_on": shared.iso(clock.today())}
    text = shared.canonical(content)
    edition = Minutes.objects.create(
        meeting=meeting,
        edition=number,
        content=text,
        digest=shared.digest(text),
        approved_at=clock.now(),
        approved_by=by.person,
    )
    for is_public in (False, True):
        copy = MeetingCopy.objects.create(minutes=edition, is_public=is_public)
        outbox.enqueue("conferences.meeting_minutes_pdf", copy.pk, by=by)
    carry_on(meeting, by=by)
    advance(meeting=meeting, step=MeetingStep.APPROVE, by=by)
    return edition


def _content(meeting: Meeting) -> dict[str, Any]:
    body = meeting.body
    rows = list(meeting.attendance.select_related("seat__person"))
    items = meeting.items.filter(state=ItemState.LISTED).prefetch_related("resolutions")
    return {
        "body": body.name,
        "subtitle": body.subtitle,
        "letterhead": body.letterhead.splitlines(),
        "year": meeting.year,
        "number": meeting.number,
        "starts_at": shared.iso(meeting.starts_at),
        "ends_at": shared.iso(meeting.ends_at),
        "place": meeting.place,
        "chair": meeting.chair,
        "keeper": meeting.keeper,
        "quorum": asdict(quorum(rows, body)),
        "items": [_item(item) for item in items],
        "measures": [_measure(measure) for measure in _measures(meeting)],
        "attendance": [_attended(row) for row in rows],
        "next_meeting": _next_meeting(meeting),
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "text": item.result or item.text,
        "is_internal": item.is_internal,
        "carried": item.comes_back,
        "resolutions": [
            {
                "number": f"{row.year}-{row.number}",
                "text": row.text,
                "votes": [row.yes, row.no, row.abstentions],
                "outcome": row.outcome,
                "owner": row.owner,
                "due_on": shared.iso(row.due_on),
            }
            for row in item.resolutions.all()
        ],
    }


def _measures(meeting: Meeting) -> list[Measure]:
    """This meeting's measures and the body's older ones that are still open."""
    rows = Measure.objects.filter(body=meeting.body, meeting__starts_at__lte=meeting.starts_at)
    older = rows.filter(state=MeasureState.OPEN)
    return list((rows.filter(meeting=meeting) | older).order_by("-year", "-number"))


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "number": str(measure),
        "what": measure.what,
        "who": measure.who,
        "due_on": shared.iso(measure.due_on),
        "state": measure.state,
        "is_internal": measure.is_internal,
    }


def _attended(row: Attendance) -> dict[str, Any]:
    return {
        "name": row.seat.called(),
        "seat": row.seat.label,
        "group": row.seat.group,
        "has_vote": row.seat.has_vote,
        "presence": row.presence,
        "note": row.note,
    }


def _next_meeting(meeting: Meeting) -> str:
    coming = Meeting.objects.filter(body=meeting.body, starts_at__gt=meeting.starts_at)
    following = coming.exclude(state=MeetingState.CANCELLED).order_by("starts_at").first()
    return shared.iso(following.starts_at) if following else ""
