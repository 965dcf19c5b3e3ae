"""Who picks up when somebody is away: deputies, and wards that nobody can reach."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from network.models import Contact

Contacts = Mapping[UUID, Contact]


def by_id(contacts: Iterable[Contact]) -> Contacts:
    """The contacts by their key, as the questions below want them."""
    return {contact.pk: contact for contact in contacts}


def stand_in(contact: Contact, others: Contacts, day: dt.date) -> Contact | None:
    """The first in the line of deputies who answers on ``day``; a ring comes to an end.

    Nobody stands in for themself, whatever posts they hold.
    """
    seen = {contact.pk}
    here = others.get(contact.deputy_id) if contact.deputy_id else None
    while here is not None and here.pk not in seen:
        if here.answers(day) and not here.is_of(contact):
            return here
        seen.add(here.pk)
        here = others.get(here.deputy_id) if here.deputy_id else None
    return None


def is_reachable(contact: Contact, others: Contacts, day: dt.date) -> bool:
    """Whether who calls on ``day`` gets somebody: the person, or a deputy while they are away."""
    if contact.person and not contact.is_absent(day):
        return contact.answers(day)
    return stand_in(contact, others, day) is not None


def rings(contact: Contact, others: Contacts, day: dt.date) -> bool:
    """Whether the line of deputies leads back to ``contact`` and nobody in it answers."""
    seen: set[UUID] = set()
    here: Contact | None = contact
    while here is not None and here.pk not in seen:
        if here.answers(day):
            return False
        seen.add(here.pk)
        here = others.get(here.deputy_id) if here.deputy_id else None
    return here is not None


def reachable_wards(contacts: Iterable[Contact], day: dt.date) -> set[UUID]:
    """The wards for which somebody can be reached on ``day``."""
    others = by_id(contacts)
    return {
        each.unit_id for each in others.values() if each.unit_id and is_reachable(each, others, day)
    }
