"""Who comes to a case conference: adding, the client's yes, taking off, answering."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conferences.forms.cases import ApprovalForm, GuestForm, ProfessionalForm
from conferences.services import people, scheduling
from conferences.standing import participant_of
from conferences.views.cases import MAY, back_to, form_page, found
from conferences.workflow import CaseStep
from core import clock
from core.access import guard
from core.http import Request
from core.receipts import once


@require_safe
@guard(MAY)
def professional_form(request: Request, pk: UUID) -> HttpResponse:
    action = reverse("conferences:add-professional", kwargs={"pk": pk})
    return form_page(
        request,
        ProfessionalForm(action=action),
        _("Fachkraft hinzufügen"),
        found(request, pk, CaseStep.ADD_PERSON),
    )


@require_POST
@guard(MAY)
@once
def add_professional(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.ADD_PERSON)
    form = ProfessionalForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Fachkraft hinzufügen"), conference)
    people.add_professional(conference=conference, **form.seat(), by=request.actor)
    return back_to(conference)


@require_safe
@guard(MAY)
def guest_form(request: Request, pk: UUID) -> HttpResponse:
    action = reverse("conferences:add-guest", kwargs={"pk": pk})
    return form_page(
        request,
        GuestForm(action=action),
        _("Person hinzufügen"),
        found(request, pk, CaseStep.ADD_PERSON),
    )


@require_POST
@guard(MAY)
@once
def add_guest(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.ADD_PERSON)
    form = GuestForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Person hinzufügen"), conference)
    people.add_guest(conference=conference, **form.seat(), by=request.actor)
    return back_to(conference)


@require_safe
@guard(MAY)
def approval_form(request: Request, pk: UUID, person: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.APPROVE_PERSON)
    row = participant_of(conference, person)
    action = reverse("conferences:approve", kwargs={"pk": pk, "person": person})
    known = {
        "approved_on": row.approved_on or clock.today(),
        "confidentiality_on": row.confidentiality_on,
    }
    form = ApprovalForm(action=action, initial=known)
    return form_page(request, form, _("Zustimmung festhalten"), conference)


@require_POST
@guard(MAY)
@once
def approve(request: Request, pk: UUID, person: UUID) -> HttpResponse:
    conference = found(request, pk, CaseStep.APPROVE_PERSON)
    participant = participant_of(conference, person)
    form = ApprovalForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Zustimmung festhalten"), conference)
    dates = {name: form.cleaned_data[name] for name in ("approved_on", "confidentiality_on")}
    people.approve(conference=conference, participant=participant, **dates, by=request.actor)
    return back_to(conference)


@require_POST
@guard(MAY)
@once
def remove(request: Request, pk: UUID, person: UUID) -> HttpResponse:
    conference = found(request, pk)
    participant = participant_of(conference, person)
    people.remove(conference=conference, participant=participant, by=request.actor)
    return back_to(conference)


@require_POST
@guard(MAY)
@once
def answer(request: Request, pk: UUID) -> HttpResponse:
    conference = found(request, pk)
    comes = request.POST.get("comes") == "yes"
    scheduling.answer(conference=conference, comes=comes, by=request.actor)
    return back_to(conference)
