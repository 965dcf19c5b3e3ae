"""Hints of anybody that an entry is wrong, and the answers of who keeps it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, public, signed_in
from core.http import Request
from core.receipts import once
from network.forms.hint import DecisionForm, SuggestionForm
from network.models import Service
from network.services.suggestions import decide, suggest
from network.views.entries import kept

_OPEN = "whoever reads an entry may say what is wrong with it"
_REASON = "who answers for the entry"


def _published(request: Request, slug: str) -> Service:
    return fetch(Service.objects.visible_to, request.actor, slug=slug, state="published")


def _page(request: Request, service: Service, form: SuggestionForm) -> HttpResponse:
    return render(request, "network/hint.html", {"service": service, "form": form})


@require_safe
@public(_OPEN)
def new(request: Request, slug: str) -> HttpResponse:
    """The form of a hint."""
    return _page(request, _published(request, slug), SuggestionForm())


@require_POST
@public(_OPEN)
def send(request: Request, slug: str) -> HttpResponse:
    """Take the hint down; the entry stays as it is."""
    service, form = _published(request, slug), SuggestionForm(request.POST)
    if not form.is_valid():
        return _page(request, service, form)
    suggest(service=service, by=request.actor, **form.cleaned_data)
    said = _("Danke. Ihr Hinweis liegt bei denen, die den Eintrag verantworten.")
    messages.success(request, said)
    return redirect("network:service", slug=slug)


@require_safe
@signed_in(_REASON)
def hints(request: Request, slug: str) -> HttpResponse:
    """The hints about one entry, the open ones first."""
    service = kept(request, slug)
    rows = service.suggestions.order_by("decided_at", "created_at")[:100]
    waiting = [row for row in rows if row.state == "open"]
    context = {"service": service, "open": waiting, "done": [r for r in rows if r not in waiting]}
    return render(request, "network/hints.html", context)


@require_POST
@signed_in(_REASON)
@once
def answer(request: Request, slug: str, pk: UUID) -> HttpResponse:
    """Accept or decline one; an accepted one stands beside the form of the entry."""
    service, form = kept(request, slug), DecisionForm(request.POST)
    if not form.is_valid() or not service.suggestions.filter(pk=pk).exists():
        raise Http404
    decide(service=service, pk=pk, by=request.actor, **form.cleaned_data)
    if not form.cleaned_data["accepted"]:
        messages.success(request, _("Der Hinweis ist abgelegt. Am Eintrag ändert sich nichts."))
        return redirect("network:hints", slug=slug)
    messages.success(request, _("Danke. Bitte ändern Sie jetzt den Eintrag."))
    return redirect(reverse("network:entry-edit", args=[slug]) + f"?hinweis={pk}")
