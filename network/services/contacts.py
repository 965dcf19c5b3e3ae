"""Keeping contacts current, and letting the public see them."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core import audit, clock, tokens
from core.actor import Actor, Via
from core.errors import LinkOver, Refused
from core.models import AccessToken
from network.models import Contact, Facility, Organisation
from network.reachable import by_id, rings


@transaction.atomic
def save_contact(*, contact: Contact | None, values: dict[str, Any], by: Actor) -> Contact:
    """A new or changed contact of the facility ``by`` acts for; saving confirms it today.

    Refused when somebody would be their own deputy, or when its deputies lead in a ring in which
    nobody answers.
    """
    facility = _managed(by)
    deed = "contact.changed" if contact else "contact.created"
    contact = contact or Contact(facility=facility)
    if contact.facility_id != facility.pk:
        raise PermissionDenied
    for name, value in values.items():
        setattr(contact, name, value)
    contact.confirmed_on = clock.today()
    _refuse_oneself(contact)
    _refuse_ring(contact)
    contact.save()
    audit.record(by=by, deed=deed, obj=contact)
    return contact


@transaction.atomic
def confirm_contact(*, contact: Contact, by: Actor) -> None:
    """Everything about the contact is right today."""
    if contact.facility_id != _managed(by).pk:
        raise PermissionDenied
    _confirm(contact, by)


@transaction.atomic
def confirm_by_link(*, token: AccessToken, by: Actor) -> Contact:
    """The owner says so by the link of a mail, once; raises ``LinkOver`` afterwards."""
    if by.via is not Via.LINK or by.facility is None:
        raise PermissionDenied
    contact = tokens.spend_on(token, Contact.objects.filter(facility_id=by.facility))
    if contact is None:
        raise LinkOver
    _confirm(contact, by)
    return contact


@transaction.atomic
def remove_contact(*, contact: Contact, by: Actor) -> None:
    """The post exists no longer; editions keep what they said."""
    if contact.facility_id != _managed(by).pk:
        raise PermissionDenied
    audit.record(by=by, deed="contact.removed", obj=contact)
    contact.delete()


@transaction.atomic
def release_contacts(*, public: bool, by: Actor) -> None:
    """Let everybody see the functions and numbers of one's organisation, or members alone."""
    facility = _managed(by)
    organisation = Organisation.objects.select_for_update().get(pk=facility.organisation_id)
    organisation.contacts_public = public
    organisation.save(update_fields=["contacts_public"])
    deed = "contacts.released" if public else "contacts.withheld"
    audit.record(by=by, deed=deed, obj=organisation)


def _managed(by: Actor) -> Facility:
    """The facility whose contacts ``by`` keeps, locked: deputies are looked at together."""
    if by.facility is None or not by.holds("manage_facility"):
        raise PermissionDenied
    return _locked(by.facility)


def _locked(facility: UUID) -> Facility:
    return Facility.objects.select_for_update(no_key=True).get(pk=facility)


def _confirm(contact: Contact, by: Actor) -> None:
    contact.confirmed_on = clock.today()
    contact.save(update_fields=["confirmed_on"])
    audit.record(by=by, deed="contact.confirmed", obj=contact)


def _refuse_oneself(contact: Contact) -> None:
    """Neither the deputy of this post nor one for whom it stands in is the same person."""
    around = Q(pk=contact.deputy_id) | Q(deputy=contact.pk)
    beside = Contact.objects.filter(around, facility_id=contact.facility_id)
    if any(other.is_of(contact) for other in beside):
        raise Refused(
            _("%(person)s kann sich nicht selbst vertreten. Bitte nennen Sie jemand anderen.")
            % {"person": contact.person}
        )


def _refuse_ring(contact: Contact) -> None:
    beside = Contact.objects.filter(facility_id=contact.facility_id).exclude(pk=contact.pk)
    if rings(contact, by_id([*beside, contact]), clock.today()):
        raise Refused(
            _(
                "Diese Vertretungen führen im Kreis zurück, und niemand darin ist erreichbar. "
                "Bitte nennen Sie eine Vertretung, die da ist."
            )
        )
