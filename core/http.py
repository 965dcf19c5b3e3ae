"""The request as a guarded view sees it."""

from django.http import HttpRequest

from core.actor import Actor


class Request(HttpRequest):
    """A request behind a guard: it knows who acts."""

    actor: Actor
    htmx: object
