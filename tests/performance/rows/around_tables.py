"""Rows of the conferences app: tables and who sits there, committees and what they decide."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conferences.models import Attendance, Body, Meeting, Seat
from conferences.services import convening, recording, sitting
from conferences.services import people as seats
from core import clock
from core.models import DataKey
from tests.conferences import tables
from tests.factories import UserFactory
from tests.people import People
from tests.performance.rows import Add, Listing

Made = tuple[dict[str, Any], Add]


def conferences(people: People) -> Made:
    """A conference about somebody else each time."""
    return {}, lambda number: tables.propose(people, tables.make_client(people.clinic))


def at_the_table(people: People) -> Made:
    """A relative at the table, with the client's yes."""
    table = tables.propose(people, tables.make_client(people.clinic))

    def add(number: int) -> None:
        seats.add_guest(
            conference=table.now(), kind="relative", name=f"Gast {number}", by=table.owner
        )

    return {"pk": table.conference.pk}, add


def agreed(people: People) -> Made:
    """One more agreement in the minutes, and one that an earlier conference left open."""
    client = tables.make_client(people.clinic)
    earlier, table = (tables.propose(people, client) for _ in range(2))
    for each in (earlier, table):
        tables.schedule(each, people)
        _written(each)
    recording.present(conference=earlier.now(), by=earlier.owner)
    _release(earlier)

    def add(number: int) -> None:
        for each in (earlier, table):
            measure = each.now().measures.model(conference=each.now(), number=number + 10)
            measure.seal(what="Anruf", who="Selma Arslan")
            measure.save()

    return {"pk": table.conference.pk}, add


def _written(table: tables.Table) -> None:
    from conferences.services import scheduling

    scheduling.invite(conference=table.now(), by=table.owner)
    tables.hold(table)
    tables.write(table)


def _release(table: tables.Table) -> None:
    from conferences.services import releasing

    releasing.release(conference=table.now(), review_end="approved", by=table.owner)


def bodies(people: People) -> Made:
    """A committee."""

    def add(number: int) -> None:
        Body.objects.create(
            region=people.office.organisation.region,
            office=people.office,
            slug=f"ag-{number}",
            name=f"AG {number}",
            kind="psag",
            data_key=DataKey.objects.create_new(),
        )

    return {}, add


def of_a_body(people: People) -> Made:
    """A meeting, a seat and a measure of one committee."""
    committee = tables.sit(tables.make_committee(people))

    def add(number: int) -> None:
        start = clock.now() + dt.timedelta(days=30 - number)
        Meeting.objects.create(
            body=committee.body,
            year=2020,
            number=number,
            state="invited",
            starts_at=start,
            ends_at=start + dt.timedelta(hours=1),
            place="Saal",
        )
        Seat.objects.create(
            body=committee.body, group="relatives", label=f"Sitz {number}", person=UserFactory()
        )
        sitting.agree(meeting=committee.now(), what="Flyer", who="Kreis", by=committee.office)

    return {"slug": committee.body.slug}, add


def of_a_meeting(people: People) -> Made:
    """An item with a resolution, a seat that came and a measure of one meeting."""
    committee = tables.sit(tables.make_committee(people))

    def add(number: int) -> None:
        by = committee.office
        item = convening.add_item(meeting=committee.now(), title=f"Punkt {number}", by=by)
        sitting.resolve(meeting=committee.now(), item_id=item.pk, text="Ja", votes=(2, 0, 0), by=by)
        sitting.agree(meeting=committee.now(), what="Flyer", who="Kreis", by=by)
        seat = Seat.objects.create(body=committee.body, group="relatives", label=f"Sitz {number}")
        Attendance.objects.create(meeting=committee.meeting, seat=seat, presence="present")

    return {"slug": committee.body.slug, "pk": committee.meeting.pk}, add


LISTINGS = (
    Listing("conferences:conferences", "social_worker", conferences),
    Listing("core:tasks", "social_worker", conferences),
    Listing("conferences:conference", "social_worker", at_the_table),
    Listing("conferences:conference", "social_worker", agreed),
    Listing("conferences:minutes-form", "social_worker", agreed),
    Listing("conferences:bodies", "no_role", bodies),
    Listing("conferences:body", "coordinator", of_a_body),
    Listing("conferences:meeting", "coordinator", of_a_meeting),
    Listing("conferences:attendance-form", "coordinator", of_a_meeting),
)
