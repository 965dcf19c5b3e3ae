"""The agenda and what comes of it: items, attendance, results, votes, measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conferences.forms.base import PortalForm
from conferences.forms.meetings import (
    AttendanceForm,
    ItemForm,
    MeasureForm,
    MeasureStateForm,
    MovedForm,
    ProposeForm,
    ResolutionForm,
    ResultForm,
)
from conferences.meeting_access import listed_item
from conferences.meeting_workflow import MeetingStep
from conferences.models import AgendaItem, Attendance, Meeting
from conferences.services import convening, sitting
from conferences.views.bodies import OFFICE, WHY, back_to, body_of, form_page, meeting_of
from core import clock
from core.access import guard, signed_in
from core.http import Request
from core.receipts import once


def _action(name: str, meeting: Meeting, **more: UUID) -> str:
    here = {"slug": meeting.body.slug, "pk": meeting.pk, **more}
    return reverse(f"conferences:{name}", kwargs=here)


@require_safe
@guard(OFFICE)
def date_form(request: Request, slug: str, pk: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.EDIT)
    start, end = clock.local(meeting.starts_at), clock.local(meeting.ends_at)
    known = {"day": start.date(), "start": start.time(), "end": end.time()}
    known |= {"place": meeting.place, "version": meeting.version}
    form = MovedForm(action=_action("reschedule", meeting), initial=known)
    return form_page(request, form, _("Termin ändern"), meeting.body, meeting)


@require_POST
@guard(OFFICE)
@once
def reschedule(request: Request, slug: str, pk: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.EDIT)
    form = MovedForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Termin ändern"), meeting.body, meeting)
    words = {name: form.cleaned_data[name] for name in ("starts_at", "ends_at", "place", "version")}
    convening.reschedule(meeting=meeting, **words, by=request.actor)
    return back_to(meeting)


@dataclass(frozen=True, slots=True)
class _NewItem:
    """A point for the agenda, put there or asked for: its form and its service."""

    step: MeetingStep
    form: type[PortalForm]
    address: str
    fields: tuple[str, ...]
    deed: Callable[..., AgendaItem]


ADDED = _NewItem(
    MeetingStep.ADD_ITEM,
    ItemForm,
    "add-item",
    ("title", "text", "is_internal"),
    convening.add_item,
)
PROPOSED = _NewItem(
    MeetingStep.PROPOSE_ITEM,
    ProposeForm,
    "propose-item",
    ("title", "text"),
    convening.propose_item,
)


def _blank(request: Request, slug: str, pk: UUID, new: _NewItem) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, new.step)
    form = new.form(action=_action(new.address, meeting))
    return form_page(request, form, str(new.step.label), meeting.body, meeting)


def _sent(request: Request, slug: str, pk: UUID, new: _NewItem) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, new.step)
    form = new.form(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, str(new.step.label), meeting.body, meeting)
    words = {name: form.cleaned_data[name] for name in new.fields}
    new.deed(meeting=meeting, **words, by=request.actor)
    return back_to(meeting)


@require_safe
@guard(OFFICE)
def item_form(request: Request, slug: str, pk: UUID) -> HttpResponse:
    return _blank(request, slug, pk, ADDED)


@require_POST
@guard(OFFICE)
@once
def add_item(request: Request, slug: str, pk: UUID) -> HttpResponse:
    return _sent(request, slug, pk, ADDED)


@require_safe
@signed_in(WHY)
def propose_form(request: Request, slug: str, pk: UUID) -> HttpResponse:
    return _blank(request, slug, pk, PROPOSED)


@require_POST
@signed_in(WHY)
@once
def propose_item(request: Request, slug: str, pk: UUID) -> HttpResponse:
    return _sent(request, slug, pk, PROPOSED)


@require_POST
@guard(OFFICE)
@once
def list_item(request: Request, slug: str, pk: UUID, item: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.ADD_ITEM)
    convening.list_item(meeting=meeting, item_id=item, by=request.actor)
    return back_to(meeting)


@require_POST
@guard(OFFICE)
@once
def turn_down(request: Request, slug: str, pk: UUID, item: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.ADD_ITEM)
    convening.turn_down(meeting=meeting, item_id=item, by=request.actor)
    return back_to(meeting)


def _attendance(meeting: Meeting) -> list[Attendance]:
    return list(meeting.attendance.select_related("seat__person"))


def _seats(rows: list[Attendance]) -> list[tuple[UUID, str]]:
    return [
        (row.pk, f"{row.seat.label}: {row.seat.called() or _('nicht besetzt')}") for row in rows
    ]


@require_safe
@guard(OFFICE)
def attendance_form(request: Request, slug: str, pk: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.ATTEND)
    known = {"chair": meeting.chair, "keeper": meeting.keeper}
    rows = _attendance(meeting)
    for row in rows:
        known |= {f"presence_{row.pk}": row.presence, f"note_{row.pk}": row.note}
    form = AttendanceForm(action=_action("attend", meeting), initial=known, seats=_seats(rows))
    return form_page(request, form, _("Anwesenheit"), meeting.body, meeting)


@require_POST
@guard(OFFICE)
@once
def attend(request: Request, slug: str, pk: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.ATTEND)
    form = AttendanceForm(request.POST, action=request.path, seats=_seats(_attendance(meeting)))
    if not form.is_valid():
        return form_page(request, form, _("Anwesenheit"), meeting.body, meeting)
    words = {name: form.cleaned_data[name] for name in ("chair", "keeper")}
    sitting.attend(meeting=meeting, presence=form.presence(), **words, by=request.actor)
    return back_to(meeting)


@require_safe
@guard(OFFICE)
def result_form(request: Request, slug: str, pk: UUID, item: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.WRITE)
    row = listed_item(meeting, item)
    known = {"result": row.result, "comes_back": row.comes_back, "is_internal": row.is_internal}
    form = ResultForm(
        action=_action("write-result", meeting, item=item),
        initial={**known, "version": meeting.version},
    )
    return form_page(request, form, f"TOP {row.number}: {row.title}", meeting.body, meeting)


@require_POST
@guard(OFFICE)
@once
def write_result(request: Request, slug: str, pk: UUID, item: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.WRITE)
    form = ResultForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, listed_item(meeting, item).title, meeting.body, meeting)
    names = ("result", "comes_back", "is_internal", "version")
    words = {name: form.cleaned_data[name] for name in names}
    sitting.write_result(meeting=meeting, item_id=item, **words, by=request.actor)
    return back_to(meeting)


@require_safe
@guard(OFFICE)
def resolution_form(request: Request, slug: str, pk: UUID, item: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.RESOLVE)
    title = _("Beschluss zu TOP %(number)s") % {"number": listed_item(meeting, item).number}
    form = ResolutionForm(action=_action("resolve", meeting, item=item))
    return form_page(request, form, title, meeting.body, meeting)


@require_POST
@guard(OFFICE)
@once
def resolve(request: Request, slug: str, pk: UUID, item: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.RESOLVE)
    form = ResolutionForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Beschluss eintragen"), meeting.body, meeting)
    words = {name: form.cleaned_data[name] for name in ("text", "owner", "due_on")}
    sitting.resolve(meeting=meeting, item_id=item, votes=form.votes(), **words, by=request.actor)
    return back_to(meeting)


@require_safe
@guard(OFFICE)
def measure_form(request: Request, slug: str, pk: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.AGREE)
    form = MeasureForm(action=_action("agree", meeting))
    return form_page(request, form, _("Maßnahme eintragen"), meeting.body, meeting)


@require_POST
@guard(OFFICE)
@once
def agree(request: Request, slug: str, pk: UUID) -> HttpResponse:
    meeting = meeting_of(request, slug, pk, MeetingStep.AGREE)
    form = MeasureForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Maßnahme eintragen"), meeting.body, meeting)
    words = {name: form.cleaned_data[name] for name in ("what", "who", "due_on", "is_internal")}
    sitting.agree(meeting=meeting, **words, by=request.actor)
    return back_to(meeting)


@require_POST
@guard(OFFICE)
@once
def settle(request: Request, slug: str, measure: UUID) -> HttpResponse:
    body = body_of(request, slug)
    form = MeasureStateForm(request.POST)
    if not form.is_valid():
        raise Http404
    sitting.settle(
        body=body, measure_id=measure, state=form.cleaned_data["state"], by=request.actor
    )
    return redirect("conferences:body", slug=slug)
