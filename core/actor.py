"""Who acts: a person, for a facility, through a door."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from core.models import User


class Via(StrEnum):
    """The door through which a deed comes."""

    WEB = "web"
    TASK = "task"
    SCHEDULER = "scheduler"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Actor:
    """Built only by the guards, ``acting_as``, the scheduler and the token guard."""

    person: User | None
    facility: UUID | None
    via: Via
    grants: frozenset[tuple[UUID, str]] = field(default=frozenset(), repr=False, compare=False)
    names: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    """What the facilities of a visitor are called, for the frame of the page."""

    def holds(self, permission: str) -> bool:
        """Whether the person has ``permission`` at the facility they act for."""
        return self.facility is not None and (self.facility, permission) in self.grants

    @property
    def facilities(self) -> frozenset[UUID]:
        """Every facility that gave the person a right."""
        return frozenset(facility for facility, _ in self.grants)

    @property
    def belongs(self) -> bool:
        """Whether the person belongs to a facility now: what colleagues say among themselves."""
        return bool(self.grants)

    def holding(self, permission: str) -> frozenset[UUID]:
        """The facilities at which the person has ``permission``."""
        return frozenset(facility for facility, name in self.grants if name == permission)

    def at(self, facility: UUID) -> "Actor":
        """The same person, acting for another of their facilities."""
        return replace(self, facility=facility)


NOBODY = Actor(person=None, facility=None, via=Via.WEB)
SCHEDULER = Actor(person=None, facility=None, via=Via.SCHEDULER)
