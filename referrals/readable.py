"""What one reader may see of a case, as text; only ``referrals.access`` makes these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from referrals.models import Appointment, InquiryEvent, Question


@dataclass(frozen=True, slots=True)
class Opened:
    """The texts that one reader may see at one moment; templates get this, never the model."""

    visible: frozenset[str]
    texts: Mapping[str, str]
    of: UUID | None = None

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, "")

    @property
    def full_name(self) -> str:
        """First and last name, or nothing where they are closed."""
        return " ".join(filter(None, (self["first_name"], self["last_name"])))


@dataclass(frozen=True, slots=True)
class Said:
    """One question with its answer, readable."""

    row: Question
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One appointment with its place, readable."""

    row: Appointment
    place: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One event; its note only for the side that wrote it."""

    row: InquiryEvent
    note: str
