"""The sender answers for a service without accounts, until somebody there has one."""

import pytest

from referrals import services
from referrals.access import may, opened_history, visible_fields
from referrals.disclosure import ALL_STAGE_3, NOTHING, STAGE_1, STAGE_2
from referrals.models import Inquiry
from referrals.vocabulary import ContactKind
from referrals.workflow import State, Step
from tests.factories import ServiceFactory
from tests.people import acting, member
from tests.referrals.cases import NAME, discharge, offer, release_for, send, today
from tests.referrals.reading import fresh, read

NOTE = "Prüfsteinnotiz am Telefon"


@pytest.fixture
def answered(case):
    """Asked, taken back once and confirmed; the silent service has answered by telephone."""
    service = ServiceFactory(facility=None, takes_requests=False, name="SPZ ohne Zugang")
    inquiry = send(case, service)
    release_for(case, inquiry.receiver_facility)
    offered = offer(case, services.claim(inquiry=inquiry, by=case.sender), by=case.sender)
    services.retract(inquiry=offered, reason=NOTE, by=case.sender)
    return services.confirm(inquiry=offer(case, fresh(inquiry), by=case.sender), by=case.sender)


@pytest.fixture
def newcomers(answered):
    """An intake worker, a lead and an administrator whom the service got since."""
    house = answered.receiver_facility
    return {role: acting(member(house, role, role), house) for role in NEW_THERE}


NEW_THERE = {
    "intake": STAGE_1 | STAGE_2,
    "lead": STAGE_1 | STAGE_2 | ALL_STAGE_3,
    "org_admin": NOTHING,
}


def test_every_answer_says_for_whom_it_was_given(answered, case):
    events = answered.events.order_by("number")

    assert {e.step for e in events if e.on_behalf} == {"claim", "offer", "retract"}
    assert {e.facility_id for e in events} == {case.people.clinic.pk}
    assert visible_fields(case.sender, fresh(answered)) > STAGE_2


@pytest.mark.parametrize("role", NEW_THERE)
def test_whoever_comes_later_sees_what_the_release_gives_their_role(answered, newcomers, role):
    assert visible_fields(newcomers[role], fresh(answered)) == NEW_THERE[role]


def test_the_new_worker_reads_the_name_and_no_note_of_the_sender(answered, newcomers, case):
    worker = newcomers["intake"]
    told = opened_history(fresh(answered), by=worker)

    assert Inquiry.objects.received_by(worker).get() == answered
    assert NAME in read(answered, worker)
    assert len(told) == answered.events.count()
    assert not [happened for happened in told if happened.note]
    assert NOTE in {h.note for h in opened_history(fresh(answered), by=case.sender)}


def test_the_new_worker_goes_on_in_their_own_name(answered, newcomers, case):
    discharge(case)

    row = services.contact(
        inquiry=fresh(answered),
        contact_on=today(),
        kind=ContactKind.IN_PERSON,
        by=newcomers["intake"],
    )

    assert row.state == State.ARRIVED
    assert not row.events.last().on_behalf
    assert may(newcomers["org_admin"], Step.COMPLETE, row).forbidden


def test_a_sender_stands_in_for_no_house_that_answers_itself(case):
    inquiry = send(case, case.a)

    assert may(case.sender, Step.CLAIM, inquiry).forbidden
