"""Links of mails about kept searches: opening one changes nothing, its button ends the mails."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from core.access import by_token
from core.http import Request
from core.models import AccessToken
from network.services.saved_searches import LEAVE, stop_mails


@require_safe
@by_token(LEAVE)
def ask(request: Request, token: AccessToken) -> HttpResponse:
    """Whether the mails about this search should end; what is searched for is not said."""
    return render(request, "network/link_search.html", {"address": request.path})


@require_POST
@by_token(LEAVE)
def stop(request: Request, token: AccessToken) -> HttpResponse:
    """They have ended."""
    stop_mails(token=token, by=request.actor)
    return render(request, "network/link_search_done.html")
