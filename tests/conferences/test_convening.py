"""Planning the next meeting: which seats it has, what comes back to it, how it is numbered."""

import datetime as dt

import pytest

from conferences.models import Seat
from conferences.services import approving, convening, sitting
from core import clock
from core.models import OutboxMessage
from tests.conferences.tables import tomorrow

DAY = dt.timedelta(days=1)


def plan(committee, days, hour=9):
    """A meeting so many days from tomorrow."""
    start = tomorrow(hour) + days * DAY
    return convening.convene(
        body=committee.body,
        starts_at=start,
        ends_at=start + dt.timedelta(hours=1),
        place="Saal",
        by=committee.office,
    )


def come_back(committee):
    """The point on animals was put off; the minutes are approved."""
    sitting.write_result(
        meeting=committee.now(),
        item_id=committee.now().items.get(title="Tierhaltung").pk,
        result="Noch offen",
        comes_back=True,
        is_internal=False,
        by=committee.office,
    )


def approve(committee):
    approving.approve(meeting=committee.now(), by=committee.office)


def titles(meeting):
    return [item.title for item in meeting.items.all()]


TERMS = {
    "for good": (None, None, True),
    "until next year": (None, clock.today() + 400 * DAY, True),
    "since a year": (clock.today() - 400 * DAY, None, True),
    "until yesterday": (None, clock.today() - DAY, False),
    "from next year": (clock.today() + 400 * DAY, None, False),
    "until the day before": (None, clock.today(), False),
    "from the day itself": (clock.today() + DAY, None, True),
}


@pytest.mark.parametrize("term", TERMS)
def test_a_seat_counts_and_is_invited_while_its_term_lasts(committee, people, term):
    starts_on, ends_on, counts = TERMS[term]
    seat = Seat.objects.create(
        body=committee.body,
        group="provider",
        label="Träger",
        person=people.intake,
        starts_on=starts_on,
        ends_on=ends_on,
    )

    meeting = plan(committee, 0)
    convening.add_item(meeting=meeting, title="Eins", by=committee.office)
    convening.invite(meeting=meeting, by=committee.office)

    assert meeting.attendance.filter(seat=seat).exists() == counts
    told = OutboxMessage.objects.filter(kind="conferences.meeting_invitation")
    entered = meeting.attendance.filter(seat=seat).values_list("pk", flat=True)
    assert told.filter(object_id__in=entered).exists() == counts


def test_a_seat_that_came_after_the_planning_is_invited_too(committee, people):
    seat = Seat.objects.create(
        body=committee.body, group="provider", label="Träger", person=people.intake
    )
    convening.add_item(meeting=committee.now(), title="Eins", by=committee.office)

    convening.invite(meeting=committee.now(), by=committee.office)

    assert committee.now().attendance.filter(seat=seat).count() == 1
    assert committee.now().attendance.count() == 4


def test_what_comes_back_is_on_the_agenda_of_a_meeting_planned_before_the_approval(sat):
    following = plan(sat, 7)
    convening.add_item(meeting=following, title="Begrüßung", by=sat.office)
    come_back(sat)

    approve(sat)

    assert titles(following) == ["Begrüßung", "Tierhaltung"]
    assert following.items.get(number=2).carried_from.meeting_id == sat.meeting.pk


def test_what_comes_back_comes_back_once(sat):
    come_back(sat)
    following = plan(sat, 7)
    assert titles(following) == ["Tierhaltung"]

    approve(sat)
    sitting.take(meeting=sat.now(), step="revise", by=sat.office)
    approve(sat)
    between = plan(sat, 3)

    assert titles(following) == ["Tierhaltung"]
    assert titles(between) == []


def test_nothing_comes_back_to_a_meeting_that_was_earlier(sat):
    come_back(sat)
    approve(sat)

    assert titles(plan(sat, -30)) == []


def test_what_a_cancelled_meeting_should_have_talked_about_comes_back_again(sat):
    come_back(sat)
    approve(sat)
    cancelled = plan(sat, 7)
    convening.call_off(meeting=cancelled, step="cancel", by=sat.office)

    assert titles(plan(sat, 14)) == ["Tierhaltung"]


def test_a_meeting_moved_into_another_year_is_numbered_in_that_year(committee):
    meeting = committee.now()
    start = dt.datetime(meeting.year + 1, 6, 1, 14, tzinfo=clock.BERLIN)

    moved = convening.reschedule(
        meeting=meeting,
        starts_at=start,
        ends_at=start + dt.timedelta(hours=2),
        place="Saal",
        by=committee.office,
    )

    assert (moved.number, moved.year) == (1, meeting.year + 1)
    within = convening.reschedule(
        meeting=moved,
        starts_at=start + dt.timedelta(hours=1),
        ends_at=start + dt.timedelta(hours=2),
        place="Saal",
        by=committee.office,
    )
    assert (within.number, within.year) == (1, meeting.year + 1)
