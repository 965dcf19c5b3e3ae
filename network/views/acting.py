"""Choosing the facility one acts for."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from core.access import ACTING, signed_in
from core.http import Request
from core.receipts import once


@require_POST
@signed_in("everybody with several facilities chooses among their own")
@once
def switch(request: Request) -> HttpResponse:
    """Act for another of one's own facilities from now on, and go back to the page."""
    chosen = request.POST.get("facility", "")
    if chosen not in {str(facility) for facility in request.actor.facilities}:
        raise PermissionDenied
    request.session[ACTING] = str(UUID(chosen))
    return redirect(_back(request))


def _back(request: Request) -> str:
    """The page the person came from, on this server only."""
    target = request.POST.get("next", "")
    here = {request.get_host()}
    safe = target.startswith("/") and url_has_allowed_host_and_scheme(
        target, here, require_https=request.is_secure()
    )
    return target if safe else "/aufgaben/"
