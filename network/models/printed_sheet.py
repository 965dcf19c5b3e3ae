"""What is printed from the directory for everybody: booklet, crisis sheets, hand-out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Record, StoredFile
from network.models.region import Region


class PrintedSheetQuerySet(models.QuerySet["PrintedSheet"]):
    def published(self) -> "PrintedSheetQuerySet":
        """Every sheet: what is printed in them stands on public pages too."""
        return self.select_related("region", "pdf").order_by("kind", "position", "id")


class PrintedSheet(Record):
    """One sheet of a region and its newest file; ``part`` tells the sheets of one kind apart.

    ``fingerprint`` is that of the content in the file: the same content is not printed again.
    """

    class Kind(models.TextChoices):
        BOOKLET = "booklet", _("Verzeichnis als Heft")
        CRISIS = "crisis", _("Krisenblatt")
        HANDOUT = "handout", _("Handzettel")

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    part = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=160)
    fingerprint = models.CharField(max_length=64, blank=True)
    as_of = models.DateTimeField(null=True, blank=True)
    pdf = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PrintedSheetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "kind", "part"], name="network_printed_sheet_part"
            ),
        ]

    def __str__(self) -> str:
        return self.title
