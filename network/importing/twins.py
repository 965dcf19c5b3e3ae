"""Likely duplicates: two of same address, same telephone and similar name."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from django.utils.translation import gettext as _

from network.importing.entry import Entry
from network.models import Region, Service
from network.places import folded

_SAID_OF_MANY = frozenset(
    ("ev", "gmbh", "ggmbh", "e", "v", "der", "die", "das", "fur", "und", "im", "am", "in", "an")
    + ("bei", "zum", "zur", "von", "berlin", "haus", "ag", "kg", "gug", "mbh", "stiftung")
)
_ALIKE_WORDS, _ALIKE_LETTERS = 0.6, 0.86
_MAX_TOGETHER = 40
"""More entries at one address or number are a house of many, not copies of one."""


@dataclass(frozen=True)
class Sign:
    """What an entry is known again by."""

    key: str
    name: str
    words: frozenset[str]
    address: str
    phones: frozenset[str]


def sign(key: str, name: str, street: str, postcode: str, phones: Iterable[str]) -> Sign:
    """The name as words, street and number as one spelling, numbers as they are dialled."""
    words = frozenset(folded(name).split()) - _SAID_OF_MANY
    plain = re.sub(r"str(?:\.|asse)?(?=\s|\d|$)|str\b", "str", folded(street))
    place = re.sub(r"\s", "", plain)
    address = f"{postcode} {place}" if re.search(r"\d", place) and postcode else ""
    return Sign(key, name, words, address, frozenset(filter(None, phones)))


def sign_of_entry(entry: Entry) -> Sign:
    """The sign of a row that is being read."""
    values = {name: str(entry.values.get(name) or "") for name in ("name", "street", "postcode")}
    return sign("", **values, phones=[each.dial for each in entry.phones if len(each.dial) > 6])


def reasons_for(one: Sign, other: Sign) -> list[str]:
    """Why both may be the same, or nothing: one likeness alone is none."""
    found = []
    if one.address and one.address == other.address:
        found.append(_("gleiche Anschrift"))
    if one.phones & other.phones:
        found.append(_("gleiche Telefonnummer"))
    if _is_alike(one, other):
        found.append(_("ähnlicher Name"))
    return found if len(found) > 1 else []


def _is_alike(one: Sign, other: Sign) -> bool:
    if not (one.words and other.words):
        return False
    shared = len(one.words & other.words) / len(one.words | other.words)
    if shared >= _ALIKE_WORDS or min(one.words, other.words, key=len) <= (one.words & other.words):
        return True
    first, second = (" ".join(sorted(each.words)) for each in (one, other))
    return SequenceMatcher(None, first, second).ratio() >= _ALIKE_LETTERS


@dataclass(frozen=True)
class Twin:
    """Why a row may be an entry that is there; ``is_listed``: the directory has it, by its name."""

    sentence: str
    is_listed: bool


class Twins:
    """The entries of a region by address and number."""

    def __init__(self, region: Region) -> None:
        self.signs: list[Sign] = []
        self.places: defaultdict[str, list[Sign]] = defaultdict(list)
        for service in Service.objects.comparable(region):
            self.add(_sign_of(service))

    def add(self, one: Sign) -> None:
        """One more to compare with."""
        self.signs.append(one)
        for place in (one.address, *one.phones):
            if place:
                self.places[place].append(one)

    def of(self, one: Sign) -> Twin | None:
        """The likeliest twin of ``one``, which is from then on compared with too."""
        found = [
            (reasons, other)
            for place in (one.address, *one.phones)
            for other in self.places.get(place, [])
            if (reasons := reasons_for(one, other))
        ]
        self.add(one)
        if not found:
            return None
        reasons, likeliest = max(found, key=lambda each: len(each[0]))
        sentence = _("vielleicht doppelt mit „%s“") % likeliest.name + f" ({', '.join(reasons)})"
        return Twin(sentence, any(other.key and _is_alike(one, other) for _why, other in found))

    def pairs(self) -> list[tuple[Sign, Sign, list[str]]]:
        """Every likely pair, the likeliest first."""
        found: dict[tuple[str, str], tuple[Sign, Sign, list[str]]] = {}
        for together in self.places.values():
            for one, other in combinations(together[:_MAX_TOGETHER], 2):
                first, second = sorted((one, other), key=lambda each: each.key)
                if first.key != second.key and (reasons := reasons_for(one, other)):
                    found[first.key, second.key] = (first, second, reasons)
        return sorted(found.values(), key=lambda each: (-len(each[2]), each[0].name, each[0].key))


def _sign_of(service: Service) -> Sign:
    dialled = [each.dial for each in service.phones.all() if len(each.dial) > 6]
    return sign(str(service.pk), service.name, service.street, service.postcode, dialled)
