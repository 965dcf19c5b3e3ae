"""Wanting to be told of new editions: members with a button, everybody else with an address."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import public, signed_in
from core.http import Request
from core.receipts import once
from network import regions
from network.forms.subscription import SubscriptionForm
from network.models import Region
from network.services import subscriptions

_REASON = "an address is confirmed by mail before anything is sent to it"


@require_POST
@signed_in("members of the region choose for themselves; the service asks")
@once
def subscribe(request: Request) -> HttpResponse:
    """Send me new editions."""
    subscriptions.subscribe(region=_region(request), by=request.actor)
    messages.success(request, _("Sie bekommen eine E-Mail, sobald eine neue Ausgabe erscheint."))
    return redirect("network:contacts")


@require_POST
@signed_in("as choosing them")
@once
def unsubscribe(request: Request) -> HttpResponse:
    """Send me no more editions."""
    subscriptions.unsubscribe(region=_region(request), by=request.actor)
    messages.success(request, _("Sie bekommen keine Ausgaben mehr per E-Mail."))
    return redirect("network:contacts")


@require_safe
@public(_REASON)
def form(request: Request) -> HttpResponse:
    """Leave an address."""
    return _page(request, SubscriptionForm())


@require_POST
@public(_REASON)
def ask(request: Request) -> HttpResponse:
    """Send the address a link to confirm; the answer is the same whatever is known of it."""
    filled = SubscriptionForm(request.POST)
    if not filled.is_valid():
        return _page(request, filled)
    subscriptions.ask_outside(
        region=_region(request), email=filled.cleaned_data["email"], by=request.actor
    )
    return render(request, "network/subscription_asked.html")


def _page(request: Request, filled: SubscriptionForm) -> HttpResponse:
    choice = regions.choose(request.actor, request.GET.get("region", ""))
    return render(request, "network/subscription_form.html", {"form": filled, "choice": choice})


def _region(request: Request) -> Region:
    """The region the form names, else the own or only one."""
    region = regions.choose(request.actor, request.POST.get("region", "")).region
    if region is None:
        raise Http404
    return region
