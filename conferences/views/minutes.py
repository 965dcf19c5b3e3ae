"""Writing, releasing and fetching the minutes of a case conference."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conferences import recording_form
from conferences.access import readable_copy
from conferences.forms.cases import MinutesReleaseForm, SettleForm
from conferences.services import recording, releasing
from conferences.views.answers import pdf_answer
from conferences.views.cases import MAY, back_to, form_page, found
from conferences.workflow import CaseStep
from core import files
from core.access import guard
from core.errors import Refused
from core.http import Request
from core.receipts import once


@require_safe
@guard(MAY)
def minutes_form(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk)
    form = recording_form.unbound(conference, request.actor)
    context = {"form": form, "conference": conference}
    return render(request, "conferences/minutes_form.html", context)


@require_POST
@guard(MAY)
@once
def save_minutes(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk)
    form = recording_form.bound(conference, request.actor, request.POST)
    if not form.is_valid():
        context = {"form": form, "conference": conference}
        return render(request, "conferences/minutes_form.html", context, status=422)
    recording_form.save(form, conference, request.actor)
    return back_to(conference)


@require_safe
@guard(MAY)
def release_form(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.RELEASE)
    form = MinutesReleaseForm(action=reverse("conferences:release", kwargs={"pk": pk}))
    return form_page(request, form, _("Protokoll freigeben"), conference)


@require_POST
@guard(MAY)
@once
def release(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.RELEASE)
    form = MinutesReleaseForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Protokoll freigeben"), conference)
    releasing.release(
        conference=conference, review_end=form.cleaned_data["review_end"], by=request.actor
    )
    return back_to(conference)


@require_POST
@guard(MAY)
@once
def settle(request: Request, pk: UUID, measure: UUID) -> HttpResponse:
    conference = found(request, pk)
    form = SettleForm(request.POST)
    if not form.is_valid():
        raise Http404
    recording.settle(
        conference=conference,
        measure_id=measure,
        state=form.cleaned_data["state"],
        by=request.actor,
    )
    return back_to(conference)


@require_safe
@guard(MAY)
def download(request: Request, pk: UUID, copy: UUID) -> HttpResponse:
    conference = found(request, pk)
    row = readable_copy(conference, copy, by=request.actor)
    if row.pdf is None:
        raise Refused(_("Das PDF wird gerade erstellt. Laden Sie die Seite gleich noch einmal."))
    return pdf_answer(files.load(row.pdf, by=request.actor))
