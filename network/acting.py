"""Names of the facilities a person may act for; the choice itself lives in the session."""

from dataclasses import dataclass
from uuid import UUID

from core.actor import Actor


@dataclass(frozen=True, slots=True)
class Acting:
    """What the strip below the bar shows."""

    facility: UUID | None
    name: str
    region: str
    choices: list[tuple[UUID, str]]


def acting(actor: Actor) -> Acting:
    """The acting facility's name and the other choices, as they were read with the rights."""
    labels = {pk: f"{name}, {of}" for pk, (name, of, _region) in actor.names.items()}
    choices = sorted(labels.items(), key=lambda choice: choice[1].casefold())
    own = actor.facility if actor.facility in labels else None
    return Acting(
        actor.facility,
        labels[own] if own else "",
        actor.names[own][-1] if own else "",
        choices,
    )
