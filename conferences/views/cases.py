"""Case conferences: the list, a proposal, the page, and the steps that need no form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conferences.access import opened, opened_titles, require
from conferences.forms.cases import ProposalForm, QuestionForm
from conferences.models import CaseConference
from conferences.pages import conference_page
from conferences.proposing import offered
from conferences.services import proposals, recording, releasing, scheduling
from conferences.workflow import CaseStep
from core import keyset
from core.access import fetch, guard
from core.actor import Actor
from core.http import Request
from core.receipts import once

MAY = "hold_conference"
DEEDS: Mapping[str, Callable[..., object]] = {
    CaseStep.INFORM: proposals.inform,
    CaseStep.INVITE: scheduling.invite,
    CaseStep.POSTPONE: scheduling.postpone,
    CaseStep.CANCEL: scheduling.cancel,
    CaseStep.PRESENT: recording.present,
    CaseStep.RESTRICT: releasing.restrict,
    **{
        step: partial(proposals.take, step=step)
        for step in (
            CaseStep.GO_ANONYMOUS,
            CaseStep.CONSENT,
            CaseStep.REFUSE,
            CaseStep.HOLD,
            CaseStep.CORRECT,
            CaseStep.FOLLOW,
            CaseStep.CLOSE,
            CaseStep.REVISE,
            CaseStep.RESTORE,
        )
    },
}


def _readable(actor: Actor) -> QuerySet[CaseConference]:
    rows = CaseConference.objects.visible_to(actor)
    return rows.select_related("client__data_key", "own_key", "owner_facility")


def found(request: Request, pk: UUID, step: CaseStep | None = None) -> CaseConference:
    """The conference, if the reader may know of it, and take ``step`` now."""
    row = fetch(_readable, request.actor, pk=pk)
    if step is not None:
        require(request.actor, step, row)
    return row


def back_to(conference: CaseConference) -> HttpResponse:
    """The page of the conference."""
    return redirect("conferences:conference", pk=conference.pk)


def form_page(
    request: Request,
    form: object,
    title: str,
    conference: CaseConference | None = None,
    next_cursor: str = "",
) -> HttpResponse:
    """One form on a page of its own; a wrongly filled one answers 422 and keeps its text.

    ``next_cursor`` leads to further people whom the form could offer.
    """
    status = 422 if getattr(form, "is_bound", False) else 200
    context = {"form": form, "title": title, "conference": conference, "next_cursor": next_cursor}
    return render(request, "conferences/form.html", context, status=status)


@require_safe
@guard(MAY)
def conferences(request: Request) -> HttpResponse:
    rows = CaseConference.objects.visible_to(request.actor).select_related("client__data_key")
    page = keyset.page(
        rows, key=("created_at", "id"), after=request.GET.get("nach", ""), descending=True
    )
    names = opened_titles(page.rows, by=request.actor)
    listed = [(row, names.get(row.pk, "")) for row in page.rows]
    context = {"listed": listed, "next_cursor": page.next_cursor}
    return render(request, "conferences/list.html", context)


@require_safe
@guard(MAY)
def proposal(request: Request) -> HttpResponse:
    chosen = request.GET.get("person", "")
    offer = offered(request.actor, chosen=chosen, after=request.GET.get("nach", ""))
    form = ProposalForm(
        names=offer.names,
        action=reverse("conferences:propose"),
        initial={"client": chosen},
    )
    return form_page(request, form, _("Konferenz vorschlagen"), next_cursor=offer.next_cursor)


@require_POST
@guard(MAY)
@once
def propose(request: Request) -> HttpResponse:
    offer = offered(request.actor, chosen=request.POST.get("client", ""))
    form = ProposalForm(request.POST, names=offer.names, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Konferenz vorschlagen"))
    conference = proposals.propose(
        client=offer.clients.get(form.cleaned_data["client"]),
        kind=form.cleaned_data["kind"],
        core_question=form.cleaned_data["core_question"],
        not_to_discuss=form.cleaned_data["not_to_discuss"],
        by=request.actor,
    )
    return back_to(conference)


@require_safe
@guard(MAY)
def conference(request: Request, pk: UUID) -> HttpResponse:
    context = conference_page(found(request, pk), request.actor)
    return render(request, "conferences/conference.html", context)


@require_safe
@guard(MAY)
def edit_form(request: Request, pk: UUID) -> HttpResponse:
    row = found(request, pk)
    texts = opened(row, by=request.actor, purpose="edit", for_page=True)
    require(request.actor, CaseStep.EDIT, row)
    known = {name: texts[name] for name in ("core_question", "not_to_discuss")}
    action = reverse("conferences:edit", kwargs={"pk": pk})
    form = QuestionForm(action=action, initial={**known, "version": row.version})
    return form_page(request, form, _("Angaben ändern"), row)


@require_POST
@guard(MAY)
@once
def edit(request: Request, pk: UUID) -> HttpResponse:
    row = found(request, pk, CaseStep.EDIT)
    form = QuestionForm(request.POST, action=request.path)
    if not form.is_valid():
        return form_page(request, form, _("Angaben ändern"), row)
    names = ("core_question", "not_to_discuss", "version")
    words = {name: form.cleaned_data[name] for name in names}
    proposals.edit(conference=row, **words, by=request.actor)
    return back_to(row)


@require_POST
@guard(MAY)
@once
def take_step(request: Request, pk: UUID, step: str) -> HttpResponse:
    row = found(request, pk)
    deed = DEEDS.get(step)
    if deed is None:
        raise Http404
    deed(conference=row, by=request.actor)
    messages.success(request, _("Gespeichert."))
    return back_to(row)
