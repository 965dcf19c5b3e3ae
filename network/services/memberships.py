"""Giving and taking roles; the only writer of groups and of guardian's rows."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import audit, clock
from core.actor import Actor
from core.errors import Refused
from core.models import User
from network.models import Facility, FacilityGroupObjectPermission, Membership
from network.roles import ROLE_PERMISSIONS, Role

NEVER_WITHOUT = (Role.LEAD, Role.ORG_ADMIN)


def group_of(facility: Facility, role: str) -> Group:
    """The group of one role at one facility, with its permissions granted."""
    group, created = Group.objects.get_or_create(name=f"{facility.pk}:{role}")
    if created:
        wanted = Permission.objects.filter(
            content_type__app_label="network", codename__in=ROLE_PERMISSIONS[role]
        )
        FacilityGroupObjectPermission.objects.bulk_create(
            FacilityGroupObjectPermission(group=group, permission=p, content_object=facility)
            for p in wanted
        )
    return group


@transaction.atomic
def grant(*, user: User, facility: Facility, role: str, by: Actor) -> Membership:
    """Make ``user`` a ``role`` of ``facility`` from today; twice is once."""
    membership, _created = Membership.objects.get_or_create(
        user=user, facility=facility, role=role, until=None
    )
    user.groups.add(group_of(facility, role))
    audit.record(by=by, deed="membership.granted", obj=membership, detail=role)
    return membership


@transaction.atomic
def revoke(*, membership: Membership, by: Actor) -> None:
    """End the membership now; refused once it has ended, and for the last lead or administrator.

    A row that has ended says nothing of a later one in the same role, which goes on.
    """
    same = Membership.objects.select_for_update().filter(
        facility=membership.facility_id, role=membership.role, until=None
    )
    held = {row.pk for row in same}
    if membership.pk not in held:
        raise Refused(_("Diese Rolle ist schon beendet."))
    if membership.role in NEVER_WITHOUT and len(held) == 1:
        raise Refused(
            _(
                "Das ist die letzte Person in dieser Rolle. "
                "Geben Sie die Rolle zuerst einer anderen Person."
            )
        )
    membership.until = clock.today()
    membership.save(update_fields=["until"])
    membership.user.groups.remove(group_of(membership.facility, membership.role))
    audit.record(by=by, deed="membership.revoked", obj=membership, detail=membership.role)
