"""The frozen minutes of a committee meeting, and the two PDFs made from them."""

from django.conf import settings
from django.db import models

from core.models import Record


class Minutes(Record):
    """One approved edition: canonical JSON with its hash; the row is never changed again."""

    meeting = models.ForeignKey(
        "conferences.Meeting", on_delete=models.PROTECT, related_name="editions"
    )
    edition = models.PositiveIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=64)
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-edition"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "edition"], name="minutes_edition_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition}"


class MeetingCopy(Record):
    """The PDF of one edition, for the body or for the public; empty until the worker made it."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="copies")
    is_public = models.BooleanField()
    pdf = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["is_public", "id"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "is_public"], name="meeting_copy_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
