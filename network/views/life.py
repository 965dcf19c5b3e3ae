"""Taking an entry through its life."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import fetch, signed_in
from core.http import Request
from core.receipts import once
from network.entries import entry_page
from network.forms.life import ClosureForm, NoteForm
from network.life import Step
from network.models import Service
from network.services.life import close_for_a_while, take_step

_REASON = "who answers for the entry, and the coordination of its region"


def _visible(request: Request, slug: str) -> Service:
    """The entry for one who keeps it or coordinates its region; 404 for everybody else."""
    row = fetch(
        lambda actor: Service.objects.visible_to(actor).with_keeper(actor).with_attention(),
        request.actor,
        slug=slug,
    )
    if not row.kept and not row.reviewed:
        raise Http404
    return row


@require_POST
@signed_in(_REASON)
@once
def step(request: Request, slug: str, word: str) -> HttpResponse:
    """Move the entry on."""
    service = _visible(request, slug)
    if word not in Step.values:
        raise Http404
    form = NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    row = take_step(service=service, step=Step(word), by=request.actor, note=note)
    said = {"state": row.get_state_display()}
    messages.success(request, _("Der Eintrag hat jetzt den Stand: %(state)s.") % said)
    return redirect("network:service", slug=slug)


@require_POST
@signed_in(_REASON)
@once
def close(request: Request, slug: str) -> HttpResponse:
    """The service is closed for some days."""
    service, form = _visible(request, slug), ClosureForm(request.POST)
    if not service.kept:
        raise Http404
    if not form.is_valid():
        page = entry_page(service, request.actor, closure=form)
        return render(request, "network/service.html", page)
    close_for_a_while(service=service, by=request.actor, **form.cleaned_data)
    messages.success(request, _("Das Angebot ist als vorübergehend geschlossen eingetragen."))
    return redirect("network:service", slug=slug)
