"""How far away an entry is: from its own point, else from the place of its postcode.

An entry whose address is not public has no point here, whatever its row says: it is somewhere
in the Kreis, and no question about a place may find out where.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from network.places import at_postcode, distance_km, folded, named

Point = tuple[float, float]
Row = Mapping[str, Any]


def point_of(row: Row) -> Point | None:
    """Where the entry may be said to be, or None when that is not known or not public."""
    if not row["address_public"]:
        return None
    if row["latitude"] is not None and row["longitude"] is not None:
        return float(row["latitude"]), float(row["longitude"])
    return _middle([place.point for place in at_postcode(str(row["postcode"]))])


def centre_of(place: str, rows: Sequence[Row]) -> Point | None:
    """The middle of what somebody typed as a place: a postcode, a quarter or a town.

    Entries know quarters and boroughs that no list of places does, so they are asked before it;
    of several towns of one name the one nearest to the entries is meant.
    """
    wanted, code = folded(place), re.search(r"(?<!\d)\d{5}(?!\d)", place)
    if code and (places := at_postcode(code.group())):
        return _middle([each.point for each in places])
    said = ("postcode",) if code else ("district", "town")
    inside = (row for row in rows if wanted and _says(row, said, code.group() if code else wanted))
    return _middle([point for row in inside if (point := point_of(row))]) or _town(place, rows)


def distances(centre: Point, rows: Sequence[Row]) -> dict[UUID, float]:
    """Kilometres from ``centre`` to each entry that has a point."""
    return {
        row["id"]: distance_km(centre, point)
        for row in rows
        if (point := point_of(row)) is not None
    }


def _says(row: Row, names: Sequence[str], wanted: str) -> bool:
    return bool(row["address_public"]) and any(folded(str(row[name])) == wanted for name in names)


def _town(place: str, rows: Sequence[Row]) -> Point | None:
    places = named(place)
    exact = [each for each in places if folded(each.name) == folded(place)] or list(places)
    if not exact:
        return None
    here = _middle([point for row in rows if (point := point_of(row))]) or exact[0].point
    meant = min(exact, key=lambda each: distance_km(here, each.point))
    return _middle(
        [each.point for each in exact if (each.name, each.county) == (meant.name, meant.county)]
    )


def _middle(points: Sequence[Point]) -> Point | None:
    if not points:
        return None
    latitudes, longitudes = zip(*points, strict=True)
    return sum(latitudes) / len(points), sum(longitudes) / len(points)
