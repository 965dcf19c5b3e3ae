"""Keeping contacts current."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import audit, clock
from core.actor import Actor
from network.models import Contact


@transaction.atomic
def save_contact(*, contact: Contact | None, values: dict[str, Any], by: Actor) -> Contact:
    """A new or changed contact of the facility ``by`` acts for; saving confirms it today."""
    if by.facility is None or not by.holds("manage_facility"):
        raise PermissionDenied
    deed = "contact.changed" if contact else "contact.created"
    contact = contact or Contact(facility_id=by.facility)
    if contact.facility_id != by.facility:
        raise PermissionDenied
    for name, value in values.items():
        setattr(contact, name, value)
    contact.confirmed_on = clock.today()
    contact.save()
    audit.record(by=by, deed=deed, obj=contact)
    return contact


@transaction.atomic
def confirm_contact(*, contact: Contact, by: Actor) -> None:
    """Everything about the contact is right today."""
    if not by.holds("manage_facility") or contact.facility_id != by.facility:
        raise PermissionDenied
    contact.confirmed_on = clock.today()
    contact.save(update_fields=["confirmed_on"])
    audit.record(by=by, deed="contact.confirmed", obj=contact)
