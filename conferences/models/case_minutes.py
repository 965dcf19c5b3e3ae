"""The frozen minutes of a case conference, and the copies made from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.models import DataKey, Record
from core.sealing import SealedModel


class CaseMinutes(SealedModel, Record):
    """One released edition: canonical JSON, sealed, with its hash; never changed again."""

    conference = models.ForeignKey(
        "conferences.CaseConference", on_delete=models.PROTECT, related_name="editions"
    )
    edition = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    content = SealedTextField()

    class Meta:
        ordering = ["-edition"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "edition"], name="case_minutes_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition}"

    @property
    def data_key(self) -> DataKey:
        """The conference's key."""
        return self.conference.data_key


class MinutesCopy(Record):
    """The PDF for one facility, holding what its release allowed when it was made."""

    minutes = models.ForeignKey(CaseMinutes, on_delete=models.PROTECT, related_name="copies")
    facility = models.ForeignKey("network.Facility", on_delete=models.PROTECT, related_name="+")
    categories = models.CharField(max_length=200)
    pdf = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "facility", "categories"], name="minutes_copy_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
