"""The list of pages for search engines."""

from typing import Any

from django.contrib.sitemaps import views
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from core.access import public
from core.http import Request
from core.sitemaps import PageSitemap
from network.sitemaps import EntrySitemap

SITEMAPS: dict[str, Any] = {"seiten": PageSitemap, "eintraege": EntrySitemap}


@require_safe
@public("the addresses of public pages")
def sitemap(request: Request) -> HttpResponse:
    """Public pages and published entries; 50,000 a page, as search engines ask."""
    return views.sitemap(request, SITEMAPS)
