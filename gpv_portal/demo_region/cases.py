"""Sixty clients and a hundred and twenty referrals, the ended ones first."""

import datetime as dt

from core import clock
from gpv_portal.demo_region import moments
from gpv_portal.demo_region.directory import Directory
from gpv_portal.demo_region.endings import ENDINGS, by_mistake
from gpv_portal.demo_region.pen import Pen
from gpv_portal.demo_region.running import RUNNING, ran_out
from gpv_portal.demo_region.staff import Staff
from gpv_portal.demo_region.stories import STORIES
from gpv_portal.demo_region.tables.clients import CLIENTS, Someone
from gpv_portal.demo_region.tables.places import POSTCODES, TOWNS
from referrals import services
from referrals.models import Client

ENDED = 59
"""How many of the 120 referrals are over; with one running for nearly everybody."""

GROUPS = (
    ["bewo-sued", "gastfamilien", "bewo-nordufer"],
    ["ts-mitte", "ts-altmoor"],
    ["soziotherapie", "sucht-ambulant"],
    ["bewo-bruecke", "bewo-sued", "bewo-seefurt"],
    ["wohnverbund", "haus-kai", "haus-heide"],
    ["pia", "tagesklinik"],
    ["app", "spz"],
    ["bewo-nordufer", "bewo-bruecke", "bewo-jung"],
    ["jobcoaching", "zuverdienst"],
    ["spdi-sued", "spz"],
    ["tagesklinik", "pia-seefurt"],
    ["gastfamilien", "bewo-bruecke", "sucht-ambulant"],
    ["sucht-ambulant", "spz"],
)
"""Services that are asked together; Suchthilfe has no account, others answer for it."""

WORKERS = {"sozialdienst": ("miriam", "tobias", "miriam"), "pia": ("malgorzata",)}
WORKERS |= {"spdi": ("karsten",), "notfall": ("ulf",)}
STREETS = ("Gerberstraße", "Uferstraße", "Lindenallee", "Nordufer", "Kaistraße", "Torfweg")


def make_cases(directory: Directory, staff: Staff) -> dict[int, Pen]:
    """All clients with all their referrals; returns the running ones by client."""
    clients = make_clients(directory, staff)
    _make_ended(directory, staff, clients)
    running = _make_running(directory, staff, clients)
    return running | make_stories(directory, staff, clients)


def make_stories(directory: Directory, staff: Staff, clients: list[Client]) -> dict[int, Pen]:
    """The situations that the demo's reader is led to."""
    pens = {}
    for person, story in STORIES.items():
        pens[person] = _pen(directory, staff, clients, person, person, "miriam")
        story(pens[person])
    return pens


def _make_ended(directory: Directory, staff: Staff, clients: list[Client]) -> None:
    inside = [n for n, each in enumerate(CLIENTS) if each.house == "sozialdienst"]
    for number in range(ENDED):
        person = inside[(number * 11) % len(inside)]
        back = 8 + (number * 480) // ENDED
        pen = _pen(directory, staff, clients, person, number)
        asked = GROUPS[number % len(GROUPS)][: 1 + number % 2]
        ENDINGS[number % len(ENDINGS)](pen, asked, back)
    by_mistake(_pen(directory, staff, clients, 20, 900), ["ts-altmoor"], 4)


def _make_running(directory: Directory, staff: Staff, clients: list[Client]) -> dict[int, Pen]:
    pens = {}
    people = sorted(set(range(len(CLIENTS))) - STORIES.keys())
    plans = [ran_out, ran_out, *RUNNING * 4]
    for person, plan in zip(people, plans, strict=False):
        pens[person] = _pen(directory, staff, clients, person, person)
        plan(pens[person], GROUPS[person % len(GROUPS)])
    return pens


def _pen(
    directory: Directory,
    staff: Staff,
    clients: list[Client],
    person: int,
    number: int,
    worker: str = "",
) -> Pen:
    house = CLIENTS[person].house
    workers = WORKERS[house]
    if not worker or worker not in workers:
        worker = workers[number % len(workers)]
    return Pen(directory, staff, clients[person], number=number, worker=worker, house=house)


def make_clients(directory: Directory, staff: Staff) -> list[Client]:
    """Everybody, in the order of the table, two years ago."""
    with clock.at(moments.moment(moments.working_day(560))):
        return [
            services.create_client(
                identity=_identity(number, someone),
                area=directory.areas[someone.quarter],
                by=staff.acting(WORKERS[someone.house][0], someone.house),
            )
            for number, someone in enumerate(CLIENTS)
        ]


def _identity(number: int, someone: Someone) -> services.Identity:
    postcode, _quarter = POSTCODES[someone.quarter]
    street = STREETS[number % len(STREETS)]
    return services.Identity(
        last_name=someone.last_name,
        first_name=someone.first_name,
        birth_date=_born(number, someone.age),
        phone=f"069 90009-{600 + number}",
        address=f"{street} {number + 3}, {postcode} {TOWNS[someone.quarter]}",
        guardian_name="Karin Thalheim" if someone.guardian else "",
        guardian_phone="089 99998-640" if someone.guardian else "",
        guardian_tasks=someone.guardian,
        wishes=someone.wishes,
    )


def _born(number: int, age: int) -> dt.date:
    """So that the person has ``age`` today, and has had a birthday some time ago."""
    passed = dt.timedelta(days=3 + (number * 37) % 340)
    day = clock.today() - passed
    return moments.same_day(day, age)
