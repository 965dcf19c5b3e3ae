"""A reminder that goes out once."""

from django.db import models

from core.models.record import Record


class Notice(Record):
    """Tells a person, or a facility's people, that something waits; unique by ``dedupe_key``."""

    kind = models.CharField(max_length=60)
    object_id = models.UUIDField()
    person = models.UUIDField(null=True)
    facility = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    dedupe_key = models.CharField(max_length=160, unique=True)

    def __str__(self) -> str:
        return self.kind
