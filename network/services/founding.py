"""The first people of an installation; later ones come from their organisation's own pages."""

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from core import audit
from core.actor import Actor
from core.models import User
from network.models import Facility, Membership, Organisation, Region
from network.services.memberships import grant

_UNKNOWN_TO_ALL = 64  # characters of a password that nobody is told


@transaction.atomic
def ensure_facility(
    *, region: str, land: str, organisation: str, facility: str, kind: str, by: Actor
) -> Facility:
    """The facility of that name, made with its organisation and region where they are missing."""
    place, _made = Region.objects.get_or_create(
        name=region, defaults={"slug": slugify(region), "land": land}
    )
    body, _made = Organisation.objects.get_or_create(region=place, name=organisation)
    found, made = Facility.objects.get_or_create(
        organisation=body, name=facility, defaults={"kind": kind}
    )
    if made:
        audit.record(by=by, deed="facility.founded", obj=found)
    return found


@transaction.atomic
def add_person(
    *, email: str, full_name: str, facility: Facility, role: str, by: Actor
) -> Membership:
    """Give the person of that address a role; a new one chooses a password by mail first."""
    address = User.objects.normalize_email(email).lower()
    person = User.objects.filter(email=address).first()
    if person is None:
        secret = get_random_string(_UNKNOWN_TO_ALL)
        person = User.objects.create_user(address, secret, full_name=full_name)
        audit.record(by=by, deed="person.added", obj=person)
    return grant(user=person, facility=facility, role=role, by=by)
