"""After a death nothing of the person waits on any list, whichever way it was entered."""

import pytest

from core import worklist
from referrals import board, services
from referrals.models import Client, Inquiry, Referral, Stay
from referrals.reasons import Close
from referrals.workflow import OPEN, State
from tests.referrals.cases import bring, send, today


def _kinds(case):
    return {task.kind for task in worklist.waiting_for(case.sender)}


def test_the_stay_leaves_board_and_worklist(case):
    services.plan_discharge(stay=case.stay, planned_discharge_on=today(), by=case.sender)
    assert board.leaving(case.sender).exists()
    assert "discharge" in _kinds(case)

    services.record_death(client=case.client, died_on=today(), by=case.sender)

    assert not board.leaving(case.sender).exists()
    assert not board.undated(case.sender).exists()
    assert "discharge" not in _kinds(case)
    assert Stay.objects.get().settled_reason == Close.DIED


def test_a_stay_without_a_day_leaves_the_board_too(case):
    services.cancel_discharge(stay=case.stay, by=case.sender)
    assert board.undated(case.sender).exists()

    services.record_death(client=case.client, died_on=today(), by=case.sender)

    assert not board.undated(case.sender).exists()


def test_a_stay_without_any_referral_is_settled_as_well(case):
    services.close_referral(referral=case.referral, reason=Close.SUPPLIED, by=case.sender)
    stay = services.log_stay(client=case.client, admitted_on=today(), by=case.sender)

    services.record_death(client=case.client, died_on=today(), by=case.sender)

    assert Stay.objects.get(pk=stay.pk).settled_at is not None


def test_a_stay_settled_before_keeps_its_reason(case):
    services.record_discharge(stay=case.stay, discharged_on=today(), by=case.sender)
    services.close_referral(referral=case.referral, reason=Close.SUPPLIED, by=case.sender)

    services.record_death(client=case.client, died_on=today(), by=case.sender)

    assert Stay.objects.get().settled_reason == Close.SUPPLIED


@pytest.mark.parametrize("state", [State.REQUESTED, State.CONFIRMED])
def test_a_discharge_by_death_ends_all_that_a_death_ends(case, state):
    inquiry = bring(case, state)
    send(case, case.b) if state == State.REQUESTED else None

    services.record_discharge(stay=case.stay, discharged_on=today(), kind="died", by=case.sender)

    assert Client.objects.get().died_on == today()
    assert Inquiry.objects.get(pk=inquiry.pk).state == State.WITHDRAWN
    assert not Inquiry.objects.filter(state__in=OPEN).exists()
    assert Referral.objects.get().closed_reason == Close.DIED
    assert Stay.objects.get().settled_at is not None
    assert not board.left_without_connection(case.sender).exists()
