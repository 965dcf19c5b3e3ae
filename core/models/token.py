"""A link that works without signing in."""

from django.db import models

from core.models.record import Record


class AccessToken(Record):
    """The hash of one link, with what it is for, on what, for which facility, until when."""

    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=60)
    object_id = models.UUIDField()
    facility = models.UUIDField(null=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.purpose
