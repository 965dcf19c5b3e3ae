"""Roles become guardian rows of groups, and nothing else does."""

import pytest

from core.access import grants_of
from core.actor import SCHEDULER
from core.errors import Refused
from network.models import FacilityUserObjectPermission, Membership
from network.roles import ROLE_PERMISSIONS, Role
from network.services.memberships import grant, revoke

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_a_role_gives_exactly_its_permissions(people, role):
    grant(user=people.no_role, facility=people.provider, role=role, by=SCHEDULER)

    expected = {(people.provider.pk, permission) for permission in ROLE_PERMISSIONS[role]}
    assert grants_of(people.no_role.pk) == expected


def test_groups_are_the_memberships(people):
    held = {(row.user_id, f"{row.facility_id}:{row.role}") for row in Membership.objects.current()}
    groups = set(
        type(people.intake).objects.filter(groups__isnull=False).values_list("id", "groups__name")
    )
    assert held == groups
    assert not FacilityUserObjectPermission.objects.exists()


def test_a_deactivated_person_has_no_rights(people):
    people.intake.is_active = False
    people.intake.save()

    assert grants_of(people.intake.pk) == frozenset()


def test_a_revoked_role_is_gone_at_once(people):
    revoke(membership=Membership.objects.get(user=people.intake), by=SCHEDULER)

    assert grants_of(people.intake.pk) == frozenset()
    assert not Membership.objects.current().filter(user=people.intake).exists()


def test_the_last_lead_cannot_be_removed(people):
    with pytest.raises(Refused, match="letzte Person"):
        revoke(membership=Membership.objects.get(user=people.intake_lead), by=SCHEDULER)


def test_a_row_that_has_ended_takes_nothing_from_the_one_after_it(people):
    ended = Membership.objects.get(user=people.intake)
    revoke(membership=ended, by=SCHEDULER)
    grant(user=people.intake, facility=people.provider, role=Role.INTAKE, by=SCHEDULER)

    with pytest.raises(Refused, match="schon beendet"):
        revoke(membership=ended, by=SCHEDULER)

    assert (people.provider.pk, "receive_referral") in grants_of(people.intake.pk)
