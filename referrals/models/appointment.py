"""First appointments, and attempts that reached nobody."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel
from referrals.models.inquiry import Inquiry
from referrals.reasons import NextStep
from referrals.vocabulary import AppointmentState, ContactKind


class Appointment(SealedModel, Record):
    """One agreed meeting; a moved one is followed by its successor with the same ``series``."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="appointments")
    series = models.UUIDField()
    sequence = models.PositiveSmallIntegerField(default=0)
    starts_at = models.DateTimeField(_("Beginn"))
    place = SealedTextField()
    with_whom = models.CharField(_("mit"), max_length=160)
    state = models.CharField(
        max_length=12, choices=AppointmentState.choices, default=AppointmentState.PLANNED
    )
    next_step = models.CharField(max_length=20, choices=NextStep.choices, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"],
                condition=Q(state="planned"),
                name="referrals_one_planned_appointment",
            ),
            models.CheckConstraint(
                name="referrals_missed_has_next_step",
                condition=~Q(state="missed") | ~Q(next_step=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Appointment {self.pk}"

    @property
    def data_key(self) -> DataKey:
        """The client's key."""
        return self.inquiry.client.data_key


class ContactAttempt(Record):
    """Somebody tried and reached nobody; recorded, never counted as a contact."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="attempts")
    tried_at = models.DateTimeField()
    kind = models.CharField(max_length=12, choices=ContactKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["tried_at", "id"]

    def __str__(self) -> str:
        return f"ContactAttempt {self.pk}"
