"""A care region with its Land, holidays and deadlines."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Record


class RegionQuerySet(models.QuerySet["Region"]):
    def published(self) -> "RegionQuerySet":
        """Every region: the public chooses where it looks."""
        return self.order_by("name")


class Region(Record):
    """Versorgungsregion; one installation can serve several."""

    name = models.CharField(_("Name"), max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    land = models.CharField(_("Land"), max_length=2, help_text="BE, NW, ... as in ISO 3166-2:DE")
    extra_closed_days = models.JSONField(default=list, blank=True)
    deadlines = models.JSONField(default=dict, blank=True)
    coordination_phone = models.CharField(max_length=40, blank=True)

    objects = RegionQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
