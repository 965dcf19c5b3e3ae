"""Inviting colleagues: an account without a password, a role, and a mail."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import mail, outbox
from core.actor import Actor
from core.errors import Refused
from core.models import User
from network.models import Facility, Membership
from network.roles import Role, reads_cases, roles_at
from network.services.memberships import grant, revoke

INVITED = "network.invited"


@transaction.atomic
def invite(*, email: str, full_name: str, role: Role, by: Actor) -> Membership:
    """Give somebody a role at the facility ``by`` acts for; a new account sets its password.

    Refused for a role that reads cases when it is meant for oneself: four eyes, and a record.
    """
    facility = _managed(by)
    if by.person is not None and by.person.email == email.lower() and reads_cases(role):
        raise Refused(
            _(
                "Eine Rolle, mit der man Fälle liest, gibt man sich nicht selbst. "
                "Bitten Sie eine andere Person aus der Verwaltung Ihrer Einrichtung."
            )
        )
    if role not in roles_at(facility.kind):
        raise Refused(_("Diese Rolle gibt es an dieser Einrichtung nicht."))
    user = User.objects.filter(email=email.lower()).first()
    if user is None:
        user = User.objects.create_user(email, full_name=full_name)
    if not user.is_active:
        raise Refused(_("Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Koordination."))
    membership = grant(user=user, facility=facility, role=role, by=by)
    outbox.enqueue(INVITED, user.pk, by=by)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: Actor) -> None:
    """Take the role away from today; the last lead or administrator stays."""
    if membership.facility_id != _managed(by).pk:
        raise PermissionDenied
    revoke(membership=membership, by=by)


def send_invitation(*, user: User, by: Actor) -> None:
    """Tell somebody that the portal waits for them."""
    mail.send(INVITED, user.email, path="/passwort/")


def _managed(by: Actor) -> Facility:
    if by.facility is None or not by.holds("manage_facility"):
        raise PermissionDenied
    return Facility.objects.get(pk=by.facility)
