"""Gives the test its own database role back after each request inside the test's transaction."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse


class ResetRole:
    """In production a request's role ends with its transaction; here the test's goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if connection.connection is not None and connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("RESET ROLE")
        return response
