"""What search engines may list: public pages, each at one address; every other answer says no."""

import re
from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
_REGION = re.compile(r"[a-z0-9-]{1,120}")


class NoIndex:
    """Tells search engines to list nothing but the pages that the settings name."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 200 or not is_indexed(request):
            response.headers["X-Robots-Tag"] = "noindex"
        return response


def is_indexed(request: HttpRequest) -> bool:
    """Whether the page asked for may be listed."""
    match = request.resolver_match
    return match is not None and match.view_name in settings.GPV_INDEXED


def canonical(request: HttpRequest) -> str:
    """The one address of a listed page: without filters, in its region; "" for any other."""
    if not is_indexed(request):
        return ""
    region = request.GET.get("region", "")
    kept = f"?{urlencode({'region': region})}" if _REGION.fullmatch(region) else ""
    return f"{settings.GPV_SITE_ADDRESS}{request.path}{kept}"
