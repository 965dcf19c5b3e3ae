"""What a meeting talks about, and what it decides."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from conferences.vocabulary import ItemState, MeasureState, Outcome
from core.models import Record


class AgendaItem(Record):
    """A numbered point; an internal one is left out of the public version, number kept."""

    meeting = models.ForeignKey(
        "conferences.Meeting", on_delete=models.PROTECT, related_name="items"
    )
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=ItemState, default=ItemState.LISTED)
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    result = models.TextField(blank=True)
    is_internal = models.BooleanField(default=False)
    comes_back = models.BooleanField(default=False)
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ["number", "created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_number_once"),
            models.CheckConstraint(
                condition=Q(state=ItemState.LISTED, number__isnull=False)
                | (~Q(state=ItemState.LISTED) & Q(number__isnull=True)),
                name="agenda_listed_has_number",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Resolution(Record):
    """A decision with its votes; it stays in the body's register until it is carried out."""

    body = models.ForeignKey("conferences.Body", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="resolutions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    yes = models.PositiveSmallIntegerField()
    no = models.PositiveSmallIntegerField()
    abstentions = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=20, choices=Outcome)
    owner = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=MeasureState, default=MeasureState.OPEN)

    class Meta:
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="resolution_number_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.CARRIED, yes__gt=models.F("no"))
                | Q(outcome=Outcome.LOST, yes__lte=models.F("no")),
                name="resolution_outcome_is_the_vote",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"
