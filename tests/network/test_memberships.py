"""Roles become guardian rows of groups, and nothing else does."""

import pytest
from django.contrib.auth.models import Group

from core.access import grants_of
from core.actor import SCHEDULER
from core.errors import Refused
from core.models import User
from network.models import (
    FacilityGroupObjectPermission,
    FacilityUserObjectPermission,
    Membership,
)
from network.roles import ROLE_PERMISSIONS, Role
from network.services.memberships import grant, revoke

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_a_role_gives_exactly_its_permissions(people, role):
    grant(user=people.no_role, facility=people.provider, role=role, by=SCHEDULER)

    expected = {(people.provider.pk, permission) for permission in ROLE_PERMISSIONS[role]}
    assert grants_of(people.no_role.pk) == expected


def standing():
    """Everything that is written of who stands where."""
    return [
        set(Membership.objects.values_list("user", "facility", "role", "since", "until")),
        set(User.groups.through.objects.values_list("user", "group__name")),
        set(
            FacilityGroupObjectPermission.objects.values_list(
                "group__name", "permission__codename", "content_object"
            )
        ),
    ]


def test_the_people_of_the_tests_stand_as_if_each_had_been_granted_the_role(people):
    expected, members = standing(), list(Membership.objects.select_related("user", "facility"))
    Membership.objects.all().delete()
    Group.objects.all().delete()

    for each in members:
        grant(user=each.user, facility=each.facility, role=each.role, by=SCHEDULER)

    assert standing() == expected


def test_groups_are_the_memberships(people):
    grant(user=people.no_role, facility=people.clinic, role=Role.INTAKE, by=SCHEDULER)

    held = {(row.user_id, f"{row.facility_id}:{row.role}") for row in Membership.objects.current()}
    groups = set(User.objects.filter(groups__isnull=False).values_list("id", "groups__name"))
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
