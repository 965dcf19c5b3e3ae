"""When something ends, what hangs on it ends with it."""

import pytest
from django.core.exceptions import PermissionDenied

from core.actor import SCHEDULER
from core.errors import Refused, StepRefused
from core.models import OutboxMessage
from referrals import services
from referrals.engine.mails import CHANGED, TO_SENDER
from referrals.models import Inquiry, Referral
from referrals.phases import Phase
from referrals.reasons import Close, Withdraw
from referrals.tasks import clockwork
from referrals.workflow import State
from tests.people import acting
from tests.referrals.cases import (
    arrive,
    bring,
    discharge,
    give_up,
    in_days,
    offer,
    release_for,
    send,
    today,
)


def state_of(inquiry):
    """The state as it stands in the database."""
    return Inquiry.objects.get(pk=inquiry.pk).state


def test_a_confirmation_thanks_the_others_in_the_same_transaction(case):
    waiting, drafted = (
        send(case, case.b),
        services.draft(referral=case.referral, service=case.c, by=case.sender),
    )

    bring(case, State.CONFIRMED)

    assert state_of(waiting) == state_of(drafted) == State.SUPERSEDED
    other = acting(case.people.other_intake, case.people.other_provider)
    third = acting(case.people.third_intake, case.people.third_provider)
    assert Inquiry.objects.received_by(other).count() == 1
    assert not Inquiry.objects.received_by(third).exists()


def test_a_second_confirmation_is_refused_with_a_sentence(case):
    bring(case, State.CONFIRMED)

    with pytest.raises(Refused, match="schon zugesagt"):
        send(case, case.b)


def test_death_ends_everything_and_sends_no_mail(case):
    inquiry = bring(case, State.CONFIRMED)
    OutboxMessage.objects.all().delete()

    services.record_death(client=case.client, died_on=today(), by=case.sender)

    referral = Referral.objects.get(pk=case.referral.pk)
    assert state_of(inquiry) == State.WITHDRAWN
    assert (referral.closed_reason, referral.phase) == (Close.DIED, Phase.CLOSED)
    assert not OutboxMessage.objects.exists()


def test_death_ends_an_arrived_one_too(case):
    inquiry = bring(case, State.ARRIVED)

    services.record_death(client=case.client, died_on=today(), by=case.sender)

    assert state_of(inquiry) == State.WITHDRAWN


def test_withdrawn_consent_withdraws_what_is_open_and_closes_the_referral(case):
    asked, offered = (
        send(case, case.a),
        offer(
            case,
            send(case, case.b),
            by=acting(case.people.other_intake, case.people.other_provider),
        ),
    )

    services.withdraw_consent(consent=case.referral.basis, by=case.sender)

    assert state_of(asked) == state_of(offered) == State.WITHDRAWN
    assert Inquiry.objects.get(pk=asked.pk).reason == Withdraw.CONSENT_WITHDRAWN
    assert Referral.objects.get(pk=case.referral.pk).closed_reason == Close.CONSENT_WITHDRAWN
    with pytest.raises(Refused, match="widerrufen"):
        services.withdraw_consent(consent=case.referral.basis, by=case.sender)


def test_withdrawn_consent_leaves_who_has_arrived(case):
    inquiry = bring(case, State.ARRIVED)

    services.withdraw_consent(consent=case.referral.basis, by=case.sender)

    assert state_of(inquiry) == State.ARRIVED


def test_what_is_no_longer_offered_lets_the_undecided_run_out(case, deliver_outbox):
    waiting, other = bring(case, State.WAITLISTED), send(case, case.b)
    deliver_outbox()
    give_up(case.a)

    assert (clockwork.run()["closed"], clockwork.run()["closed"]) == (1, 0)

    row = Inquiry.objects.get(pk=waiting.pk)
    assert (row.state, row.reason) == (State.EXPIRED, "service_closed")
    assert state_of(other) == State.REQUESTED
    news = OutboxMessage.objects.filter(state="pending", kind=CHANGED + TO_SENDER)
    assert [row.recipient for row in news] == [case.sender.person.pk]


def test_what_is_no_longer_offered_keeps_whom_it_has_confirmed(case):
    confirmed = bring(case, State.CONFIRMED)
    give_up(case.a)

    assert clockwork.run()["closed"] == 0
    assert state_of(confirmed) == State.CONFIRMED


def test_what_is_still_offered_ends_nothing(case):
    asked = send(case, case.a)

    with pytest.raises(StepRefused, match="besteht weiter"):
        services.end_at_closed_service(inquiry=asked, by=SCHEDULER)

    assert state_of(asked) == State.REQUESTED


def test_a_referral_that_nobody_is_asked_about_is_the_senders_task(case):
    inquiry = send(case, case.a)
    assert Referral.objects.get(pk=case.referral.pk).due_at is None

    services.withdraw(inquiry=inquiry, reason=Withdraw.OTHER_CHOICE, by=case.sender)

    assert Referral.objects.get(pk=case.referral.pk).due_at is not None


def test_a_referral_closes_once_nothing_is_open(case):
    inquiry = send(case, case.a)
    with pytest.raises(Refused, match="offene Anfragen"):
        services.close_referral(referral=case.referral, reason=Close.SUPPLIED, by=case.sender)

    services.withdraw(inquiry=inquiry, reason=Withdraw.OTHER_CHOICE, by=case.sender)
    closed = services.close_referral(referral=case.referral, reason=Close.SUPPLIED, by=case.sender)

    assert closed.phase == Phase.CLOSED
    with pytest.raises(Refused, match="geschlossen"):
        services.draft(referral=case.referral, service=case.b, by=case.sender)
    with pytest.raises(PermissionDenied):
        services.close_referral(referral=case.referral, reason=Close.SUPPLIED, by=case.receiver)


def test_a_release_in_anothers_hand_cannot_be_withdrawn(case):
    release = release_for(case)

    with pytest.raises(PermissionDenied):
        services.withdraw_release(release=release, by=case.receiver)


def test_who_is_readmitted_before_the_contact_keeps_the_place(case):
    inquiry = bring(case, State.CONFIRMED)
    discharge(case)

    stay = services.reopen_stay(stay=case.stay, by=case.sender)

    assert stay.discharged_on is None
    assert state_of(inquiry) == State.CONFIRMED


def test_who_is_readmitted_after_arrival_needs_a_new_stay(case):
    arrive(case, bring(case, State.CONFIRMED))

    with pytest.raises(Refused, match="neuen Aufenthalt"):
        services.reopen_stay(stay=case.stay, by=case.sender)


def test_a_moved_discharge_moves_the_deadline_of_the_contact(case):
    inquiry = bring(case, State.CONFIRMED)
    services.schedule(
        inquiry=inquiry, starts_at=moment(), place="Büro", with_whom="S. Arslan", by=case.receiver
    )
    before = Inquiry.objects.get(pk=inquiry.pk).due_at

    services.plan_discharge(stay=case.stay, planned_discharge_on=in_days(9), by=case.sender)

    after = Inquiry.objects.get(pk=inquiry.pk).due_at
    assert (after.date() - before.date()).days == 6


def moment():
    """Tomorrow, at this time."""
    from tests.referrals.cases import moment_in

    return moment_in(1)


def test_a_cancelled_discharge_stops_every_clock_and_a_new_day_starts_them(case):
    inquiry = bring(case, State.IN_REVIEW)

    stay = services.cancel_discharge(stay=case.stay, by=case.sender)
    stopped = Inquiry.objects.get(pk=inquiry.pk)
    assert (stopped.due_side, stopped.expires_at, stopped.remind_at) == ("sender", None, None)

    services.plan_discharge(stay=stay, planned_discharge_on=in_days(5), by=case.sender)
    running = Inquiry.objects.get(pk=inquiry.pk)
    assert running.due_side == "receiver"
    assert running.expires_at is not None
