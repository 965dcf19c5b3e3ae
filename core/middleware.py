"""What happens around every request: no caching, signing in, and refusals as pages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import DatabaseError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse

from core import audit
from core.actor import NOBODY
from core.errors import Refused
from core.kept_texts import keep_for_later
from core.views import errors

KEPT_TEXT, TASKS = "/konto/text/", "/aufgaben/"
Answer = Callable[[HttpRequest], HttpResponse]


class NoStore:
    """Keeps pages out of every cache; static files have passed before."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        return response


class SignInRequired(LoginRequiredMiddleware):
    """Sends a visitor to the sign-in page, keeps what they typed, and tells htmx to go there."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> Any:
        """A public page does not ask for the session here; its guard does, where it wants to."""
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        response: HttpResponse = super().handle_no_permission(request, view_func)
        if request.method == "POST":
            response = self._after_a_form(request, view_func)
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": response["Location"]})
        return response

    def _after_a_form(self, request: HttpRequest, view_func: Any) -> HttpResponse:
        """Signing in leads to the kept text; the form's own address answers no GET."""
        login = self.get_login_url(view_func)
        response = redirect_to_login(KEPT_TEXT, login)
        if keep_for_later(request, response):
            return response
        return redirect_to_login(TASKS, login)


class Refusals:
    """Turns refusals into pages that say why and give the text back, and records them."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            response.content = errors.form_only()
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, PermissionDenied):
            return self._recorded(request, 403, errors.forbidden(request, exception))
        if isinstance(exception, Http404):
            return self._recorded(request, 404, errors.not_found(request, exception))
        if isinstance(exception, Refused):
            return self._recorded(request, exception.status, errors.conflict(request, exception))
        if isinstance(exception, RequestDataTooBig):
            return errors.bad_request(request, exception)
        if isinstance(exception, OperationalError):
            return errors.unavailable(request)
        return None

    def _recorded(self, request: HttpRequest, status: int, page: HttpResponse) -> HttpResponse:
        match = request.resolver_match
        key = match.kwargs.get("pk") if match else None
        try:
            audit.record_refusal(
                by=getattr(request, "actor", NOBODY),
                status=status,
                view=match.view_name if match else "",
                object_id=key if isinstance(key, UUID) else None,
            )
        except DatabaseError:
            return errors.unavailable(request)
        return page
