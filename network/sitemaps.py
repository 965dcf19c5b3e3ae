"""Every published entry of every region."""

import datetime as dt

from core.sitemaps import OwnSitemap
from network.cards import address_of
from network.models import Service
from network.models.service import ServiceQuerySet


class EntrySitemap(OwnSitemap):
    """An entry's page, with the day on which somebody last said that it is true."""

    def items(self) -> ServiceQuerySet:
        return Service.objects.published().order_by("slug").only("slug", "verified_on")

    def location(self, item: Service) -> str:
        return address_of(item)

    def lastmod(self, item: Service) -> dt.date | None:
        return item.verified_on
