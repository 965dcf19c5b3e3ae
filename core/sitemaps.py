"""Pages that a search engine should know, under the portal's own address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse


class OwnSitemap(Sitemap):  # type: ignore[type-arg] # the class takes no argument while it runs
    """Addresses as mail and canonical links write them, whatever the request called us."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.GPV_SITE_ADDRESS).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.GPV_SITE_ADDRESS).netloc


class PageSitemap(OwnSitemap):
    """The public pages that stand alone."""

    def items(self) -> list[str]:
        return list(settings.GPV_LISTED)

    def location(self, item: str) -> str:
        return reverse(item)
