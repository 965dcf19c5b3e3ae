"""Links of mails about contacts: opening one changes nothing, only its button does."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from core.access import by_token, fetch
from core.http import Request
from core.models import AccessToken
from network.models import Contact
from network.services import subscriptions
from network.services.contacts import confirm_by_link
from network.services.questions import LINK
from network.services.subscriptions import JOIN, LEAVE


@require_safe
@by_token(LINK)
def contact(request: Request, token: AccessToken) -> HttpResponse:
    """What the list says of a contact, for its owner; the name is for members only."""
    rows = Contact.objects.visible_to(request.actor).select_related("facility", "unit", "deputy")
    found = fetch(lambda _actor: rows, request.actor, pk=token.object_id)
    edit_address = reverse("network:contact-edit", kwargs={"pk": found.pk})
    context = {"contact": found, "address": request.path, "edit_address": edit_address}
    return render(request, "network/link_contact.html", context)


@require_POST
@by_token(LINK)
def confirm_contact(request: Request, token: AccessToken) -> HttpResponse:
    """Everything still holds."""
    found = confirm_by_link(token=token, by=request.actor)
    return render(request, "network/link_contact_done.html", {"contact": found})


@require_safe
@by_token(JOIN)
def join(request: Request, token: AccessToken) -> HttpResponse:
    """Whether the address wants new editions."""
    return render(request, "network/link_join.html", {"address": request.path})


@require_POST
@by_token(JOIN)
def joined(request: Request, token: AccessToken) -> HttpResponse:
    """The address is confirmed."""
    subscriptions.join(token=token, by=request.actor)
    return render(request, "network/link_join_done.html")


@require_safe
@by_token(LEAVE)
def leave(request: Request, token: AccessToken) -> HttpResponse:
    """Whether the address wants no more."""
    return render(request, "network/link_leave.html", {"address": request.path})


@require_POST
@by_token(LEAVE)
def left(request: Request, token: AccessToken) -> HttpResponse:
    """The address is gone."""
    subscriptions.leave(token=token, by=request.actor)
    return render(request, "network/link_leave_done.html")
