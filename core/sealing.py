"""Sealing and opening the texts of one row with its data key."""

from django.db import models

from core import crypto
from core.fields import SealedTextField
from core.models import DataKey


def _place(instance: models.Model, name: str) -> str:
    return f"{instance._meta.db_table}|{name}|{instance.pk}"


class SealedModel(models.Model):
    """A row with sealed texts; subclasses say which ``data_key`` seals them."""

    class Meta:
        abstract = True

    @property
    def data_key(self) -> DataKey:
        raise NotImplementedError(f"{type(self).__name__} names no data key")

    def seal(self, **texts: str) -> None:
        """Put ``texts`` into the sealed fields of the same names; the caller saves."""
        key = self.data_key
        for name, text in texts.items():
            field = self._meta.get_field(name)
            if not isinstance(field, SealedTextField):
                raise TypeError(f"{name} is not a sealed field")
            raw = crypto.seal(text.encode(), key=key.plain, key_id=key.id, place=_place(self, name))
            setattr(self, name, raw if text else b"")


def reveal(instance: SealedModel, *names: str) -> dict[str, str]:
    """The texts of ``names``; for the ``opened`` functions of the apps alone."""
    key = instance.data_key
    return {
        name: crypto.unseal(
            sealed.raw, key=key.plain, key_id=key.id, place=_place(instance, name)
        ).decode()
        if (sealed := getattr(instance, name))
        else ""
        for name in names
    }
