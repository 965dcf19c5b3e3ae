"""Committees and their meetings: lists, planning, the page, and the steps without a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conferences.forms.meetings import MeetingForm
from conferences.meeting_access import readable_copy, require, runs
from conferences.meeting_pages import body_page, meeting_page
from conferences.meeting_workflow import MeetingStep
from conferences.models import Body, Meeting
from conferences.models.meeting import MeetingQuerySet
from conferences.services import approving, convening, sitting
from conferences.views.answers import pdf_answer
from core import files
from core.access import fetch, guard, signed_in
from core.actor import Actor
from core.errors import Refused
from core.http import Request
from core.receipts import once

WHY = "committees are about the region; what is internal is taken out by reader"
OFFICE = "coordinate_region"
DEEDS: Mapping[str, Callable[..., object]] = {
    MeetingStep.INVITE: convening.invite,
    MeetingStep.POSTPONE: partial(convening.call_off, step=MeetingStep.POSTPONE),
    MeetingStep.CANCEL: partial(convening.call_off, step=MeetingStep.CANCEL),
    MeetingStep.APPROVE: approving.approve,
    **{
        step: partial(sitting.take, step=step)
        for step in (MeetingStep.HOLD, MeetingStep.PUBLISH, MeetingStep.REVISE)
    },
}


def body_of(request: Request, slug: str) -> Body:
    """The committee, if the reader may know of it."""
    row = fetch(lambda a: Body.objects.visible_to(a).with_seat_of(a), request.actor, slug=slug)
    row.know_seat(request.actor, row.has_seat)
    return row


def _known(actor: Actor) -> MeetingQuerySet:
    return Meeting.objects.visible_to(actor).with_seat_of(actor).select_related("body")


def meeting_of(
    request: Request,
    slug: str,
    pk: UUID,
    step: MeetingStep | None = None,
    rows: Callable[[Actor], MeetingQuerySet] = _known,
) -> Meeting:
    """The meeting of this committee, if the reader may know of it, and take ``step`` now."""
    row = fetch(rows, request.actor, pk=pk, body__slug=slug)
    row.body.know_seat(request.actor, row.has_seat)
    if step is not None:
        require(request.actor, step, row)
    return row


def back_to(meeting: Meeting) -> HttpResponse:
    """The page of the meeting."""
    return redirect("conferences:meeting", slug=meeting.body.slug, pk=meeting.pk)


def form_page(
    request: Request, form: object, title: str, body: Body, meeting: Meeting | None = None
) -> HttpResponse:
    """One form on a page of its own; a wrongly filled one answers 422 and keeps its text."""
    status = 422 if getattr(form, "is_bound", False) else 200
    context = {"form": form, "title": title, "body": body, "meeting": meeting}
    return render(request, "conferences/meeting_form.html", context, status=status)


@require_safe
@signed_in(WHY)
def bodies(request: Request) -> HttpResponse:
    context = {"bodies": Body.objects.visible_to(request.actor)}
    return render(request, "conferences/bodies.html", context)


@require_safe
@signed_in(WHY)
def body(request: Request, slug: str) -> HttpResponse:
    context = body_page(body_of(request, slug), request.actor)
    return render(request, "conferences/body.html", context)


@require_safe
@guard(OFFICE)
def meeting_form(request: Request, slug: str) -> HttpResponse:
    row = body_of(request, slug)
    if not runs(request.actor, row):
        raise PermissionDenied
    form = MeetingForm(action=reverse("conferences:convene", kwargs={"slug": slug}))
    return form_page(request, form, _("Sitzung planen"), row)


@require_POST
@guard(OFFICE)
@once
def convene(request: Request, slug: str) -> HttpResponse:
    row = body_of(request, slug)
    form = MeetingForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Sitzung planen"), row)
    words = {name: form.cleaned_data[name] for name in ("starts_at", "ends_at", "place")}
    return back_to(convening.convene(body=row, **words, by=request.actor))


@require_safe
@signed_in(WHY)
def meeting(request: Request, slug: str, pk: UUID) -> HttpResponse:
    row = meeting_of(request, slug, pk, rows=lambda actor: _known(actor).for_page())
    context = meeting_page(row, request.actor)
    return render(request, "conferences/meeting.html", context)


@require_POST
@guard(OFFICE)
@once
def take_step(request: Request, slug: str, pk: UUID, step: str) -> HttpResponse:
    row = meeting_of(request, slug, pk)
    deed = DEEDS.get(step)
    if deed is None:
        raise Http404
    deed(meeting=row, by=request.actor)
    messages.success(request, _("Gespeichert."))
    return back_to(row)


@require_safe
@signed_in(WHY)
def download(request: Request, slug: str, pk: UUID, copy: UUID) -> HttpResponse:
    row = readable_copy(meeting_of(request, slug, pk), copy, by=request.actor)
    if row.pdf is None:
        raise Refused(_("Das PDF wird gerade erstellt. Laden Sie die Seite gleich noch einmal."))
    return pdf_answer(files.load(row.pdf, by=request.actor))
