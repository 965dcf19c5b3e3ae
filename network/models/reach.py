"""How and when a service is reached: its numbers and its certain hours."""

from django.db import models

from core.models import Record
from network.models.region import Region
from network.models.service import Service


class Phone(Record):
    """One number of a service: as it was written, and as one dials it."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="phones")
    raw = models.CharField(max_length=120)
    dial = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.raw


class OpeningSpan(Record):
    """A certain opening time: weekday 0 (Monday) to 6, 7 is a public holiday; may pass midnight.

    PostgreSQL writes ``region``, that of the service: it is no more than a way into the table.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="opening_spans")
    region = models.ForeignKey(
        Region,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        indexes = [models.Index(fields=["region", "weekday"], name="network_span_day")]
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__lte=7), name="network_span_weekday"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens}-{self.closes}"
