"""Who lies where on a small map: entries that would cover one another share a sign."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot
from statistics import median

from network.models import Service
from network.places import distance_km
from network.search.nearby import point_of
from network.sketch.frame import HEIGHT, WIDTH, Frame, Point

FAR_KM = 100
"""An entry so far from the others would shrink them to one point; it is named beside the map."""

APART = 34
"""Pixels between two signs, so that each can be touched."""


@dataclass
class Spot:
    """A place on the drawing and the entries that lie there, in their order."""

    at: Point
    services: list[Service] = field(default_factory=list)


def located(services: Sequence[Service]) -> list[tuple[Service, Point]]:
    """The entries whose place is known and may be said."""
    points = ((service, public_point(service)) for service in services)
    return [(service, point) for service, point in points if point]


def public_point(service: Service) -> Point | None:
    """Its own point, else the middle of its postcode; nothing for a protected address."""
    names = ("address_public", "latitude", "longitude", "postcode")
    return point_of({name: getattr(service, name) for name in names})


def is_exact(service: Service) -> bool:
    """Whether the point is the entry's own and not that of its postcode."""
    return service.latitude is not None and service.longitude is not None


def near(found: Sequence[tuple[Service, Point]]) -> list[tuple[Service, Point]]:
    """``found`` without those that lie far from most of them; all when none lies near another."""
    if not found:
        return []
    latitudes, longitudes = zip(*(point for _service, point in found), strict=True)
    middle = (median(latitudes), median(longitudes))
    return [each for each in found if distance_km(middle, each[1]) <= FAR_KM] or list(found)


def spots(found: Sequence[tuple[Service, Point]], frame: Frame) -> list[Spot]:
    """One spot for each place; those too close together are one."""
    known: list[Spot] = []
    for service, point in found:
        _join(known, Spot(frame.share(point), [service]))
    return known


def _join(known: list[Spot], new: Spot) -> None:
    """Add ``new``, into whatever it would touch; what grew may touch the next one."""
    other = next((each for each in known if touch(each.at, new.at)), None)
    if other is None:
        known.append(new)
        return
    known.remove(other)
    _join(known, Spot(_between(other, new), [*other.services, *new.services]))


def touch(a: Point, b: Point) -> bool:
    """Whether two signs there would be too close on the narrowest screen."""
    return hypot((a[0] - b[0]) * WIDTH, (a[1] - b[1]) * HEIGHT) < APART


def _between(a: Spot, b: Spot) -> Point:
    """The middle of all entries of both."""
    first, second = len(a.services), len(b.services)
    x, y = (
        (one * first + two * second) / (first + second) for one, two in zip(a.at, b.at, strict=True)
    )
    return x, y
