"""Leaving with one click of a mail program: RFC 8058, a POST without a page before it."""

from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from core.access import by_token
from core.http import Request
from core.models import AccessToken
from network.services import saved_searches, subscriptions


@require_POST
@by_token(subscriptions.LEAVE)
@csrf_exempt
def at_once(request: Request, token: AccessToken) -> HttpResponse:
    """The mail program says so for its owner; it has no cookie, the link itself is the proof."""
    _refuse_scanners(request)
    subscriptions.leave(token=token, by=request.actor)
    return HttpResponse(status=204)


@require_POST
@by_token(saved_searches.LEAVE)
@csrf_exempt
def search_at_once(request: Request, token: AccessToken) -> HttpResponse:
    """The same for the mails about a kept search."""
    _refuse_scanners(request)
    saved_searches.stop_mails(token=token, by=request.actor)
    return HttpResponse(status=204)


def _refuse_scanners(request: Request) -> None:
    """Raises ``Http404`` unless a mail program asks: scanners try addresses without its word."""
    if request.POST.get("List-Unsubscribe") != "One-Click":
        raise Http404
