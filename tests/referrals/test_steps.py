"""State x step x person: whoever stands on the right side takes the step, nobody else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.actor import SCHEDULER, Actor, Via
from core.errors import StepRefused
from referrals.models import Inquiry
from referrals.workflow import STEPS, Side, State, Step
from tests.people import acting
from tests.referrals.cases import bring
from tests.referrals.taking_steps import PERFORM, perform, prepare

STANDING = {
    "social_worker": Side.SENDER,
    "clinic_lead": Side.SENDER,
    "intake": Side.RECEIVER,
    "intake_lead": Side.RECEIVER | Side.LEAD,
    "data_protection": Side.DATA_PROTECTION,
    "scheduler": Side.SCHEDULER,
    "link": Side.RECEIVER,
    "other_intake": Side(0),
    "other_social_worker": Side(0),
    "org_admin": Side(0),
    "coordinator": Side(0),
    "no_role": Side(0),
}
BOTH_SIDES = ("social_worker", "intake_lead")
WITHOUT_AN_ACCOUNT = {Step.ASK, Step.OFFER, Step.DECLINE}
"""All that the holder of a safe link does."""
FACILITY = {
    "social_worker": "clinic",
    "clinic_lead": "clinic",
    "intake": "provider",
    "intake_lead": "provider",
    "data_protection": "clinic",
    "other_intake": "other_provider",
    "other_social_worker": "other_clinic",
    "org_admin": "clinic",
    "coordinator": "office",
    "no_role": "clinic",
}


def actor_of(people, who):
    """The actor behind a name of the table."""
    if who == "scheduler":
        return SCHEDULER
    if who == "link":
        return Actor(person=None, facility=people.provider.pk, via=Via.LINK)
    return acting(getattr(people, who), getattr(people, FACILITY[who]))


def allowed(state, step, who):
    """What the table says, with the rules for what was opened and for who has no account."""
    side = STEPS[state, step].side & STANDING[who]
    if step == Step.MARK_ERROR:
        opened = state in {
            State.INTRODUCED,
            State.CONFIRMED,
            State.ARRIVED,
            State.COMPLETED,
            State.FAILED,
        }
        side &= Side.DATA_PROTECTION if opened else Side.SENDER
    return bool(side) and (who != "link" or step in WITHOUT_AN_ACCOUNT)


def expected(state, step, who):
    """How the attempt ends: done, refused for the state, or forbidden to the person."""
    if (state, step) not in STEPS:
        return "refused"
    return "done" if allowed(state, step, who) else "forbidden"


def attempt(case, inquiry, step, who):
    """Try one step as one person and roll it back; what came of it."""
    actor = actor_of(case.people, who)
    with transaction.atomic():
        try:
            return _tried(case, Inquiry.objects.get(pk=inquiry.pk), step, actor)
        finally:
            transaction.set_rollback(True)


def _tried(case, row, step, actor):
    origin = State(row.state)
    if allowed_at_all(origin, step):
        prepare(case, step, row, actor)
    try:
        perform(case, step, row, actor)
    except StepRefused as refusal:
        return "refused" if is_a_sentence(str(refusal), origin, step) else str(refusal)
    except PermissionDenied:
        return "forbidden"
    _check_written(row, origin, step, actor)
    return "done"


def is_a_sentence(words, state, step):
    """It names the state, except where several inquiries change at once, and ends properly."""
    return words.endswith(".") and (step == Step.AMEND or str(state.label) in words)


def allowed_at_all(state, step):
    """Whether the table has the row."""
    return (state, step) in STEPS


def _check_written(inquiry, origin, step, actor):
    """State and event say the same: the column, the last row, who, for whom, by which door."""
    target = STEPS[origin, step].target
    row = Inquiry.objects.filter(pk=inquiry.pk).first()
    if target is None:
        assert row is None
        return
    event = row.events.last()
    assert row.state == target
    assert (event.step, event.from_state, event.to_state) == (step, origin, target)
    assert (event.person, event.facility_id) == (actor.person, actor.facility)
    assert event.via == actor.via


@pytest.mark.parametrize("state", list(State))
def test_only_the_right_side_takes_each_step(case, state):
    inquiry = bring(case, state)

    wrong = [
        f"{step} by {who}: {came} instead of {expected(state, step, who)}"
        for step in PERFORM
        for who in (STANDING if (state, step) in STEPS else BOTH_SIDES)
        if (came := attempt(case, inquiry, step, who)) != expected(state, step, who)
    ]

    assert not wrong


def test_the_table_of_services_covers_the_table():
    assert PERFORM.keys() == {step for _state, step in STEPS}
