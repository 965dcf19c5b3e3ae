"""How one more row comes onto each page that lists something; one file per part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.people import People

Add = Callable[[int], object]


@dataclass(frozen=True)
class Listing:
    """A page that lists: its address, who looks, and a maker of its object and its rows.

    ``make`` gives the arguments of the address, and what adds row number n.
    """

    address: str
    visitor: str
    make: Callable[[People], tuple[dict[str, Any], Add]]

    def with_a_row(self, people: People) -> dict[str, Any]:
        """The arguments of the address, where one row stands on the page."""
        arguments, add = self.make(people)
        add(1)
        return arguments

    def __str__(self) -> str:
        return f"{self.address} ({self.make.__name__})"
