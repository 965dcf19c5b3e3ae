"""Error pages: what happened, what is safe, one way on; what was typed comes back."""

import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from core.errors import LinkOver, OtherFacility, Refused
from core.http import page_of
from core.kept_texts import posted_texts


def _page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    try:
        kept = posted_texts(request)
    except Exception:
        kept = []
    body = render_to_string(f"errors/{status}.html", {"kept": kept, **context}, request=None)
    return HttpResponse(body, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return _page_without_text(413)
    return _page_without_text(400)


def _page_without_text(status: int) -> HttpResponse:
    context: dict[str, Any] = {"kept": []}
    return HttpResponse(render_to_string(f"errors/{status}.html", context), status=status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404, link_over=isinstance(exception, LinkOver))


def form_only() -> str:
    """The words for an address that a browser opened instead of sending a form to it."""
    return render_to_string("errors/405.html", request=None)


def conflict(request: HttpRequest, exception: Refused) -> HttpResponse:
    other = exception.facility if isinstance(exception, OtherFacility) else None
    context = {"reason": str(exception), "other_facility": other, "path": page_of(request)}
    return _page(request, 409, csrf_token=get_token(request) if other else "", **context)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        reason=_(
            "Die Seite war zu lange offen oder wurde von anderer Stelle abgeschickt. "
            "Bitte laden Sie sie neu und senden Sie Ihren Text noch einmal ab."
        ),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    if isinstance(sys.exc_info()[1], OperationalError):
        return unavailable(request)
    return _page(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    response = _page(request, 503)
    response["Retry-After"] = "10"
    return response
