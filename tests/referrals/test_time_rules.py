"""The last moment at which a step is still possible, and the first at which it is not."""

from datetime import timedelta

import pytest

from core import clock
from core.actor import SCHEDULER
from core.errors import StepRefused
from referrals import services
from referrals.models import Inquiry, Referral
from referrals.tasks import clockwork
from referrals.workflow import State, Step
from tests.referrals.cases import bring
from tests.referrals.reading import fresh
from tests.referrals.taking_steps import perform

NOW = "2026-11-24T10:00:00Z"
MOMENT = timedelta(seconds=1)
MONTH, DAY = timedelta(days=30), timedelta(hours=24)


@pytest.fixture(autouse=True)
def _at_ten(time_machine):
    time_machine.move_to(NOW, tick=False)


# fmt: off
BY_PEOPLE = [
    (State.DECLINED,   Step.REOPEN,       "ended_at",   MONTH, "nur innerhalb von 30 Tagen"),
    (State.EXPIRED,    Step.REOPEN,       "ended_at",   MONTH, "fragen Sie neu an"),
    (State.EXPIRED,    Step.REVIVE,       "ended_at",   MONTH, "rufen Sie an"),
    (State.ARRIVED,    Step.UNDO_CONTACT, "arrived_at", DAY,   "nur innerhalb von 24 Stunden"),
]
# fmt: on


@pytest.mark.parametrize(("state", "step", "since", "lasts", "sentence"), BY_PEOPLE)
def test_a_step_is_possible_until_its_last_moment(case, state, step, since, lasts, sentence):
    inquiry = bring(case, state)
    by = case.sender if step == Step.REOPEN else case.receiver

    Inquiry.objects.update(**{since: clock.now() - lasts - MOMENT})
    with pytest.raises(StepRefused, match=sentence):
        perform(case, step, fresh(inquiry), by)
    Inquiry.objects.update(**{since: clock.now() - lasts})
    perform(case, step, fresh(inquiry), by)

    assert fresh(inquiry).state != state


def test_a_closed_referral_is_not_asked_about_again(case):
    inquiry = bring(case, State.EXPIRED)
    services.close_referral(referral=case.referral, reason="supplied", by=case.sender)

    with pytest.raises(StepRefused, match="Es wird nichts mehr gesucht"):
        services.revive(inquiry=fresh(inquiry), by=case.receiver)
    Referral.objects.update(closed_at=None, closed_reason="")

    assert services.revive(inquiry=fresh(inquiry), by=case.receiver).state == State.QUERY


# fmt: off
BY_TIME = [
    (State.DRAFT,     Step.DISCARD,  {"created_at": -timedelta(days=30)}),
    (State.ARRIVED,   Step.COMPLETE, {"arrived_at": -timedelta(days=28)}),
    (State.REQUESTED, Step.EXPIRE,   {"expires_at": timedelta()}),
]
# fmt: on


@pytest.mark.parametrize(("state", "step", "since"), BY_TIME)
def test_time_does_nothing_before_its_moment_even_when_called(case, state, step, since):
    inquiry = bring(case, state)
    ((name, after),) = since.items()

    Inquiry.objects.update(**{name: clock.now() + after + MOMENT})
    with pytest.raises(StepRefused, match="noch nicht abgelaufen"):
        perform(case, step, fresh(inquiry), SCHEDULER)
    clockwork.run()
    assert fresh(inquiry).state == state
    Inquiry.objects.update(**{name: clock.now() + after})
    perform(case, step, fresh(inquiry), SCHEDULER)

    assert not Inquiry.objects.filter(pk=inquiry.pk, state=state).exists()


@pytest.mark.parametrize(("state", "step"), [(State.DRAFT, "discard"), (State.ARRIVED, "complete")])
def test_people_need_not_wait(case, state, step):
    inquiry = bring(case, state)

    perform(case, Step(step), inquiry, case.sender if step == "discard" else case.receiver)

    assert not Inquiry.objects.filter(pk=inquiry.pk, state=state).exists()
