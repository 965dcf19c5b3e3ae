"""What time brings about, once, however often the clockwork runs."""

from datetime import timedelta

import pytest

from core import clock
from core.actor import SCHEDULER
from core.models import Notice, OutboxMessage
from referrals import services
from referrals.models import Inquiry, Referral, Release
from referrals.services.escalation import escalate
from referrals.tasks import clockwork
from referrals.workflow import State
from tests.referrals.cases import bring, in_days, make_case, release_for, send

LONG_AGO = timedelta(days=31)


def row_of(inquiry):
    """The row as it stands in the database."""
    return Inquiry.objects.get(pk=inquiry.pk)


def test_nothing_happens_before_its_time(case):
    inquiry = send(case, case.a)

    done = clockwork.run()

    assert row_of(inquiry).state == State.REQUESTED
    assert done["expired"] == done["completed"] == done["reminded"] == 0


def test_an_unanswered_inquiry_runs_out_and_looks_like_no_decision(case):
    inquiry = send(case, case.a)
    Inquiry.objects.filter(pk=inquiry.pk).update(expires_at=clock.now())

    assert clockwork.run()["expired"] == 1
    assert clockwork.run()["expired"] == 0

    row = row_of(inquiry)
    event = row.events.last()
    assert (row.state, row.reason) == (State.EXPIRED, "no_answer")
    assert (event.person, event.via) == (None, "scheduler")
    assert Referral.objects.get(pk=case.referral.pk).due_at is not None


def test_a_waiting_list_does_not_run_out(case):
    inquiry = bring(case, State.WAITLISTED)

    assert row_of(inquiry).expires_at is None


def test_each_reminder_goes_out_once(case):
    inquiry = send(case, case.a)
    now = clock.now()
    Inquiry.objects.filter(pk=inquiry.pk).update(
        remind_at=now, due_at=now, lead_remind_at=now, expires_at=now + timedelta(days=1)
    )
    OutboxMessage.objects.all().delete()

    clockwork.run()
    sent = OutboxMessage.objects.count()
    clockwork.run()

    kinds = set(Notice.objects.values_list("kind", flat=True))
    assert {"referrals.half", "referrals.due", "referrals.late"} <= kinds
    assert OutboxMessage.objects.count() == sent > 0


def test_an_arrival_completes_after_four_weeks(case):
    inquiry = bring(case, State.ARRIVED)
    Inquiry.objects.filter(pk=inquiry.pk).update(arrived_at=clock.now() - timedelta(days=28))

    assert clockwork.run()["completed"] == 1

    assert (row_of(inquiry).state, row_of(inquiry).outcome) == (State.COMPLETED, "by_time")


def test_a_forgotten_draft_is_deleted_after_a_month(case):
    inquiry = bring(case, State.DRAFT)
    Inquiry.objects.filter(pk=inquiry.pk).update(created_at=clock.now() - LONG_AGO)

    assert clockwork.run()["discarded"] == 1

    assert not Inquiry.objects.filter(pk=inquiry.pk).exists()


def test_an_expired_release_is_the_senders_task_and_a_new_one_gives_it_back(case):
    inquiry = bring(case, State.CONFIRMED)
    Release.objects.update(valid_from=in_days(-9), valid_until=in_days(-1))

    assert clockwork.run()["releases"] == 1
    assert clockwork.run()["releases"] == 0
    waiting = row_of(inquiry)
    assert (waiting.state, waiting.due_side) == (State.CONFIRMED, "sender")
    assert waiting.renew_release

    release_for(case)

    renewed = row_of(inquiry)
    assert (renewed.due_side, renewed.renew_release) == ("receiver", False)


def test_no_offer_in_five_working_days_reaches_the_coordination_of_the_region(case):
    organisation = case.people.clinic.organisation
    type(case.people.office).objects.filter(pk=case.people.office.pk).update(
        organisation=organisation
    )
    inquiry = send(case, case.a)
    Referral.objects.update(first_sent_at=clock.now() - timedelta(days=15))

    assert clockwork.run()["escalated"] == 1

    assert row_of(inquiry).escalated_to_id == case.people.office.pk
    assert Referral.objects.get(pk=case.referral.pk).escalated_to_id == case.people.office.pk


MOMENTS = {
    "2027-05-20 15:59:00": 0,  # four working days: Pentecost lies between
    "2027-05-21 09:59:00": 0,
    "2027-05-21 10:00:00": 1,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_case_reaches_the_coordination_after_five_working_days(people, time_machine_at, moment):
    with time_machine_at("2027-05-13 10:00:00"):
        case = make_case(people)
        send(case, case.a)

    with time_machine_at(moment):
        assert escalate(by=SCHEDULER) == MOMENTS[moment]


def test_without_agreement_nobody_is_escalated(case):
    send(case, case.a)
    Referral.objects.update(first_sent_at=clock.now() - timedelta(days=15), escalation_agreed=False)

    assert clockwork.run()["escalated"] == 0


def test_three_days_before_the_discharge_the_sender_is_told_once(case):
    assert clockwork.run()["alarms"] == 1
    assert clockwork.run()["alarms"] == 0


def test_a_confirmed_place_raises_no_alarm(case):
    bring(case, State.CONFIRMED)

    assert clockwork.run()["alarms"] == 0


def test_a_death_ends_the_alarms(case):
    from core.clock import today

    services.record_death(client=case.client, died_on=today(), by=case.sender)

    assert clockwork.run()["alarms"] == 0
