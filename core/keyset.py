"""Pages of a list by the last row's key, never by number."""

import base64
import binascii
import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

SIZE = 25


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page and the cursor of the next, empty on the last."""

    rows: list[Any]
    next_cursor: str


def encode(values: list[Any]) -> str:
    """An opaque cursor for the address."""
    plain = [v.isoformat() if isinstance(v, dt.date) else str(v) for v in values]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def decode(cursor: str, length: int) -> list[str] | None:
    """The values inside ``cursor``; None for anything that is not one or that no row can hold."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, UnicodeError):
        return None
    if not isinstance(values, list) or len(values) != length:
        return None
    texts = [str(v) for v in values]
    return texts if all(map(_storable, texts)) else None


def _storable(text: str) -> bool:
    """The database takes neither NUL nor half of a letter."""
    return "\0" not in text and not re.search("[\ud800-\udfff]", text)


def page(
    rows: QuerySet[Any],
    *,
    key: tuple[str, ...],
    after: str = "",
    descending: bool = False,
    size: int = SIZE,
) -> Page:
    """``size`` rows ordered by ``key`` behind the cursor ``after``; a bad cursor starts anew."""
    ordered = rows.order_by(*(f"-{name}" if descending else name for name in key))
    values = decode(after, len(key)) if after else None
    if values:
        ordered = _behind(ordered, key, values, descending)
    found = list(ordered[: size + 1])
    more = len(found) > size
    last = found[size - 1] if more else None
    return Page(found[:size], encode([getattr(last, name) for name in key]) if more else "")


def _behind(
    rows: QuerySet[Any], key: tuple[str, ...], values: list[str], descending: bool
) -> QuerySet[Any]:
    fields = [rows.model._meta.get_field(name) for name in key]
    try:
        typed = [field.to_python(value) for field, value in zip(fields, values, strict=True)]
    except ValidationError:
        return rows
    comparison = "lt" if descending else "gt"
    first = Q(**{f"{key[0]}__{comparison}e": typed[0]})
    tie = Q()
    equal = Q()
    for name, value in zip(key, typed, strict=True):
        tie |= equal & Q(**{f"{name}__{comparison}": value})
        equal &= Q(**{name: value})
    return rows.filter(first & tie)
