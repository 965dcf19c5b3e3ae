"""The numbered contact lists that are handed out."""

from django.db import models

from core.actor import Actor
from core.models import Record, StoredFile
from network.models.facility import Facility
from network.models.region import Region


class EditionQuerySet(models.QuerySet["ContactListEdition"]):
    def visible_to(self, actor: Actor) -> "EditionQuerySet":
        """The editions of the regions in which the actor has a facility."""
        regions = Facility.objects.filter(pk__in=actor.facilities).values("organisation__region")
        return self.filter(region__in=regions)

    def published(self) -> "EditionQuerySet":
        """The editions whose public version is printed: functions and numbers, no names."""
        return self.filter(public_pdf__isnull=False)

    def newest(self) -> "EditionQuerySet":
        """The newest first, without what they hold."""
        return self.order_by("-number").only("number", "as_of", "region", "public_pdf")

    def newest_of_each_region(self) -> "EditionQuerySet":
        """One edition for each region, without what it holds."""
        first = self.order_by("region", "-number").distinct("region")
        return first.only("number", "as_of", "region")


class ContactListEdition(Record):
    """A frozen, numbered list with its "Stand" and what changed since the one before.

    ``rows`` name people and are for members; ``public_rows`` are those that were released.
    """

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    as_of = models.DateField()
    rows = models.JSONField()
    public_rows = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    published_by = models.UUIDField(null=True)
    pdf = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    public_pdf = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "number"], name="network_edition_number"),
        ]

    def __str__(self) -> str:
        return f"Edition {self.number}"
