"""What crawlers may fetch."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.access import public


@require_safe
@public("crawlers ask for it before anything else")
def robots(request: HttpRequest) -> HttpResponse:
    """Public pages by name, and nothing else: what comes later is closed until it is named."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in settings.GPV_NOT_CRAWLED),
        *(f"Allow: {path}" for path in settings.GPV_CRAWLED),
        "Disallow: /",
        "",
        f"Sitemap: {settings.GPV_SITE_ADDRESS}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
