"""Numbers that hold in all of Germany or in one Land: a table with source and date.

A region's own entry or rule of the same category stands before them.
"""

import csv
import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("national_numbers.csv")


class National(NamedTuple):
    """One number; ``lands`` empty is everywhere."""

    category: str
    name: str
    phone: str
    dial: str
    when: str
    lands: frozenset[str]
    source: str
    as_of: dt.date


@lru_cache(maxsize=1)
def table() -> tuple[National, ...]:
    """Every number of the table, in its order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_number(row) for row in csv.DictReader(file, delimiter=";"))


def numbers(land: str) -> list[National]:
    """What holds in ``land``, named by its two letters."""
    return [each for each in table() if not each.lands or land in each.lands]


def _number(row: dict[str, str]) -> National:
    lands, as_of = frozenset(row["lands"].split()), dt.date.fromisoformat(row["as_of"])
    return National(**{**row, "lands": lands, "as_of": as_of})  # type: ignore[arg-type]  # by header
