"""The request as a guarded view sees it, and the page it belongs to."""

from urllib.parse import urlsplit

from django.http import HttpRequest

from core.actor import Actor


class Request(HttpRequest):
    """A request behind a guard: it knows who acts."""

    actor: Actor
    htmx: object


def page_of(request: HttpRequest) -> str:
    """The page the person is on; of a form that was sent the one it stood on, "" when unknown.

    The address a form is sent to has no page of its own.
    """
    if request.method != "POST":
        return request.get_full_path()
    page = urlsplit(request.headers.get("Referer", ""))
    if page.netloc != request.get_host():
        return ""
    return f"{page.path}?{page.query}" if page.query else page.path
