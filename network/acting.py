"""Names of the facilities a person may act for; the choice itself lives in the session."""

from dataclasses import dataclass
from uuid import UUID

from core.actor import Actor
from network.models import Facility


@dataclass(frozen=True, slots=True)
class Acting:
    """What the strip below the bar shows."""

    facility: UUID | None
    name: str
    region: str
    choices: list[tuple[UUID, str]]


def acting(actor: Actor) -> Acting:
    """The acting facility's name and the other choices, in one query."""
    rows = (
        Facility.objects.filter(pk__in=actor.facilities)
        .order_by("name")
        .values_list("pk", "name", "organisation__name", "organisation__region__name")
    )
    names = {pk: (f"{name}, {org}", region) for pk, name, org, region in rows}
    own = names.get(actor.facility, ("", "")) if actor.facility else ("", "")
    choices = [(pk, label) for pk, (label, _region) in names.items()]
    return Acting(actor.facility, own[0], own[1], choices)
