"""What a committee agreed to do; it stands on every agenda until it is done."""

from django.db import models

from conferences.vocabulary import MeasureState
from core.models import Record


class Measure(Record):
    """One thing to do: what, who, until when, and how far it is."""

    body = models.ForeignKey("conferences.Body", on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(
        "conferences.Meeting", on_delete=models.PROTECT, related_name="measures"
    )
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=160)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=MeasureState, default=MeasureState.OPEN)
    settled_on = models.DateField(null=True, blank=True)
    is_internal = models.BooleanField(default=False)

    class Meta:
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="measure_number_once")
        ]
        indexes = [models.Index(fields=["body", "state"], name="measure_open")]

    def __str__(self) -> str:
        return f"{self.year % 100}-{self.number}"
