"""Rows of the network app: entries, contacts, colleagues, editions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from network.models import ContactListEdition, OpeningSpan, Phone, SavedSearch
from network.roles import Role
from tests.factories import ContactFactory, FacilityFactory, ServiceFactory
from tests.people import People, member
from tests.performance.rows import Add, Listing

Made = tuple[dict[str, Any], Add]


def _service(people: People, **facts: Any) -> Any:
    region = people.office.organisation.region
    service = ServiceFactory(facility=people.clinic, region=region, **facts)
    Phone.objects.create(service=service, raw="030 23125-1")
    OpeningSpan.objects.create(service=service, weekday=1, opens=dt.time(9), closes=dt.time(17))
    return service


def entries(people: People) -> Made:
    """An entry with a number and hours."""
    return {}, lambda number: _service(people)


def at_night(people: People) -> Made:
    """An entry of the emergency view."""
    return {}, lambda number: _service(people, in_crisis_view=True)


def doubtful(people: People) -> Made:
    """An entry that somebody has to look at."""
    return {}, lambda number: _service(people, needs_look="Telefon fehlt")


def own(people: People) -> Made:
    """A colleague, an entry and a contact of the acting facility."""

    def add(number: int) -> None:
        member(people.clinic, Role.SOCIAL_SERVICE, f"Kollegin {number}")
        _service(people)
        ContactFactory(facility=people.clinic)

    return {}, add


def contacts(people: People) -> Made:
    """A contact at a facility of its own, and an edition of the list."""
    organisation = people.clinic.organisation

    def add(number: int) -> None:
        ContactFactory(facility=FacilityFactory(organisation=organisation))
        as_of = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        ContactListEdition.objects.create(
            region=organisation.region, number=number, as_of=as_of, rows=[]
        )

    return {}, add


def searches(people: People) -> Made:
    """A search that the member keeps."""

    def add(number: int) -> None:
        SavedSearch.objects.create(
            person=people.social_worker,
            region=people.clinic.organisation.region,
            name=f"Suche {number}",
            query=f"q={number}",
        )

    return {}, add


LISTINGS = (
    Listing("network:directory", "no_role", entries),
    Listing("network:crisis", "social_worker", at_night),
    Listing("network:entries-to-check", "coordinator", doubtful),
    Listing("network:administration", "org_admin", own),
    Listing("network:saved-searches", "social_worker", searches),
    Listing("network:contacts", "social_worker", contacts),
    Listing("network:contacts-csv", "social_worker", contacts),
    Listing("network:contacts-vcard", "social_worker", contacts),
)
