"""The page that works without network, and the worker that keeps it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import public_to_nobody
from core.actor import NOBODY
from core.http import Request
from network import regions
from network.models import Region
from network.offline import offline_page, worker_script

_REASON = "a browser keeps it for whoever sits there next: it knows nobody and takes no cookie"


@require_safe
@public_to_nobody(_REASON)
def page(request: Request) -> HttpResponse:
    """The crisis numbers of a region, as they are kept."""
    return render(request, "network/offline.html", offline_page(_region(request)))


@require_safe
@public_to_nobody(_REASON)
def worker(request: Request) -> HttpResponse:
    """The service worker; its scope is the folder it lies in."""
    headers = {"Cache-Control": "no-cache"}
    script = worker_script(_region(request))
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)


def _region(request: Request) -> Region | None:
    """The region named, else the first; nobody's own one, for nobody is known here."""
    return regions.choose(NOBODY, request.GET.get("region", "")).region
