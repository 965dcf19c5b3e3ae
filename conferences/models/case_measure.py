"""What was agreed in a case conference: what, who, until when."""

from django.db import models

from conferences.vocabulary import MeasureState
from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel


class CaseMeasure(SealedModel, Record):
    """One agreement; it comes back at the next conference until it is settled."""

    conference = models.ForeignKey(
        "conferences.CaseConference", on_delete=models.CASCADE, related_name="measures"
    )
    number = models.PositiveIntegerField()
    what = SealedTextField()
    who = SealedTextField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=MeasureState, default=MeasureState.OPEN)
    settled_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "number"], name="case_measure_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def data_key(self) -> DataKey:
        """The conference's key."""
        return self.conference.data_key
