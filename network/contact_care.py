"""What an administrator has to look after: contacts that are old, and wards nobody can reach."""

from __future__ import annotations

from dataclasses import dataclass

from core import clock
from core.actor import Actor
from network.contact_lists import is_overdue
from network.models import Contact, Facility, Unit
from network.reachable import by_id, is_reachable, reachable_wards, stand_in


@dataclass(frozen=True)
class Kept:
    """One contact of the own facility, and what is wrong with it."""

    contact: Contact
    overdue: bool
    reachable: bool
    away: bool
    stand_in: Contact | None


@dataclass(frozen=True)
class Care:
    """The contacts of the own facility, and its wards without one that answers."""

    kept: list[Kept]
    wards: list[Unit]
    public: bool


def contacts_of(actor: Actor, facility: Facility) -> Care:
    """Two statements: the contacts and the wards; ``facility`` brings its organisation."""
    others = by_id(Contact.objects.visible_to(actor).select_related("unit").order_by("function"))
    today = clock.today()
    kept = [
        Kept(
            contact=each,
            overdue=is_overdue(each.confirmed_on),
            reachable=is_reachable(each, others, today),
            away=each.is_absent(today),
            stand_in=stand_in(each, others, today),
        )
        for each in others.values()
    ]
    public = facility.organisation.contacts_public
    return Care(kept, unreached(facility, list(others.values())), public)


def unreached(facility: Facility, contacts: list[Contact]) -> list[Unit]:
    """The wards of a clinic without a contact that can be reached today."""
    if facility.kind != Facility.Kind.CLINIC:
        return []
    reached = reachable_wards(contacts, clock.today())
    return [unit for unit in facility.units.all() if unit.pk not in reached]
