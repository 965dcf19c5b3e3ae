"""Where a place lies among the areas of a region, as far as that is certain."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from network.models import Area
from network.responsibility.place import Place, key

_FORMS = ("land", "kreis", "landkreis", "stadt", "bezirk", "gemeinde", "region")
_NEARLY_ALL = 0.97


class Fit(IntEnum):
    """Whether something holds; what nobody knows is neither yes nor no."""

    NO = 0
    MAYBE = 1
    YES = 2


Finding = tuple[Fit, str]
"""A fit, and for a MAYBE the reason in words."""


def names_of(area: Area) -> frozenset[str]:
    """The keys under which people find ``area``: "Kreis Auental" is also "Auental"."""
    keys = set()
    for name in (area.name, *area.also_called):
        words = name.split()
        bare = words[1:] if len(words) > 1 and words[0].lower() in _FORMS else []
        keys |= {key(name), key(" ".join(bare))}
    return frozenset(keys - {""})


@dataclass(frozen=True)
class Ground:
    """The areas of one region, read once."""

    areas: list[Area] = field(default_factory=list)

    @cached_property
    def by_id(self) -> dict[UUID, Area]:
        return {area.pk: area for area in self.areas}

    @cached_property
    def known(self) -> frozenset[str]:
        """The keys of all names."""
        return frozenset().union(*map(names_of, self.areas))

    def line(self, area: Area) -> list[Area]:
        """``area`` and all that contain it, the smallest first."""
        found: list[Area] = []
        here: Area | None = self.by_id.get(area.pk, area)
        while here is not None and here not in found:
            found.append(here)
            here = self.by_id.get(here.parent_id) if here.parent_id else None
        return found

    def related(self, one: Area, other: Area) -> bool:
        """Whether one of the two contains the other."""
        return one in self.line(other) or other in self.line(one)


class Whereabouts:
    """One place on the ground of a region."""

    def __init__(self, place: Place, ground: Ground) -> None:
        self.place, self.ground = place, ground
        self.touched = self._touched()
        named = [area for area in ground.areas if key(place.name) in names_of(area)]
        self.named = [area for area in named if self._may_have_the_postcode(area)] or named
        self.contradicts = bool(named and self.touched) and not any(
            self._may_have_the_postcode(area) for area in named
        )

    @property
    def known(self) -> bool:
        """Whether the directory knows the name or the postcode."""
        return bool(self.named or self.touched)

    def notes(self) -> list[str]:
        """What the place leaves open, for the person who asked."""
        said = []
        if self.place.only_street:
            said.append(_("In welchem Ort? Bitte Postleitzahl oder Ort dazu."))
        if self.contradicts:
            said.append(_("Ort und Postleitzahl passen im Verzeichnis nicht zusammen."))
        if self.place.name and not self.named:
            said.append(_("Den Ort „%s“ kennt das Verzeichnis nicht.") % self.place.name)
        if self.place.postcode and not self.touched:
            said.append(_("Die Postleitzahl %s kennt das Verzeichnis nicht.") % self.place.postcode)
        if len(self.touched_apart()) > 1:
            names = ", ".join(self._shared(area) for area in self.touched_apart())
            said.append(
                _("Die Postleitzahl %(postcode)s liegt in mehreren Gebieten: %(names)s.")
                % {"postcode": self.place.postcode, "names": names}
            )
        return said

    def touched_apart(self) -> list[Area]:
        """The areas of the postcode, none of which contains another, the largest share first."""
        inner = [
            area
            for area in self.touched
            if not any(area in self.ground.line(each)[1:] for each in self.touched)
        ]
        return sorted(inner, key=lambda area: (-self.share(area), area.name))

    def share(self, area: Area) -> float:
        """How much of the postcode lies in ``area``, as far as it was measured; 0 is unknown."""
        return float(area.split_postcodes.get(self.place.postcode) or 0)

    def inside(self, area: Area) -> Finding:
        """Whether the place lies in ``area``."""
        if not self.known:
            return Fit.NO, ""
        name, postcode = self._by_name(area), self._by_postcode(area)
        if self.contradicts:
            doubt = _("Ort und Postleitzahl passen nicht zusammen")
            return (Fit.MAYBE, doubt) if max(name, postcode) > Fit.NO else (Fit.NO, "")
        asked = [
            *([name] if self.named else []),
            *([postcode] if self.touched else []),
        ]
        if Fit.NO in asked:
            return Fit.NO, ""
        return (Fit.YES, "") if Fit.YES in asked else (Fit.MAYBE, self._doubt(area))

    def _doubt(self, area: Area) -> str:
        if self.touched and self._by_postcode(area) is Fit.MAYBE and not self.named:
            return _("%(postcode)s liegt nicht sicher ganz in %(area)s") % {
                "postcode": self.place.postcode,
                "area": area.name,
            }
        return _("die Angabe sagt nicht, ob es in %(area)s liegt") % {"area": area.name}

    def _by_name(self, area: Area) -> Fit:
        if self.named and all(area in self.ground.line(each) for each in self.named):
            return Fit.YES
        near = any(self.ground.related(area, each) for each in self.named)
        return Fit.MAYBE if near else Fit.NO

    def _by_postcode(self, area: Area) -> Fit:
        within = [each for each in self.touched if area in self.ground.line(each)]
        if not within:
            above = any(each in self.ground.line(area) for each in self.touched)
            return Fit.MAYBE if above and not area.postcodes else Fit.NO
        elsewhere = any(not self.ground.related(area, each) for each in self.touched)
        return Fit.MAYBE if elsewhere or self._spills(area, within) else Fit.YES

    def _spills(self, area: Area, within: list[Area]) -> bool:
        """Whether part of the postcode may lie outside ``area``."""
        postcode = self.place.postcode
        if area in within:
            return postcode in area.split_postcodes
        parts = [each for each in within if each in self.touched_apart()]
        split = [each for each in parts if postcode in each.split_postcodes]
        return bool(split) and sum(map(self.share, split)) < _NEARLY_ALL

    def _touched(self) -> list[Area]:
        postcode = self.place.postcode
        return [area for area in self.ground.areas if postcode and postcode in area.postcodes]

    def _may_have_the_postcode(self, area: Area) -> bool:
        return not self.touched or self._by_postcode(area) > Fit.NO or self._contains_touched(area)

    def _contains_touched(self, area: Area) -> bool:
        return any(area in self.ground.line(each) for each in self.touched)

    def _shared(self, area: Area) -> str:
        share = self.share(area)
        return f"{area.name} ({share:.0%})".replace("%", " %") if share else area.name


def ground_of(areas: Iterable[Area]) -> Ground:
    """The ground that ``areas`` make."""
    return Ground(list(areas))
