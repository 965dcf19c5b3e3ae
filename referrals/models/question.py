"""A question of the asked service, and its answer."""

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel
from referrals.models.inquiry import Inquiry


class Question(SealedModel, Record):
    """Asked by the receiver, answered by the sender, or cleared by telephone."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="questions")
    text = SealedTextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = SealedTextField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]

    def __str__(self) -> str:
        return f"Question {self.pk}"

    @property
    def data_key(self) -> DataKey:
        """The client's key."""
        return self.inquiry.client.data_key
