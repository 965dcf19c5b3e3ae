"""The contact list that goes with a public meeting: the newest one, functions without names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conferences.models import Body, Meeting
from network.models import ContactListEdition


@dataclass(frozen=True, slots=True)
class Attached:
    """A published meeting as the public page lists it."""

    pk: UUID
    body: Body
    number: int
    year: int
    starts_at: datetime
    contact_list: ContactListEdition | None


def with_contact_list(meetings: Iterable[Meeting]) -> list[Attached]:
    """The meetings, each with its region's newest public edition; one statement for all."""
    newest: dict[UUID, ContactListEdition] = {}
    for edition in ContactListEdition.objects.published().newest_of_each_region():
        newest[edition.region_id] = edition
    return [
        Attached(
            meeting.pk,
            meeting.body,
            meeting.number,
            meeting.year,
            meeting.starts_at,
            newest.get(meeting.body.region_id),
        )
        for meeting in meetings
    ]
