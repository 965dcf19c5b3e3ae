"""Likely duplicates of a region, and two entries side by side."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from network import cards
from network.importing.twins import Twins
from network.models import DistinctPair, Region, Service
from network.services.successors import PARTS

MAX_PAIRS = 50
_LABELS = {
    "address": gettext_lazy("Adresse"),
    "phones": gettext_lazy("Telefon"),
    "hours": gettext_lazy("Zeiten"),
    "fax": gettext_lazy("Fax"),
    "email": gettext_lazy("E-Mail"),
    "website": gettext_lazy("Internet"),
}
_SAME, _FIRST, _SECOND = "", "a", "b"


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one, and why."""

    first: Any
    second: Any
    reasons: list[str]


@dataclass(frozen=True)
class Choice:
    """One part of both entries; ``differs`` says whether there is anything to choose."""

    name: str
    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Whether both say something different."""
        return self.first != self.second

    @property
    def best(self) -> str:
        """The side that says something, the first where both do."""
        return _SECOND if self.second and not self.first else _FIRST


def likely_pairs(region: Region) -> tuple[list[Pair], int]:
    """The likeliest pairs nobody has told apart yet, and how many there are."""
    apart = {(str(one), str(two)) for one, two in DistinctPair.known_in(region)}
    found = [
        Pair(one, two, reasons)
        for one, two, reasons in Twins(region).pairs()
        if (one.key, two.key) not in apart
    ]
    return found[:MAX_PAIRS], len(found)


def choices(first: Service, second: Service) -> list[Choice]:
    """Every part in which one of both says something."""
    rows = [
        Choice(part.name, _label(part.name), _text(first, part.name), _text(second, part.name))
        for part in PARTS
    ]
    return [row for row in rows if row.first or row.second]


def _label(name: str) -> str:
    if name in _LABELS:
        return str(_LABELS[name])
    return str(getattr(Service._meta.get_field(name), "verbose_name", name))


def _text(service: Service, name: str) -> str:
    part = next(each for each in PARTS if each.name == name)
    if name == "type":
        return str(service.get_type_display())
    if name == "address":
        return cards.whole_address(service)
    return str(getattr(service, part.fields[0]) or "")
