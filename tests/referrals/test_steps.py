"""State x step x person: whoever stands on the right side takes the step, nobody else."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied

from core.actor import SCHEDULER
from core.errors import StepRefused
from referrals.models import Inquiry
from referrals.workflow import STEPS, Side, State, Step
from tests.people import acting
from tests.referrals.cases import PERFORM, bring, perform, prepare

STANDING = {
    "social_worker": Side.SENDER,
    "clinic_lead": Side.SENDER,
    "intake": Side.RECEIVER,
    "intake_lead": Side.RECEIVER | Side.LEAD,
    "data_protection": Side.DATA_PROTECTION,
    "scheduler": Side.SCHEDULER,
    "other_intake": Side(0),
    "other_social_worker": Side(0),
    "org_admin": Side(0),
    "coordinator": Side(0),
    "no_role": Side(0),
}
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
    return acting(getattr(people, who), getattr(people, FACILITY[who]))


def allowed(state, step, who):
    """What the table says, with the one rule that depends on what was opened."""
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
    return bool(side)


@pytest.mark.parametrize("state", list(State))
def test_a_step_outside_the_table_is_refused_with_a_sentence(case, state):
    inquiry = bring(case, state)

    for step in PERFORM:
        if (state, step) in STEPS:
            continue
        with pytest.raises(StepRefused) as refusal:
            perform(case, step, Inquiry.objects.get(pk=inquiry.pk), case.sender)
        assert str(State(state).label) in str(refusal.value)
        assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(("state", "step"), list(STEPS), ids=lambda value: value.value)
def test_only_the_right_side_takes_each_step(case, state, step):
    inquiry = bring(case, state)

    for who in sorted(STANDING, key=lambda name: allowed(state, step, name)):
        actor = actor_of(case.people, who)
        row = Inquiry.objects.get(pk=inquiry.pk)
        if not allowed(state, step, who):
            with pytest.raises(PermissionDenied):
                perform(case, step, row, actor)
            continue
        prepare(case, step, row, actor)
        perform(case, step, row, actor)
        _check_target(inquiry, state, step, actor)
        break
    else:
        pytest.fail("nobody could take the step")


def _check_target(inquiry, state, step, actor):
    target = STEPS[state, step].target
    if target is None:
        assert not Inquiry.objects.filter(pk=inquiry.pk).exists()
        return
    row = Inquiry.objects.get(pk=inquiry.pk)
    event = row.events.last()
    assert row.state == target
    assert (event.step, event.from_state, event.to_state) == (step, state, target)
    assert (event.person, event.facility_id, event.via) == (
        actor.person,
        actor.facility,
        actor.via,
    )


def test_the_table_of_services_covers_the_table():
    assert PERFORM.keys() == {step for _state, step in STEPS}


@pytest.mark.parametrize(
    ("step", "who"),
    [
        (step, who)
        for step, who in itertools.product(Step, STANDING)
        if any(allowed(s, t, who) for s, t in STEPS if t == step)
    ],
)
def test_every_right_person_can_take_a_step_at_all(case, step, who):
    state = next(s for s, t in STEPS if t == step and allowed(s, t, who))
    inquiry, actor = bring(case, state), actor_of(case.people, who)
    prepare(case, step, Inquiry.objects.get(pk=inquiry.pk), actor)

    perform(case, step, Inquiry.objects.get(pk=inquiry.pk), actor)

    _check_target(inquiry, state, step, actor)
