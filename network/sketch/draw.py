"""The small map as a template needs it: signs with letters, lines, names, and what is not on it."""

import string
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from network.cards import address_of, place
from network.models import Service
from network.sketch.frame import Frame, Point, frame_around
from network.sketch.names import Name, names_on
from network.sketch.places import Spot, is_exact, located, near, spots

_WITHOUT = ngettext_lazy(
    "%(number)d Angebot ohne Ort auf der Karte.",
    "%(number)d Angebote ohne Ort auf der Karte.",
    "number",
)
_FAR = ngettext_lazy(
    "%(number)d Angebot liegt weit außerhalb und steht nicht auf der Karte.",
    "%(number)d Angebote liegen weit außerhalb und stehen nicht auf der Karte.",
    "number",
)
_ROUGH = ngettext_lazy(
    "Bei %(number)d Angebot kennen wir nur die Postleitzahl; es steht in deren Mitte "
    "(GeoNames, CC BY 4.0).",
    "Bei %(number)d Angeboten kennen wir nur die Postleitzahl; sie stehen in deren "
    "Mitte (GeoNames, CC BY 4.0).",
    "number",
)


@dataclass(frozen=True)
class Entry:
    """One entry in the list beside the map."""

    name: str
    url: str
    place: str


@dataclass(frozen=True)
class Pin:
    """A sign on the map: its letter, where it stands in per cent, and who is there."""

    letter: str
    x: str
    y: str
    entries: list[Entry]

    @property
    def url(self) -> str:
        """The page of the entry; of several, their line in the list."""
        return self.entries[0].url if len(self.entries) == 1 else f"#ort-{self.letter}"

    @property
    def title(self) -> str:
        """What the sign stands for, in words."""
        if len(self.entries) == 1:
            return f"{self.letter}: {self.entries[0].name}, {self.entries[0].place}"
        said = {"letter": self.letter, "number": len(self.entries)}
        return _("%(letter)s: %(number)d Angebote, zur Liste") % said


@dataclass(frozen=True)
class Label:
    """A name on the map: beside a point in per cent, so and so many pixels away."""

    text: str
    x: str
    y: str
    across: str
    down: str


@dataclass(frozen=True)
class Sketch:
    """A map, or nothing when no place is known; all lengths are per cent."""

    pins: list[Pin]
    names: list[Label]
    upright: list[str]
    level: list[str]
    bar: str
    scale: str
    notes: list[str]


def sketch_of(services: Sequence[Service]) -> Sketch:
    """Where these entries are, as far as that is known and public; asks the database nothing."""
    known = located(services)
    found = near(known)
    if not found:
        return Sketch([], [], [], [], "", "", [])
    frame = frame_around([point for _service, point in found])
    lying = spots(found, frame)
    return Sketch(
        pins=[_pin(number, spot) for number, spot in enumerate(_in_order(lying, services))],
        names=[_label(each) for each in names_on(found, lying, frame)],
        upright=[_part(x) for x in frame.upright],
        level=[_part(y) for y in frame.level],
        bar=_part(frame.step_km / frame.width_km),
        scale=_length(frame),
        notes=_notes(services, len(known), found),
    )


def _in_order(lying: list[Spot], services: Sequence[Service]) -> list[Spot]:
    """The spots in the order in which the results name their first entry."""
    rank = {service.pk: place for place, service in enumerate(services)}
    for spot in lying:
        spot.services.sort(key=lambda each: rank[each.pk])
    return sorted(lying, key=lambda spot: rank[spot.services[0].pk])


def _pin(number: int, spot: Spot) -> Pin:
    letters = string.ascii_uppercase
    letter = letters[number] if number < len(letters) else str(number + 1)
    entries = [Entry(each.name, address_of(each), place(each)) for each in spot.services]
    return Pin(letter, *_percent(spot.at), entries)


def _label(name: Name) -> Label:
    across, down = name.aside
    return Label(name.text, *_percent(name.at), f"{across:.0f}", f"{down:.0f}")


def _notes(
    services: Sequence[Service], known: int, found: Sequence[tuple[Service, Point]]
) -> list[str]:
    """What the map does not show, and how sure its points are."""
    rough = sum(not is_exact(service) for service, _point in found)
    counted = ((_WITHOUT, len(services) - known), (_FAR, known - len(found)), (_ROUGH, rough))
    return [said % {"number": number} for said, number in counted if number]


def _length(frame: Frame) -> str:
    if frame.step_km < 1:
        return f"{frame.step_km * 1000:.0f} m"
    return f"{frame.step_km:.0f} km"


def _percent(at: Point) -> tuple[str, str]:
    return _part(at[0]), _part(at[1])


def _part(share: float) -> str:
    """A part of one as the drawing writes it, the same in every language."""
    return f"{share * 100:.2f}%"
