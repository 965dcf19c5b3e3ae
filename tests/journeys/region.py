"""The region in which the stories happen, invented or read from a real directory."""

import io
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command

from core.actor import SCHEDULER
from core.models import User
from gpv_portal.demo_region.accounts import email_of
from gpv_portal.demo_region.directory import Directory, make_frame, make_region, make_services
from gpv_portal.demo_region.staff import make_staff
from gpv_portal.demo_region.tables.people import PEOPLE
from network.models import Facility, Service
from network.services.entries import Content, Number, renew_entry
from network.services.founding import add_person
from network.services.placeholders import facility_of

REAL_LIST = "A_berlin_einrichtungen.csv"
TEAMS = {"bewo-sued": "ankerplatz", "bewo-bruecke": "brueckenwerk", "bewo-nordufer": "lotsenhaus"}
WITHOUT_ACCOUNT = ("soziotherapie-wolff", "spz")


@dataclass(frozen=True)
class Region:
    """Who and what there is, by the keys of the demo's tables."""

    directory: Directory
    people: dict[str, User]

    def house(self, key: str) -> Facility:
        return self.directory.houses[key]

    def service(self, key: str) -> Service:
        return self.directory.services[key]


def invented() -> Region:
    """Kreis Auental with its forty services."""
    directory = make_frame(make_region())
    make_services(directory)
    return Region(directory, make_staff(directory).people)


def imported() -> Region:
    """The same people, three teams of them at entries of a real list; skips where there is none."""
    folder = os.environ.get("GPV_REAL_DATA")
    if not folder:
        pytest.skip("GPV_REAL_DATA names no folder with a real directory")
    directory = make_frame(make_region())
    file = Path(folder) / REAL_LIST
    call_command("import_directory", file, region=directory.region.name, stdout=io.StringIO())
    homes = Service.objects.published().filter(type=Service.Type.HOUSING, needs_look="")
    keys = (*TEAMS, *WITHOUT_ACCOUNT)
    directory.services = dict(zip(keys, homes.order_by("name", "id"), strict=False))
    for key, house in TEAMS.items():
        directory.houses[house] = _taken_over(directory.services[key])
    return Region(directory, _staff(directory))


def _taken_over(service: Service) -> Facility:
    """The facility behind an imported entry, which takes inquiries from now on."""
    content = Content(
        {"takes_requests": True},
        [Number(each.raw, each.dial, each.note) for each in service.phones.all()],
    )
    renew_entry(service=service, content=content, by=SCHEDULER)
    return facility_of(service=service, by=SCHEDULER)


def _staff(directory: Directory) -> dict[str, User]:
    """Everybody of the tables with their roles, as the operator's command gives them."""
    people = {}
    for person in PEOPLE:
        for house, role in person.roles:
            people[person.key] = add_person(
                email=email_of(person),
                full_name=person.name,
                facility=directory.houses[house],
                role=role,
                by=SCHEDULER,
            ).user
    return people
