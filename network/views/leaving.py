"""Leaving with one click of a mail program: RFC 8058, a POST without a page before it."""

from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from core.access import by_token
from core.http import Request
from core.models import AccessToken
from network.services import subscriptions
from network.services.subscriptions import LEAVE


@require_POST
@by_token(LEAVE)
@csrf_exempt
def at_once(request: Request, token: AccessToken) -> HttpResponse:
    """The mail program says so for its owner; it has no cookie, the link itself is the proof."""
    if request.POST.get("List-Unsubscribe") != "One-Click":
        raise Http404
    subscriptions.leave(token=token, by=request.actor)
    return HttpResponse(status=204)
