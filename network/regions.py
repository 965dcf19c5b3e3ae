"""Which region a visitor looks at: the one they name, else their own, else the first."""

from dataclasses import dataclass

from core.actor import Actor
from network.models import Facility, Region


@dataclass(frozen=True)
class Choice:
    """The region looked at, if the installation has any, and all there are."""

    region: Region | None
    others: list[Region]

    @property
    def several(self) -> bool:
        """Whether there is anything to choose."""
        return len(self.others) > 1


def choose(actor: Actor, slug: str = "") -> Choice:
    """The region to show, in one query; a second one where there are several regions."""
    regions = list(Region.objects.published())
    named = next((each for each in regions if slug and each.slug == slug), None)
    first = next(iter(regions), None)
    if named or len(regions) < 2 or not actor.facility:
        return Choice(named or first, regions)
    facility = Facility.objects.visible_to(actor).filter(pk=actor.facility)
    own = facility.values_list("organisation__region", flat=True).first()
    return Choice(next((each for each in regions if each.pk == own), first), regions)
