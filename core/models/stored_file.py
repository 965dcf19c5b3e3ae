"""A file as ciphertext inside the database."""

from django.db import models

from core.models.data_key import DataKey
from core.models.record import Record


class StoredFile(Record):
    """One file; ``name`` is constant text without a personal datum."""

    data_key = models.ForeignKey(DataKey, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    ciphertext = models.BinaryField()

    def __str__(self) -> str:
        return self.name
