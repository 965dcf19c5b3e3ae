"""The base of every row that has an address."""

import uuid

from django.db import models

from core import clock


class Record(models.Model):
    """A row with a random id and the moment it was made."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True
