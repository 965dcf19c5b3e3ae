"""The piece of ground that a small map shows, and where on the drawing a point of it lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

Point = tuple[float, float]

WIDTH, HEIGHT = 280, 210
"""The drawing in pixels on the narrowest screen; it only ever grows, its signs do not."""

_KM = 111.195
"""Kilometres of one degree of latitude."""

_LEAST_KM = 2.0
_INNER_X, _INNER_Y = 0.74, 0.66
"""The part of the drawing that points may lie in; the rest is for their signs and names."""

_STEPS = (0.25, 0.5, 1, 2, 5, 10, 20, 50, 100)
_LINES = 3


@dataclass(frozen=True)
class Frame:
    """The middle in degrees, and the width in kilometres."""

    middle: Point
    width_km: float

    def share(self, point: Point) -> Point:
        """Where ``point`` lies: parts of the width from the left and of the height from above."""
        east, north = _kilometres(self.middle, point)
        return 0.5 + east / self.width_km, 0.5 - north / (self.width_km * HEIGHT / WIDTH)

    @property
    def step_km(self) -> float:
        """The side of one square of the grid, a round number."""
        fitting = [step for step in _STEPS if step <= self.width_km / _LINES]
        return fitting[-1] if fitting else _STEPS[0]

    @property
    def upright(self) -> list[float]:
        """Where the upright lines of the grid stand, as parts of the width."""
        return _lines(self.step_km / self.width_km)

    @property
    def level(self) -> list[float]:
        """Where the level lines of the grid lie, as parts of the height."""
        return _lines(self.step_km / (self.width_km * HEIGHT / WIDTH))


def frame_around(points: Sequence[Point]) -> Frame:
    """The smallest ground that holds ``points`` with room at the edges; two kilometres at least."""
    latitudes, longitudes = zip(*points, strict=True)
    middle = ((min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2)
    across, along = _kilometres(
        (min(latitudes), min(longitudes)), (max(latitudes), max(longitudes)), at=middle[0]
    )
    needed = max(across / _INNER_X, along / _INNER_Y * WIDTH / HEIGHT, _LEAST_KM)
    return Frame(middle, needed)


def _kilometres(start: Point, end: Point, at: float | None = None) -> Point:
    """How far ``end`` lies to the east and to the north of ``start``."""
    latitude = start[0] if at is None else at
    return (end[1] - start[1]) * _KM * cos(radians(latitude)), (end[0] - start[0]) * _KM


def _lines(gap: float) -> list[float]:
    """Every line between the edges, one of them in the middle."""
    most = int(0.5 / gap)
    return [0.5 + place * gap for place in range(-most, most + 1)]
