"""Postcodes and places of Germany, in memory: a table of 1 MB that changes once a year."""

import csv
import gzip
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

_FILE = Path(__file__).with_name("places.csv.gz")
_EARTH_KM = 6371.0088
_FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_MARKS = str.maketrans(dict.fromkeys("-/,.()'", " "))


@dataclass(frozen=True)
class Place:
    """A place of one postcode; its point is the middle of the place, in degrees."""

    postcode: str
    name: str
    county: str
    land: str
    latitude: float
    longitude: float

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude, self.longitude


def at_postcode(postcode: str) -> tuple[Place, ...]:
    """The places of ``postcode``, by name; nothing for a code that is no place's."""
    return _by_postcode().get(postcode.strip(), ())


def named(text: str) -> tuple[Place, ...]:
    """Every place whose name is ``text`` or begins with it, the exact ones first.

    Capitals, umlauts and their spelling as ae, oe, ue do not matter, nor do hyphens; words are
    whole: "Neu" does not find Neustadt, "Frankfurt" finds "Frankfurt am Main".
    """
    asked = folded(text)
    if not asked:
        return ()
    names, rows = _by_name()
    start = bisect_left(names, asked)
    end = bisect_left(names, asked + "!")
    exact = rows[start : bisect_left(names, asked + " ")]
    longer = rows[bisect_left(names, asked + " ") : end]
    return (*exact, *longer)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points (latitude, longitude in degrees) as the crow flies."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*a, *b))
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def folded(text: str) -> str:
    """``text`` as names of places are compared: plain letters, single blanks."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    plain = re.sub(r"([aou])e", r"\1", plain)
    return " ".join(re.sub(r"\bst\.", "sankt", plain).translate(_MARKS).split())


@lru_cache(maxsize=1)
def everywhere() -> tuple[Place, ...]:
    """The whole table, by postcode."""
    with gzip.open(_FILE, "rt", encoding="utf-8", newline="") as file:
        return tuple(
            Place(
                row["postcode"],
                row["name"],
                row["county"],
                row["land"],
                float(row["latitude"]),
                float(row["longitude"]),
            )
            for row in csv.DictReader(file)
        )


@lru_cache(maxsize=1)
def _by_postcode() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in everywhere():
        found[place.postcode].append(place)
    return {postcode: tuple(places) for postcode, places in found.items()}


@lru_cache(maxsize=1)
def _by_name() -> tuple[list[str], list[Place]]:
    folds = {name: folded(name) for name in {each.name for each in everywhere()}}
    rows = sorted(everywhere(), key=lambda each: (folds[each.name], each.postcode))
    return [folds[each.name] for each in rows], rows
