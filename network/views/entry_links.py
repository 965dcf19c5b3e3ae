"""The link in a mail that says "stimmt noch": no sign-in, a button, used once.

Opening it changes nothing, because mail scanners open every link.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import by_token, fetch
from core.http import Request
from core.models import AccessToken
from network.entries import entry_page
from network.models import Service
from network.services.entries import ENTRY_LINK
from network.services.reviews import confirm_by_link


@require_safe
@by_token(ENTRY_LINK)
def ask(request: Request, token: AccessToken) -> HttpResponse:
    """What the entry says, and a button."""
    service = fetch(
        lambda actor: Service.objects.visible_to(actor).with_keeper(actor).with_attention(),
        request.actor,
        pk=token.object_id,
    )
    return render(request, "network/entry_link.html", entry_page(service, request.actor))


@require_POST
@by_token(ENTRY_LINK)
def confirm(request: Request, token: AccessToken) -> HttpResponse:
    """The entry is right today."""
    service = confirm_by_link(link=token, by=request.actor)
    messages.success(request, _("Danke. Der Eintrag gilt als heute geprüft."))
    return redirect("network:service", slug=service.slug)
