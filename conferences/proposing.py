"""The people whom a proposal may be about: one page of them, and the one already chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from core import keyset
from core.actor import Actor
from referrals.access import opened_names
from referrals.models import Client


@dataclass(frozen=True, slots=True)
class Offer:
    """Clients by key, their names, and the cursor of those known for longer."""

    clients: Mapping[str, Client]
    names: Mapping[UUID, str]
    next_cursor: str


def offered(actor: Actor, *, chosen: str = "", after: str = "") -> Offer:
    """The next 25 people of the acting facility, the newest first, and the ``chosen`` one."""
    rows = Client.objects.visible_to(actor).filter(died_on=None).select_related("data_key")
    page = keyset.page(rows, key=("created_at", "id"), after=after, descending=True)
    found = {str(row.pk): row for row in page.rows}
    if chosen not in found and _is_key(chosen):
        found |= {str(row.pk): row for row in rows.filter(pk=chosen)}
    names = opened_names(found.values(), by=actor, purpose="conference")
    return Offer(found, names, page.next_cursor)


def _is_key(words: str) -> bool:
    try:
        UUID(words)
    except ValueError:
        return False
    return True
