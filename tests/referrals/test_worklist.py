"""What waits for whom, who left without Anschluss, and what a mail may say."""

from datetime import timedelta

import pytest

from core import clock, worklist
from referrals import board, services
from referrals.models import Inquiry, Stay
from referrals.workflow import State
from referrals.worklist import inquiries_of_ours, inquiries_to_answer
from tests.people import acting
from tests.referrals.cases import NAME, arrive, bring, discharge, send, today


def kinds(actor):
    """The kinds of task that wait for the actor."""
    return {task.kind for task in worklist.waiting_for(actor)}


def test_a_new_inquiry_waits_for_the_asked_facility_by_reference_only(case):
    inquiry = send(case, case.a)

    (task,) = inquiries_to_answer(case.receiver, None)

    assert (task.id, task.chip, task.named) == (inquiry.pk, inquiry.reference, False)
    assert NAME not in str(task)
    assert inquiries_of_ours(case.sender, None) == []


def test_a_question_waits_for_the_sender_by_name(case):
    bring(case, State.QUERY)

    (task,) = inquiries_of_ours(case.sender, None)

    assert NAME in task.chip
    assert task.named
    assert inquiries_to_answer(case.receiver, None) == []


def test_a_stranger_has_nothing_to_do(case):
    send(case, case.a)
    stranger = acting(case.people.other_intake, case.people.other_provider)

    assert "inquiry" not in kinds(stranger)


def test_a_referral_that_nobody_is_asked_about_waits_for_its_sender(case):
    assert "referral" in kinds(case.sender)

    send(case, case.a)

    assert "referral" not in kinds(case.sender)


def test_the_list_goes_on_behind_the_last_task(case):
    for service in (case.a, case.b, case.c):
        services.draft(referral=case.referral, service=service, by=case.sender)
    moment = clock.now()
    Inquiry.objects.update(due_at=moment)
    everything = inquiries_of_ours(case.sender, None)

    first = everything[0]
    rest = inquiries_of_ours(case.sender, (first.due_at, first.kind, first.id))

    assert len(everything) == 3
    assert [task.id for task in rest] == [task.id for task in everything[1:]]


def test_on_the_planned_day_the_discharge_is_asked_for(case):
    assert "discharge" not in kinds(case.sender)

    Stay.objects.update(planned_discharge_on=today())

    assert "discharge" in kinds(case.sender)


def without(case):
    """Whether the person stands on the board as left without Anschluss."""
    return board.left_without_connection(case.sender).filter(pk=case.stay.pk).exists()


def test_who_leaves_while_nobody_has_confirmed_is_without_connection(case):
    bring(case, State.OFFERED)
    assert not without(case)

    discharge(case)

    assert without(case)
    assert any(task.loud for task in worklist.waiting_for(case.sender))


def test_a_confirmed_place_is_a_connection_until_the_deadline_of_the_contact(case):
    bring(case, State.CONFIRMED)
    discharge(case)
    assert not without(case)

    Stay.objects.update(contact_due_at=clock.now() - timedelta(hours=1))

    assert without(case)


def test_contact_and_close_end_it(case):
    arrive(case, bring(case, State.CONFIRMED))
    Stay.objects.update(contact_due_at=clock.now() - timedelta(hours=1))

    assert not without(case)


def test_a_closed_referral_ends_it(case):
    discharge(case)
    assert without(case)

    services.close_referral(referral=case.referral, reason="client_declines", by=case.sender)

    assert not without(case)


def test_the_coordination_gets_a_number_and_others_none(case):
    discharge(case)
    office = case.people.office
    type(office).objects.filter(pk=office.pk).update(organisation=case.people.clinic.organisation)

    assert board.count_without_connection(acting(case.people.coordinator, office)) == 1
    assert board.count_without_connection(case.receiver) == 0


def test_the_board_shows_who_leaves_in_the_next_two_weeks(case):
    assert [stay.pk for stay in board.leaving(case.sender)] == [case.stay.pk]
    assert not board.leaving(case.receiver).exists()


@pytest.mark.parametrize("state", [State.REQUESTED, State.CONFIRMED])
def test_a_mail_says_only_that_something_waits(case, state, mailbox, deliver_outbox):
    bring(case, state)

    assert set(deliver_outbox()) == {"done"}

    texts = [f"{mail}{mail.get_body().get_content()}" for mail in mailbox.mails]
    assert texts
    for planted in (NAME, "Prüfstein", case.inquiry.reference, "1984", "BeWo"):
        assert not [text for text in texts if planted in text]
    assert any(f"/anfragen/{case.inquiry.pk}/" in text for text in texts)
