"""Remembers a submitted form, so that a double click does the deed once."""

from django.conf import settings
from django.db import models

from core.models.record import Record


class FormReceipt(Record):
    """The first answer to one form, replayed to every later submit of the same form."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    location = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="core_receipt_once"),
        ]

    def __str__(self) -> str:
        return f"FormReceipt {self.key}"
