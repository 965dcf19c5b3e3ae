"""The Kreise of GeoNames under one German name each; the source writes many in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_LANDS = [
    "SH",
    "HH",
    "NI",
    "HB",
    "NW",
    "HE",
    "RP",
    "BW",
    "BY",
    "SL",
    "BE",
    "BB",
    "MV",
    "SN",
    "ST",
    "TH",
]
"""By the first two digits of the official key, 01 first."""

_CITY = re.compile(r"^(?:Stadtkreis|Kreisfreie Stadt|Landeshauptstadt) (?P<a>.+)$|^(?P<b>[^,]+), ")
_GERMAN = {"Nuremberg": "Nürnberg"}
_CITIES = frozenset({"Schwerin", "Dessau-Roßlau", "Frankfurt (Oder)", "Kaufbeuren", "Nuremberg"})
"""Cities without a Kreis that the source never calls a city."""


@dataclass(frozen=True)
class County:
    """A Kreis, or a city that is one itself."""

    name: str
    land: str


def counties(rows: Iterable[dict[str, str]]) -> dict[str, County]:
    """Every county by its official key."""
    spelled: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        spelled[row["community_code"]].add(row["community"])
    cities = {code: city for code, names in spelled.items() if (city := _city(names))}
    taken = set(cities.values())
    return {
        code: County(cities.get(code) or _district(names, taken), _LANDS[int(code[:2]) - 1])
        for code, names in spelled.items()
    }


def _city(names: set[str]) -> str:
    for name in sorted(names):
        if match := _CITY.match(name):
            return str(match["a"] or match["b"])
        if name in _CITIES:
            return _GERMAN.get(name, name)
    return ""


def _district(names: set[str], cities: set[str]) -> str:
    """The name with "Kreis" in it; a bare one that is also a city's gets a "Landkreis"."""
    full = [name for name in sorted(names) if "kreis" in name.lower()]
    name = (full or sorted(names))[0]
    return f"Landkreis {name}" if name in cities else name
