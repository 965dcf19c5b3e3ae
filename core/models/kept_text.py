"""Text of a form that came after the session had ended."""

from django.conf import settings
from django.db import models

from core.models.record import Record
from core.sealing_key import site_seal, site_unseal


class KeptText(Record):
    """Posted fields, sealed, shown only to the person whose session it was; for 30 minutes."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    cookie_hash = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    path = models.CharField(max_length=300)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"KeptText {self.id}"

    def put(self, text: str) -> None:
        """Seal ``text`` into the row; the caller saves."""
        self.sealed = site_seal(text, f"core_kepttext|{self.id}")

    def read(self) -> str:
        """The text that was put in."""
        return site_unseal(bytes(self.sealed), f"core_kepttext|{self.id}")
