"""Rows that go on below: a printed table whose address takes two lines of the page."""

import re
from collections.abc import Sequence

from network.importing.columns import guess
from network.importing.fields import Field

_CODE = re.compile(r"(?:D\s*[-–]\s*)?\d{5}\s+[^\W\d]")
_ANY_CODE = re.compile(r"(?<!\d)\d{5}(?!\d)")


def joined(names: Sequence[str], rows: list[list[str]]) -> list[list[str]]:
    """``rows`` where postcode and town stand below the street: each entry as one row."""
    fields = guess(names, None, rows)
    if Field.NAME not in fields or Field.ADDRESS not in fields:
        return rows
    name, address = fields.index(Field.NAME), fields.index(Field.ADDRESS)
    found: list[list[str]] = []
    for row in rows:
        if found and not row[name] and _goes_on(found[-1][address], row[address]):
            pairs = zip(found[-1], row, strict=True)
            found[-1] = ["\n".join(filter(None, pair)) for pair in pairs]
        else:
            found.append(row)
    return found


def _goes_on(above: str, below: str) -> bool:
    return bool(above and _CODE.match(below)) and not _ANY_CODE.search(above)
