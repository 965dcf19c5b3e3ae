"""A column whose text cannot be read by accident."""

from typing import TYPE_CHECKING, Any

from django.db import models


class Sealed:
    """Stands where a text would be, and shows only whether there is one."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def __bool__(self) -> bool:
        return bool(self.raw)

    def __str__(self) -> str:
        return "•••" if self.raw else ""

    __repr__ = __str__


class _SealedAttribute:
    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: models.Model | None, owner: type | None = None) -> Any:
        if instance is None:
            return self
        return Sealed(instance.__dict__.get(self.name, b""))

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, str) and value:
            raise TypeError(f"use {type(instance).__name__}.seal({self.name}=...)")
        raw = value.raw if isinstance(value, Sealed) else value
        instance.__dict__[self.name] = bytes(raw or b"")


if TYPE_CHECKING:
    _Binary = models.BinaryField["bytes | Sealed | None", Sealed]
else:
    _Binary = models.BinaryField


class SealedTextField(_Binary):
    """Ciphertext in the database, a ``Sealed`` on the instance; see ``core.sealing``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", b"")
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _SealedAttribute(self.attname))

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        raw: bytes = model_instance.__dict__.get(self.attname, b"")
        return raw

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        raw = value.raw if isinstance(value, Sealed) else value
        return super().get_db_prep_value(raw, connection, prepared)
