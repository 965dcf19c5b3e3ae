"""The key that seals one client's or one conference's texts."""

from functools import cached_property
from typing import ClassVar

from django.db import models

from core import clock, crypto
from core.models.record import Record


class DataKeyManager(models.Manager["DataKey"]):
    def create_new(self) -> "DataKey":
        """A fresh key, wrapped by the first key of the ring."""
        key = DataKey()
        key.wrapped = crypto.wrap(crypto.new_key(), key.id)
        key.save()
        return key


class DataKey(Record):
    """One wrapped key of 32 bytes; destroying it makes all it sealed unreadable."""

    wrapped = models.BinaryField()
    destroyed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[DataKeyManager] = DataKeyManager()

    def __str__(self) -> str:
        return f"DataKey {self.id}"

    @cached_property
    def plain(self) -> bytes:
        """The key itself; raises ``crypto.KeyDestroyed`` once it is gone."""
        return crypto.unwrap(bytes(self.wrapped), self.id)

    def destroy(self) -> None:
        """Forget the key for good."""
        self.wrapped, self.destroyed_at = b"", clock.now()
        self.__dict__.pop("plain", None)
        self.save(update_fields=["wrapped", "destroyed_at"])
