"""Who finds a table, a body or a meeting at all; every part of each reader is needed."""

from datetime import timedelta

import pytest

from conferences.models import Body, CaseConference, Meeting
from conferences.services import people as seats
from conferences.services import proposals
from conferences.workflow import CaseState, CaseStep
from core import clock
from core.actor import NOBODY, SCHEDULER, Actor, Via
from network.roles import Role
from network.services.memberships import grant
from referrals.models import Release
from tests.conferences import tables
from tests.factories import FacilityFactory
from tests.people import acting, member

CONFERENCES = CaseConference.objects


@pytest.fixture
def sister(people):
    """Another facility of the organisation that sits at the table as a guest."""
    return FacilityFactory(name="Nebenan", organisation=people.provider.organisation)


def test_the_guest_of_a_covered_table_finds_it(invited):
    assert CONFERENCES.visible_to(invited.guest).exists()


def test_a_colleague_of_the_guest_without_a_seat_finds_nothing(invited, people):
    colleague = acting(people.intake_lead, people.provider)

    assert colleague.holds("hold_conference")
    assert not CONFERENCES.visible_to(colleague).exists()


def test_the_guest_in_another_facility_finds_nothing(invited, people, sister):
    grant(user=people.intake, facility=sister, role=Role.LEAD, by=SCHEDULER)

    assert not CONFERENCES.visible_to(acting(people.intake, sister)).exists()


def test_a_sister_facility_of_the_owner_finds_nothing(invited, people):
    house = FacilityFactory(name="Tagesklinik", organisation=people.clinic.organisation)
    lead = member(house, Role.LEAD, "Tilda Brandt")

    assert not CONFERENCES.visible_to(acting(lead, house)).exists()


def test_a_guest_whom_the_client_has_not_approved_finds_nothing(invited):
    seat = invited.seat("facilitation")
    seat.approved_on = None
    seat.save()

    assert not CONFERENCES.visible_to(invited.guest).exists()


def test_a_release_for_another_client_opens_nothing(invited, people):
    Release.objects.update(client=tables.make_client(people.clinic))

    assert not CONFERENCES.visible_to(invited.guest).exists()


def test_a_release_to_hear_for_a_conference_withdrawn_in_part_opens_nothing(invited):
    Release.objects.update(withdrawn_categories=["conference"])

    assert not CONFERENCES.visible_to(invited.guest).exists()


def test_a_seat_counts_only_with_a_role_that_sits_at_tables(invited, people):
    stripped = Actor(people.intake, people.provider.pk, Via.WEB, frozenset())

    assert not CONFERENCES.visible_to(stripped).exists()
    assert not CONFERENCES.visible_to(NOBODY).exists()


def test_a_table_without_a_name_is_found_by_its_seats_alone(people, sister):
    table = tables.propose(people, None)
    proposals.take(conference=table.now(), step=CaseStep.GO_ANONYMOUS, by=table.owner)
    tables.seat_everybody(table, people)

    grant(user=people.intake, facility=sister, role=Role.LEAD, by=SCHEDULER)
    assert CONFERENCES.visible_to(table.guest).exists()
    assert not CONFERENCES.visible_to(acting(people.intake, sister)).exists()
    assert not CONFERENCES.visible_to(acting(people.intake_lead, people.provider)).exists()
    assert not CONFERENCES.visible_to(table.stranger).exists()


def test_a_guest_who_was_taken_off_the_list_finds_nothing(scheduled):
    seats.remove(
        conference=scheduled.now(),
        participant=scheduled.seat("facilitation"),
        by=scheduled.owner,
    )

    assert not CONFERENCES.visible_to(scheduled.guest).exists()


def test_before_the_consent_nobody_but_the_owner_finds_it(scheduled):
    CONFERENCES.update(state=CaseState.CONSENT_PENDING)

    assert not CONFERENCES.visible_to(scheduled.guest).exists()
    assert CONFERENCES.visible_to(scheduled.owner).exists()


KNOWN = {
    (True, "planned"): {"office"},
    (True, "invited"): {"office", "member", "outsider"},
    (True, "published"): {"office", "member", "outsider"},
    (False, "planned"): {"office"},
    (False, "invited"): {"office", "member"},
    (False, "published"): {"office", "member"},
}


@pytest.mark.parametrize(("is_public", "state"), KNOWN)
def test_who_finds_a_meeting(committee, is_public, state):
    Body.objects.update(is_public=is_public)
    Meeting.objects.update(state=state)

    seen = {
        who
        for who in ("office", "member", "outsider")
        if Meeting.objects.visible_to(getattr(committee, who)).exists()
    }

    assert seen == KNOWN[is_public, state]
    assert not Meeting.objects.visible_to(NOBODY).exists()


def test_a_closed_body_is_found_by_its_office_and_its_seats(committee, people):
    Body.objects.update(is_public=False)
    colleague = acting(people.social_worker, people.clinic)

    assert Body.objects.visible_to(committee.office).exists()
    assert Body.objects.visible_to(committee.member).exists()
    assert not Body.objects.visible_to(committee.outsider).exists()
    assert not Body.objects.visible_to(colleague).exists()
    assert not Body.objects.visible_to(NOBODY).exists()


def test_a_seat_that_ended_yesterday_opens_nothing(committee, people):
    Body.objects.update(is_public=False, office=people.clinic)
    committee.body.seats.update(ends_on=clock.today() - timedelta(days=1))

    assert not Body.objects.visible_to(committee.member).exists()
    assert not Meeting.objects.visible_to(committee.member).exists()
