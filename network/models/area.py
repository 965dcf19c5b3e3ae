"""Areas and who is responsible in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Record
from network.models.region import Region


class AreaQuerySet(models.QuerySet["Area"]):
    def published(self, region: Region) -> "AreaQuerySet":
        """The places of ``region``, known to everybody."""
        return self.filter(region=region).order_by("name", "id")


class RuleQuerySet(models.QuerySet["ResponsibilityRule"]):
    def published(self) -> "RuleQuerySet":
        """The rules of published services, with service and area."""
        rows = self.filter(service__state="published").select_related("service__region", "area")
        return rows.order_by("service__type", "service__name", "area__name", "id")


class Area(Record):
    """Land > Kreis > Bezirk > Ortsteil, with its postcodes and streets."""

    class Level(models.TextChoices):
        LAND = "land", _("Land")
        DISTRICT = "district", _("Kreis")
        BOROUGH = "borough", _("Bezirk")
        QUARTER = "quarter", _("Ortsteil")

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    level = models.CharField(max_length=10, choices=Level.choices)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120)
    postcodes = models.JSONField(default=list, blank=True)
    inhabitants = models.PositiveIntegerField(null=True, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "slug"], name="network_area_slug"),
        ]

    def __str__(self) -> str:
        return self.name


class ResponsibilityRule(Record):
    """Which service is responsible in an area, on which legal basis, at which hours."""

    service = models.ForeignKey("network.Service", on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    legal_basis = models.CharField(max_length=200)
    criterion = models.CharField(max_length=80, default="residence")
    only_outside_office_hours = models.BooleanField(default=False)
    source = models.CharField(max_length=200, blank=True)

    objects = RuleQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.service} in {self.area}"
