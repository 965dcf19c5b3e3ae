"""Two entries that may be one: side by side, and then one or told apart."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, guard
from core.http import Request
from core.receipts import once
from network import regions
from network.duplicates import choices, likely_pairs
from network.models import Service
from network.services.successors import PARTS, merge_entries, tell_apart


def _both(request: Request, first: UUID, second: UUID) -> tuple[Service, Service]:
    if first == second:
        raise Http404
    one, other = (
        fetch(
            lambda actor: Service.objects.visible_to(actor).reviewed_by(actor).with_keeper(actor),
            request.actor,
            pk=pk,
        )
        for pk in (first, second)
    )
    return one, other


@require_safe
@guard("coordinate_region")
def index(request: Request) -> HttpResponse:
    """The likely duplicates of the region."""
    region = regions.choose(request.actor).region
    pairs, total = likely_pairs(region) if region else ([], 0)
    return render(request, "network/duplicates.html", {"pairs": pairs, "total": total})


@require_safe
@guard("coordinate_region")
def pair(request: Request, first: UUID, second: UUID) -> HttpResponse:
    """Both side by side, part by part."""
    one, other = _both(request, first, second)
    kept = [each for each in (one, other) if each.staffed]
    context = {"first": one, "second": other, "choices": choices(one, other), "kept": kept}
    return render(request, "network/duplicate.html", context)


@require_POST
@guard("coordinate_region")
@once
def merge(request: Request, first: UUID, second: UUID) -> HttpResponse:
    """Make one of both; the address of the other leads to it."""
    one, other = _both(request, first, second)
    keep, gone = (other, one) if request.POST.get("keep") == "b" else (one, other)
    sides = {"a": one, "b": other}
    names = {part.name: request.POST.get(part.name, "") for part in PARTS}
    chosen = {name: sides[side] for name, side in names.items() if side in sides}
    merge_entries(keep=keep, gone=gone, chosen=chosen, by=request.actor)
    messages.success(request, _("Die beiden Einträge sind zusammengeführt."))
    return redirect("network:duplicates")


@require_POST
@guard("coordinate_region")
@once
def apart(request: Request, first: UUID, second: UUID) -> HttpResponse:
    """Both are different."""
    one, other = _both(request, first, second)
    tell_apart(one=one, other=other, by=request.actor)
    messages.success(request, _("Gemerkt: Das sind zwei verschiedene Angebote."))
    return redirect("network:duplicates")
