"""Names of places on a small map, each where it covers no sign and no other name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from network.models import Service
from network.sketch.frame import HEIGHT, WIDTH, Frame, Point
from network.sketch.places import Spot, touch

MOST = 8
_LETTER, _LINE, _SIGN, _SCALE = 7, 17, 15, 30
"""Pixels: a letter across, a line of text, half a sign, and the height of the scale."""

_LONGEST = 24

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Name:
    """A name beside a point: the point in parts of width and height, the way from it in pixels."""

    text: str
    at: Point
    aside: Point


def names_on(
    found: Sequence[tuple[Service, Point]], spots: Sequence[Spot], frame: Frame
) -> list[Name]:
    """Quarters or towns by the number of their entries; what finds no room is left to the list."""
    taken = [_around(spot.at) for spot in spots]
    placed: list[Name] = []
    for text, middle in _by_size(found, frame):
        middle = _sign_near(middle, spots)
        tried = (Name(text, middle, aside) for aside in _beside(text))
        name = next((each for each in tried if _free(box_of(each), taken)), None)
        if name and len(placed) < MOST:
            placed.append(name)
            taken.append(box_of(name))
    return placed


def _by_size(found: Iterable[tuple[Service, Point]], frame: Frame) -> Iterable[tuple[str, Point]]:
    """Each name with the middle of its entries, the one with the most entries first."""
    lying: dict[str, list[Point]] = defaultdict(list)
    for service, point in found:
        name = service.district or service.town
        if name and len(name) <= _LONGEST:
            lying[name].append(frame.share(point))
    for name, shares in sorted(lying.items(), key=lambda each: (-len(each[1]), each[0])):
        across, along = zip(*shares, strict=True)
        yield name, (sum(across) / len(shares), sum(along) / len(shares))


def _sign_near(middle: Point, spots: Sequence[Spot]) -> Point:
    """The sign that stands about there, so that name and sign keep their distance at any width."""
    return next((spot.at for spot in spots if touch(spot.at, middle)), middle)


def _beside(text: str) -> list[Point]:
    """Below, above, right and left of a sign, and the same a little further away."""
    down, side = _SIGN + _LINE / 2 + 1, _SIGN + len(text) * _LETTER / 2 + 4
    near: list[Point] = [(0, down), (0, -down), (side, 0), (-side, 0)]
    return [*near, (0, down + _LINE), (0, -down - _LINE)]


def box_of(name: Name) -> Box:
    """What the name covers on the narrowest screen: left, top, right, bottom."""
    x, y = name.at[0] * WIDTH + name.aside[0], name.at[1] * HEIGHT + name.aside[1]
    half = len(name.text) * _LETTER / 2
    return (x - half, y - _LINE / 2, x + half, y + _LINE / 2)


def _around(at: Point) -> Box:
    """The sign with the count at its upper right."""
    x, y = at[0] * WIDTH, at[1] * HEIGHT
    return (x - _SIGN, y - _SIGN - 6, x + _SIGN + 8, y + _SIGN)


def _free(box: Box, taken: Iterable[Box]) -> bool:
    """Whether it lies inside, above the scale, and over nothing else."""
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > WIDTH - 2 or bottom > HEIGHT - _SCALE:
        return False
    return all(right < a or c < left or bottom < b or d < top for a, b, c, d in taken)
