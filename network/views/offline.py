"""The page that works without network, and the worker that keeps it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import public_to_nobody
from core.http import Request
from network.offline import choice_of, offline_page, worker_script

_REASON = "a browser keeps it for whoever sits there next: it knows nobody and takes no cookie"


@require_safe
@public_to_nobody(_REASON)
def page(request: Request) -> HttpResponse:
    """The crisis numbers of a region, as they are kept."""
    choice = choice_of(request.GET.get("region", ""))
    return render(request, "network/offline.html", offline_page(choice.region))


@require_safe
@public_to_nobody(_REASON)
def worker(request: Request) -> HttpResponse:
    """The service worker; its scope is the folder it lies in."""
    choice = choice_of(request.GET.get("region", ""))
    headers = {"Cache-Control": "no-cache"}
    script = worker_script(choice.region)
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)
