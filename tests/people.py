"""One person per way of standing to a case."""

from dataclasses import dataclass

from core.access import grants_of
from core.actor import SCHEDULER, Actor, Via
from core.models import User
from network.models import Facility
from network.roles import Role
from network.services.memberships import grant
from tests.factories import FacilityFactory, OrganisationFactory, UserFactory


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
    organisation = OrganisationFactory(name="Klinikum am Weidendamm")
    kind = Facility.Kind
    clinic = FacilityFactory(name="Sozialdienst", kind=kind.CLINIC, organisation=organisation)
    ambulance = FacilityFactory(
        name="Notfallambulanz", kind=kind.EMERGENCY, organisation=organisation
    )
    provider, other, third = (FacilityFactory(name=f"Aufnahme {x}") for x in "ABC")
    elsewhere = FacilityFactory(name="Sozialdienst anderswo", kind=kind.CLINIC)
    office = FacilityFactory(name="Psychiatriekoordination", kind=kind.COORDINATION)
    return People(
        clinic=clinic,
        provider=provider,
        other_provider=other,
        third_provider=third,
        other_clinic=elsewhere,
        office=office,
        ambulance=ambulance,
        social_worker=member(clinic, Role.SOCIAL_SERVICE, "Miriam Okafor-Lenz"),
        clinic_lead=member(clinic, Role.LEAD, "Jonas Petersen"),
        intake=member(provider, Role.INTAKE, "Selma Arslan"),
        intake_lead=member(provider, Role.LEAD, "Lea Onwudiwe"),
        other_intake=member(other, Role.INTAKE, "Matthis Kröger"),
        third_intake=member(third, Role.INTAKE, "Ayla Demirci"),
        other_social_worker=member(elsewhere, Role.SOCIAL_SERVICE, "Karin Thalheim"),
        coordinator=member(office, Role.COORDINATION, "Dilan Yücel"),
        night_doctor=member(ambulance, Role.EMERGENCY, "Henrike Brandt"),
        committee_member=member(office, Role.COMMITTEE, "Piotr Łukasik"),
        org_admin=member(clinic, Role.ORG_ADMIN, "Ute Sommerfeld"),
        data_protection=member(clinic, Role.DATA_PROTECTION, "Ralf Weiß"),
        no_role=UserFactory(full_name="Ohne Rolle"),
    )
