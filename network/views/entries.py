"""Keeping entries of the directory true."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import keyset
from core.access import fetch, guard, signed_in
from core.http import Request
from core.receipts import once
from network import regions
from network.forms.entry import EntryForm, initial_of
from network.models import Service
from network.services.entries import add_entry, change_entry, confirm_entry

_REASON = "a facility's administrator, or the coordination for entries nobody keeps"


def _kept(request: Request, slug: str) -> Service:
    return fetch(
        lambda actor: Service.objects.visible_to(actor).kept_by(actor), request.actor, slug=slug
    )


def _page(request: Request, form: EntryForm, service: Service | None) -> HttpResponse:
    return render(request, "network/entry_edit.html", {"form": form, "service": service})


@require_safe
@signed_in(_REASON)
def edit(request: Request, slug: str) -> HttpResponse:
    """The form of one entry."""
    service = _kept(request, slug)
    return _page(request, EntryForm(initial=initial_of(service)), service)


@require_POST
@signed_in(_REASON)
@once
def save(request: Request, slug: str) -> HttpResponse:
    """Replace what the entry says."""
    service = _kept(request, slug)
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
    confirm_entry(service=_kept(request, slug), by=request.actor)
    messages.success(request, _("Danke. Der Eintrag gilt als heute geprüft."))
    return redirect("network:service", slug=slug)


@require_safe
@guard("manage_facility")
def new(request: Request) -> HttpResponse:
    """The form of a new entry."""
    first = {"address_public": True, "published": True, "takes_requests": True}
    return _page(request, EntryForm(initial=first), None)


@require_POST
@guard("manage_facility")
@once
def create(request: Request) -> HttpResponse:
    """Add an entry of one's own facility."""
    form = EntryForm(request.POST)
    if not form.is_valid():
        return _page(request, form, None)
    service = add_entry(content=form.content(None), by=request.actor)
    messages.success(request, _("Der Eintrag ist angelegt."))
    return redirect("network:service", slug=service.slug)


@require_safe
@guard("coordinate_region")
def to_check(request: Request) -> HttpResponse:
    """Entries of the region that somebody should look at, with the reason."""
    region = regions.choose(request.actor).region
    rows = Service.objects.visible_to(request.actor).filter(region=region)
    rows = rows.filter(~Q(needs_look="") | ~Q(state=Service.State.PUBLISHED))
    page = keyset.page(rows, key=("name", "id"), after=request.GET.get("nach", ""))
    return render(request, "network/to_check.html", {"page": page, "region": region})
