"""Writes the people who sign in, and gives them their roles."""

import datetime as dt
from dataclasses import replace

from django.contrib.auth.hashers import make_password

from core import clock
from core.access import acting_as
from core.actor import SCHEDULER, Actor, Via
from core.models import User
from gpv_portal.demo_region.accounts import PASSWORD, email_of
from gpv_portal.demo_region.directory import Directory
from gpv_portal.demo_region.tables.people import PEOPLE
from network.services.memberships import grant


class Staff:
    """The people of the tables by key, and the actors they are at their facilities."""

    def __init__(self, people: dict[str, User], directory: Directory) -> None:
        self.people = people
        self._directory = directory
        self._actors: dict[tuple[str, str], Actor] = {}

    def acting(self, person: str, house: str) -> Actor:
        """What a request of ``person`` acting for ``house`` would carry."""
        if (person, house) not in self._actors:
            actor = acting_as(self.people[person].pk, self._directory.houses[house].pk)
            self._actors[person, house] = replace(actor, via=Via.WEB)
        return self._actors[person, house]


def make_staff(directory: Directory) -> Staff:
    """Accounts with one common password, hashed once; roles given three years ago."""
    password = make_password(PASSWORD)
    with clock.at(clock.now() - dt.timedelta(days=3 * 365)):
        rows = {
            person.key: User(email=email_of(person), full_name=person.name, password=password)
            for person in PEOPLE
        }
        User.objects.bulk_create(rows.values())
        for person in PEOPLE:
            for house, role in person.roles:
                facility = directory.houses[house]
                grant(user=rows[person.key], facility=facility, role=role, by=SCHEDULER)
    return Staff(rows, directory)
