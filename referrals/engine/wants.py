"""Input that cannot be true is answered with a sentence beside the form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core import clock
from core.errors import Refused

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise
else:
    Words = object


def must(condition: object, words: Words, field: str = "") -> None:
    """Raise a ValidationError with ``words``; its code is the name of the field at fault."""
    if not condition:
        raise ValidationError(words, code=field or "invalid")


def must_stand(condition: object, words: Words) -> None:
    """Raise Refused with ``words``: the input is fine, the moment is not."""
    if not condition:
        raise Refused(words)


def not_in_future(day: date, field: str) -> None:
    """``day`` is today or before."""
    must(day <= clock.today(), _("Dieser Tag liegt in der Zukunft."), field)


def not_in_past(day: date, field: str) -> None:
    """``day`` is today or later."""
    must(day >= clock.today(), _("Dieser Tag ist schon vorbei."), field)


def a_code(value: str, codes: type[TextChoices], field: str) -> None:
    """``value`` is one of a closed list."""
    must(value in codes.values, _("Bitte wählen Sie einen Grund aus der Liste."), field)


def written(text: str, field: str) -> str:
    """``text`` without surrounding space; empty text is refused."""
    must(text.strip(), _("Bitte füllen Sie dieses Feld aus."), field)
    return text.strip()
