"""My organisation: people and their roles, entries, contacts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, guard
from core.http import Request
from core.receipts import once
from network.contact_care import contacts_of
from network.forms.person import PersonForm
from network.models import Facility, Membership, Service
from network.services.people import end_membership, invite


def _page(request: Request, form: PersonForm | None = None) -> HttpResponse:
    actor = request.actor
    own = Facility.objects.visible_to(actor).select_related("organisation")
    facility = fetch(lambda _actor: own, actor, pk=actor.facility)
    members = Membership.objects.visible_to(actor).current().select_related("user")
    context = {
        "facility": facility,
        "members": members.order_by("user__full_name", "role"),
        "entries": Service.objects.visible_to(actor)
        .kept_by(actor)
        .with_attention()
        .order_by("name"),
        "care": contacts_of(actor, facility),
        "form": form or PersonForm(facility=facility),
    }
    return render(request, "network/administration.html", context)


@require_safe
@guard("manage_facility")
def administration(request: Request) -> HttpResponse:
    """Who works here as what, and what the directory says about us."""
    return _page(request)


@require_POST
@guard("manage_facility")
@once
def invite_person(request: Request) -> HttpResponse:
    """Give a colleague a role; who has no account gets one."""
    facility = fetch(Facility.objects.visible_to, request.actor, pk=request.actor.facility)
    form = PersonForm(request.POST, facility=facility)
    if not form.is_valid():
        return _page(request, form)
    invite(**form.cleaned_data, by=request.actor)
    messages.success(request, _("Die Einladung ist unterwegs."))
    return redirect("network:administration")


@require_POST
@guard("manage_facility")
@once
def end_role(request: Request, pk: UUID) -> HttpResponse:
    """Take a role away from today."""
    membership = fetch(Membership.objects.visible_to, request.actor, pk=pk)
    end_membership(membership=membership, by=request.actor)
    messages.success(request, _("Die Rolle ist beendet."))
    return redirect("network:administration")
