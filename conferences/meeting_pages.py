"""What the pages of committees show, made ready so that the templates only lay it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from conferences.meeting_access import (
    body_sides,
    may,
    readable_copies,
    readable_items,
    reads_internal,
    reads_results,
    runs,
    sits,
)
from conferences.meeting_workflow import MEETING_STEPS, MeetingSide, MeetingState, MeetingStep
from conferences.models import Attendance, Body, Meeting
from conferences.models.register import open_measures, resolutions_of
from conferences.quorum import quorum
from conferences.vocabulary import THERE, ItemState, MeasureState, Presence, SeatGroup
from core import clock, moments
from core.actor import Actor

MAIN_STEPS = (MeetingStep.INVITE, MeetingStep.HOLD, MeetingStep.APPROVE, MeetingStep.PUBLISH)
SIDE_STEPS = (MeetingStep.POSTPONE, MeetingStep.CANCEL, MeetingStep.REVISE)
HINTS: Mapping[str, Promise] = {
    MeetingState.PLANNED: _("Nehmen Sie die Punkte auf und laden Sie dann ein."),
    MeetingState.INVITED: _("Halten Sie in der Sitzung fest, wer da ist."),
    MeetingState.HELD: _("Tragen Sie Ergebnisse, Beschlüsse und Maßnahmen ein."),
    MeetingState.MINUTES_DRAFT: _("Prüfen Sie das Protokoll. Die Genehmigung friert es ein."),
    MeetingState.MINUTES_APPROVED: _("Veröffentlicht wird die Fassung ohne interne Punkte."),
    MeetingState.POSTPONED: _("Legen Sie einen neuen Termin fest und laden Sie neu ein."),
}


def body_page(body: Body, actor: Actor) -> dict[str, Any]:
    """Seats, meetings and the register of resolutions of one committee."""
    coming, past = _meetings(body, actor)
    inside = reads_internal(actor, body)
    return {
        "body": body,
        "inside": inside,
        "coming": coming,
        "past": past,
        "seats": [_seat(seat, inside) for seat in body.seats.select_related("person")],
        "resolutions": resolutions_of(body, inside=inside),
        "measures": open_measures(body, inside=inside),
        "is_office": runs(actor, body),
        "is_seat": sits(actor, body),
    }


def _meetings(body: Body, actor: Actor) -> tuple[list[Meeting], list[Meeting]]:
    """The next three and the last twenty-five, in one statement."""
    now, rows = clock.now(), Meeting.objects.visible_to(actor).filter(body=body)
    coming = rows.filter(ends_at__gte=now).order_by("starts_at")[:3]
    past = rows.filter(ends_at__lt=now).order_by("-starts_at")[:25]
    found = sorted(coming.union(past, all=True), key=lambda meeting: meeting.starts_at)
    late = [meeting for meeting in found if meeting.ends_at < now]
    return [meeting for meeting in found if meeting.ends_at >= now], late[::-1]


def _seat(seat: Any, inside: bool) -> dict[str, Any]:
    return {
        "label": seat.label,
        "group": seat.get_group_display(),
        "name": seat.called() if inside else "",
        "is_taken": seat.person_id is not None,
        "has_vote": seat.has_vote,
    }


def meeting_page(meeting: Meeting, actor: Actor) -> dict[str, Any]:
    """Everything the page of one meeting shows this reader."""
    body = meeting.body
    standing = body_sides(actor, body)
    inside = reads_internal(actor, body)
    return {
        "meeting": meeting,
        "body": body,
        "title": meeting_title(meeting),
        "when": when(meeting),
        "items": readable_items(actor, meeting),
        "proposed": _proposed(meeting, standing),
        "measures": open_measures(body, inside=inside, meeting=meeting)
        if reads_results(actor, meeting)
        else [],
        "votes": _votes(meeting) if reads_results(actor, meeting) else [],
        "main": list(_buttons(meeting, actor, MAIN_STEPS)),
        "side": list(_buttons(meeting, actor, SIDE_STEPS)),
        "hint": HINTS.get(meeting.state, ""),
        "can": {step.value for step in MeetingStep if may(actor, step, meeting) is None},
        "is_office": bool(standing & MeetingSide.OFFICE),
        "inside": inside,
        "copies": _copies(meeting, actor),
        "states": MeasureState.choices,
    }


def meeting_title(meeting: Meeting) -> str:
    """``PSAG Auental, 4. Sitzung 2026``."""
    return gettext("%(body)s, %(number)s. Sitzung %(year)s") % {
        "body": meeting.body.name,
        "number": meeting.number,
        "year": meeting.year,
    }


def when(meeting: Meeting) -> str:
    """``Do 10.12.2026, 14:00–16:10 Uhr``."""
    return moments.span(meeting.starts_at, meeting.ends_at)


def _proposed(meeting: Meeting, standing: MeetingSide) -> list[dict[str, Any]]:
    """Topics that seats ask for; whoever asks is named as their seat wants to be named."""
    items = [item for item in meeting.items.all() if item.state == ItemState.PROPOSED]
    if not standing or not items:
        return []
    seats = meeting.body.seats.select_related("person").exclude(person=None)
    called = {seat.person_id: seat.called() for seat in seats}
    return [
        {
            "pk": item.pk,
            "title": item.title,
            "text": item.text,
            "by": called.get(item.proposed_by_id, ""),
        }
        for item in items
    ]


def _buttons(
    meeting: Meeting, actor: Actor, steps: tuple[MeetingStep, ...]
) -> Iterable[dict[str, Any]]:
    for step in steps:
        refusal = may(actor, step, meeting)
        known = (MeetingState(meeting.state), step) in MEETING_STEPS
        if refusal is None:
            yield {"step": step, "refusal": ""}
        elif known and not refusal.forbidden:
            yield {"step": step, "refusal": str(refusal)}


def _votes(meeting: Meeting) -> list[tuple[str, str]]:
    """Who may vote; once attendance is entered, also who came."""
    rows = list(meeting.attendance.all())
    counted = quorum(rows, meeting.body)
    seats = (gettext("Stimmberechtigt"), gettext("%(n)s Sitze") % {"n": counted.seats})
    if not any(row.presence for row in rows):
        return [seats]
    words = gettext("beschlussfähig") if counted.reached else gettext("nicht beschlussfähig")
    here = (gettext("Anwesend"), f"{counted.there}, {words}")
    excused = [row.seat.label for row in rows if row.presence == Presence.EXCUSED]
    away = (gettext("Entschuldigt"), ", ".join(excused) or gettext("niemand"))
    return [seats, here, *_heard(rows), away]


def _heard(rows: list[Attendance]) -> Iterable[tuple[str, str]]:
    for group in (SeatGroup.EXPERIENCED, SeatGroup.RELATIVES):
        seats = [row for row in rows if row.seat.group == group]
        here = sum(row.presence in THERE for row in seats)
        counts = gettext("%(here)s von %(all)s Sitzen") % {"here": here, "all": len(seats)}
        yield str(group.label), counts


def _copies(meeting: Meeting, actor: Actor) -> list[dict[str, Any]]:
    return [
        {
            "pk": copy.pk,
            "is_public": copy.is_public,
            "edition": copy.minutes.edition,
            "pdf": copy.pdf_id,
        }
        for copy in readable_copies(actor, meeting)
    ]
