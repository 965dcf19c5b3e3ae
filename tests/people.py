"""One person per way of standing to a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import Group, Permission

from core.access import grants_of
from core.actor import SCHEDULER, Actor, Via
from core.models import User
from network.models import Facility, FacilityGroupObjectPermission, Membership
from network.roles import ROLE_PERMISSIONS, Role
from network.services.memberships import grant
from tests.factories import FacilityFactory, OrganisationFactory, RegionFactory, UserFactory


@dataclass
class People:
    """The clinic refers, providers A, B and C answer, everybody else has no business here."""

    clinic: Facility
    provider: Facility
    other_provider: Facility
    third_provider: Facility
    other_clinic: Facility
    office: Facility
    ambulance: Facility
    social_worker: User
    clinic_lead: User
    intake: User
    intake_lead: User
    other_intake: User
    third_intake: User
    other_social_worker: User
    coordinator: User
    night_doctor: User
    committee_member: User
    org_admin: User
    data_protection: User
    no_role: User


STANDING = {
    "social_worker": ("clinic", Role.SOCIAL_SERVICE, "Miriam Okafor-Lenz"),
    "clinic_lead": ("clinic", Role.LEAD, "Jonas Petersen"),
    "intake": ("provider", Role.INTAKE, "Selma Arslan"),
    "intake_lead": ("provider", Role.LEAD, "Lea Onwudiwe"),
    "other_intake": ("other_provider", Role.INTAKE, "Matthis Kröger"),
    "third_intake": ("third_provider", Role.INTAKE, "Ayla Demirci"),
    "other_social_worker": ("other_clinic", Role.SOCIAL_SERVICE, "Karin Thalheim"),
    "coordinator": ("office", Role.COORDINATION, "Dilan Yücel"),
    "night_doctor": ("ambulance", Role.EMERGENCY, "Henrike Brandt"),
    "committee_member": ("office", Role.COMMITTEE, "Piotr Łukasik"),
    "org_admin": ("clinic", Role.ORG_ADMIN, "Ute Sommerfeld"),
    "data_protection": ("clinic", Role.DATA_PROTECTION, "Ralf Weiß"),
}
"""Where each person works, as what, and what they are called."""


def seat(standing: Iterable[tuple[User, Facility, str]]) -> None:
    """Write what ``grant`` writes of each, but for its trace, in few statements.

    Most tests begin here, and one after the other it takes longer than what they test.
    """
    rows = list(standing)
    Membership.objects.bulk_create(
        Membership(user=user, facility=house, role=role) for user, house, role in rows
    )
    groups = {(house, role): Group(name=f"{house.pk}:{role}") for _user, house, role in rows}
    Group.objects.bulk_create(groups.values())
    belonging = User.groups.through
    belonging.objects.bulk_create(
        belonging(user=user, group=groups[house, role]) for user, house, role in rows
    )
    known = {
        each.codename: each for each in Permission.objects.filter(content_type__app_label="network")
    }
    FacilityGroupObjectPermission.objects.bulk_create(
        FacilityGroupObjectPermission(group=group, permission=known[name], content_object=house)
        for (house, role), group in groups.items()
        for name in ROLE_PERMISSIONS[role]
    )


def member(facility: Facility, role: str, name: str) -> User:
    """An active person with one role."""
    user = UserFactory(full_name=name)
    grant(user=user, facility=facility, role=role, by=SCHEDULER)
    return user


def acting(person: User, facility: Facility | None) -> Actor:
    """The actor a request of ``person`` would carry."""
    return Actor(
        person=person,
        facility=facility.pk if facility else None,
        via=Via.WEB,
        grants=grants_of(person.pk),
    )


def make() -> People:
    """All of them, in one region."""
    region = RegionFactory()
    clinicum = OrganisationFactory(name="Klinikum am Weidendamm", region=region)
    kind = Facility.Kind
    facility = partial(FacilityFactory, organisation__region=region)
    houses = {
        "clinic": FacilityFactory(name="Sozialdienst", kind=kind.CLINIC, organisation=clinicum),
        "provider": facility(name="Aufnahme A"),
        "other_provider": facility(name="Aufnahme B"),
        "third_provider": facility(name="Aufnahme C"),
        "other_clinic": facility(name="Sozialdienst anderswo", kind=kind.CLINIC),
        "office": facility(name="Psychiatriekoordination", kind=kind.COORDINATION),
        "ambulance": FacilityFactory(
            name="Notfallambulanz", kind=kind.EMERGENCY, organisation=clinicum
        ),
    }
    names = {"no_role": "Ohne Rolle"} | {who: name for who, (_, _, name) in STANDING.items()}
    persons = {who: UserFactory.build(full_name=name) for who, name in names.items()}
    User.objects.bulk_create(persons.values())
    seat((persons[who], houses[house], role) for who, (house, role, _) in STANDING.items())
    return People(**houses, **persons)
