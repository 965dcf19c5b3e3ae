"""Writes places, bodies, facilities, services and contacts into an empty database."""

import datetime as dt
from dataclasses import dataclass, field

from core import clock
from gpv_portal.demo_region.entries import write_offers
from gpv_portal.demo_region.tables.contact_line import Line
from gpv_portal.demo_region.tables.contacts import CONTACTS
from gpv_portal.demo_region.tables.organisations import (
    AGREEMENTS,
    BODIES,
    HOUSES,
    NOT_PUBLIC,
    WARDS,
    House,
)
from gpv_portal.demo_region.tables.places import LAND, PLACES, POSTCODES, REGION, TOWNS
from gpv_portal.demo_region.tables.rules import DUTIES, Duty
from network.contact_lists import TEAM
from network.models import (
    Area,
    Contact,
    CooperationAgreement,
    Facility,
    Organisation,
    Region,
    ResponsibilityRule,
    Service,
    Unit,
)


@dataclass
class Directory:
    """What was made, by the keys of the tables."""

    region: Region
    areas: dict[str, Area] = field(default_factory=dict)
    houses: dict[str, Facility] = field(default_factory=dict)
    wards: list[Unit] = field(default_factory=list)
    services: dict[str, Service] = field(default_factory=dict)


def make_region() -> Region:
    """The invented region itself."""
    return Region.objects.create(
        name=REGION, slug="auental", land=LAND, coordination_phone="030 23125-400"
    )


def make_frame(region: Region) -> Directory:
    """Everything but the services, so that an imported directory can bring its own."""
    made = Directory(region)
    for place in PLACES:
        made.areas[place.key] = Area.objects.create(
            region=region,
            parent=made.areas.get(place.parent),
            level=place.level,
            name=place.name,
            slug=place.key,
            postcodes=list(place.postcodes),
            inhabitants=place.inhabitants,
        )
    _make_houses(made)
    _make_contacts(made)
    return made


def make_services(made: Directory) -> None:
    """The invented services, and who is responsible where."""
    made.services = write_offers(made.region, made.houses, made.areas)
    for line in CONTACTS:
        if line.offer:
            intake = Contact.objects.filter(function=line.function)
            intake.update(service=made.services[line.offer])
    ResponsibilityRule.objects.bulk_create(_rule(duty, made) for duty in DUTIES)


def _rule(duty: Duty, made: Directory) -> ResponsibilityRule:
    service = made.services.get(duty.offer)
    return ResponsibilityRule(
        region=made.region,
        service=service,
        kind=duty.kind or (service.type if service else ""),
        office=duty.office,
        phone=duty.phone,
        area=made.areas[duty.area],
        legal_basis=duty.basis,
        criterion=duty.criterion,
        street=duty.street,
        house_from=duty.houses[0],
        house_to=duty.houses[1],
        house_side=duty.side,
        age_from=duty.ages[0],
        age_to=duty.ages[1],
        hours=duty.hours,
        hours_text=duty.hours_text,
        condition=duty.condition,
        source="Psychiatriekoordination",
    )


def _make_houses(made: Directory) -> None:
    bodies = {
        body.key: Organisation.objects.create(
            region=made.region, name=body.name, contacts_public=body.key not in NOT_PUBLIC
        )
        for body in BODIES
    }
    made.houses = {house.key: _house(house, bodies[house.body]) for house in HOUSES}
    made.wards = Unit.objects.bulk_create(
        Unit(facility=made.houses["sozialdienst"], name=name) for name in WARDS
    )
    CooperationAgreement.objects.bulk_create(
        CooperationAgreement(
            first=bodies[first], second=bodies[second], signed_on=dt.date(2025, 3, 12)
        )
        for first, second in AGREEMENTS
    )


def _house(house: House, body: Organisation) -> Facility:
    return Facility.objects.create(
        organisation=body,
        kind=house.kind,
        name=house.name,
        phone=house.phone,
        email=f"{house.mailbox}@example.org",
        street=house.street,
        postcode=POSTCODES[house.quarter][0],
        town=TOWNS[house.quarter],
    )


def _make_contacts(made: Directory) -> None:
    contacts = {line.key: _contact(line, made) for line in CONTACTS}
    Contact.objects.bulk_create(contacts.values())
    for line in CONTACTS:
        contacts[line.key].deputy = contacts.get(line.deputy)
    Contact.objects.bulk_update(contacts.values(), ["deputy"])


def _contact(line: Line, made: Directory) -> Contact:
    return Contact(
        facility=made.houses[line.house],
        unit=made.wards[line.ward] if line.ward is not None else None,
        function=line.function,
        person=line.person or ("" if line.deputy else TEAM),
        phone=line.phone,
        email=f"{line.mailbox}@example.org",
        hours=line.hours,
        responsible_for=line.responsible_for,
        letters=line.letters,
        fax=line.fax,
        kim=line.kim,
        absent_from=_day(line.away[0]) if line.away else None,
        absent_until=_day(line.away[1]) if line.away else None,
        confirmed_on=_day(-line.age),
    )


def _day(ahead: int) -> dt.date:
    return clock.today() + dt.timedelta(days=ahead)
