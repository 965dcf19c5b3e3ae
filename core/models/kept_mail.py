"""A mail of the demo, kept instead of sent."""

from django.db import models

from core.models.record import Record


class KeptMail(Record):
    """One mail as it would have left the portal."""

    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.subject
