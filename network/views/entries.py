"""Keeping entries of the directory true."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import clock, keyset
from core.access import fetch, guard, signed_in
from core.http import Request
from core.receipts import once
from network import regions, rotting
from network.crisis.page import gaps
from network.forms.entry import EntryForm, initial_of
from network.models import Service, Suggestion
from network.services.entries import add_entry, change_entry, confirm_entry

_REASON = "a facility's administrator, or the coordination for entries nobody keeps"


def kept(request: Request, slug: str) -> Service:
    """The entry, for one who answers for it; 404 for everybody else."""
    return fetch(
        lambda actor: Service.objects.visible_to(actor).kept_by(actor), request.actor, slug=slug
    )


def _page(request: Request, form: EntryForm, service: Service | None) -> HttpResponse:
    context = {"form": form, "service": service, "hint": _hint(request, service)}
    return render(request, "network/entry_edit.html", context)


def _hint(request: Request, service: Service | None) -> Suggestion | None:
    """The hint that the entry is to be changed by, when the address names one of this entry."""
    try:
        wanted = UUID(request.GET.get("hinweis", ""))
    except ValueError:
        return None
    return service.suggestions.filter(pk=wanted).first() if service else None


@require_safe
@signed_in(_REASON)
def edit(request: Request, slug: str) -> HttpResponse:
    """The form of one entry."""
    service = kept(request, slug)
    return _page(request, EntryForm(initial=initial_of(service)), service)


@require_POST
@signed_in(_REASON)
@once
def save(request: Request, slug: str) -> HttpResponse:
    """Replace what the entry says."""
    service = kept(request, slug)
    form = EntryForm(request.POST)
    if not form.is_valid():
        return _page(request, form, service)
    change_entry(service=service, content=form.content(service), by=request.actor)
    messages.success(request, _("Der Eintrag ist gespeichert und gilt als heute geprüft."))
    return redirect("network:service", slug=slug)


@require_POST
@signed_in(_REASON)
@once
def confirm(request: Request, slug: str) -> HttpResponse:
    """Everything in the entry is right today."""
    confirm_entry(service=kept(request, slug), by=request.actor)
    messages.success(request, _("Danke. Der Eintrag gilt als heute geprüft."))
    return redirect("network:service", slug=slug)


@require_safe
@guard("manage_facility")
def new(request: Request) -> HttpResponse:
    """The form of a new entry."""
    return _page(request, EntryForm(initial={"takes_requests": True}), None)


@require_POST
@guard("manage_facility")
@once
def create(request: Request) -> HttpResponse:
    """Add an entry of one's own facility."""
    form = EntryForm(request.POST)
    if not form.is_valid():
        return _page(request, form, None)
    service = add_entry(content=form.content(None), by=request.actor)
    said = _("Der Eintrag ist angelegt. Geben Sie ihn zur Prüfung, damit er öffentlich wird.")
    messages.success(request, said)
    return redirect("network:service", slug=service.slug)


@require_safe
@guard("coordinate_region")
def to_check(request: Request) -> HttpResponse:
    """What rots in the region: each kind with its number, and the entries of one kind."""
    region = regions.choose(request.actor).region
    kind = rotting.chosen(request.GET.get("zeige", ""))
    page = keyset.page(
        rotting.rows(request.actor, region, kind),
        key=("name", "id"),
        after=request.GET.get("nach", ""),
    )
    tabs = rotting.tabs(request.actor, region, kind)
    shown = {"tabs": tabs, "lines": rotting.lines(page.rows), "gaps": gaps(region, clock.now())}
    context = {"page": page, "region": region, **shown}
    return render(request, "network/to_check.html", context)
