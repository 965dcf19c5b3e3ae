"""Areas: the places that responsibility is divided by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Record
from network.models.region import Region


class AreaQuerySet(models.QuerySet["Area"]):
    def published(self, region: Region) -> "AreaQuerySet":
        """The places of ``region``, known to everybody."""
        return self.filter(region=region).order_by("name", "id")


class Area(Record):
    """Land > Kreis > Gemeinde or Bezirk > Ortsteil, with the postcodes that touch it.

    ``split_postcodes`` are those of ``postcodes`` that also touch another place, with the share of
    their ground that lies here, or null where nobody has measured it.
    """

    class Level(models.TextChoices):
        LAND = "land", _("Land")
        DISTRICT = "district", _("Kreis")
        MUNICIPALITY = "municipality", _("Gemeinde")
        BOROUGH = "borough", _("Bezirk")
        QUARTER = "quarter", _("Ortsteil")

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    level = models.CharField(max_length=12, choices=Level.choices)
    name = models.CharField(max_length=120)
    also_called = models.JSONField(default=list, blank=True)
    slug = models.SlugField(max_length=120)
    official_key = models.CharField(max_length=12, blank=True)
    postcodes = models.JSONField(default=list, blank=True)
    split_postcodes = models.JSONField(default=dict, blank=True)
    inhabitants = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "slug"], name="network_area_slug"),
        ]

    def __str__(self) -> str:
        return self.name
