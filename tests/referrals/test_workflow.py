"""The table itself: whole, without dead ends, and the one that is printed."""

from pathlib import Path

from referrals.documentation import inquiry_states
from referrals.workflow import (
    CONSEQUENCES,
    DIRECT_STEPS,
    DUE_SIDE,
    FINAL,
    OPEN,
    STEPS,
    Kind,
    Side,
    State,
    Step,
    rule,
)


def test_every_open_state_has_an_owner_of_the_next_step():
    assert DUE_SIDE.keys() == OPEN
    assert set(DUE_SIDE.values()) == {Side.SENDER, Side.RECEIVER}


def test_every_open_state_can_be_left_by_its_owner():
    for state, side in DUE_SIDE.items():
        assert any(
            origin == state and side & row.side and row.target != state
            for (origin, _step), row in STEPS.items()
        ), state


def test_every_state_is_reached():
    reached = {row.target for row in STEPS.values()} | set(CONSEQUENCES.values())

    assert reached - {None} == set(State) - {State.DRAFT}


def test_every_step_has_a_row():
    assert {step for _state, step in STEPS} | {step for _state, step in CONSEQUENCES} == set(Step)


def test_a_final_state_is_left_only_by_reopening_reviving_or_as_an_error():
    leaving = {step for state, step in STEPS if state in FINAL}

    assert leaving == {Step.REOPEN, Step.REVIVE, Step.MARK_ERROR}


def test_an_error_is_the_end():
    assert not [step for state, step in STEPS if state == State.ENTERED_IN_ERROR]


def test_a_return_is_confirmed_by_the_service_that_knows_the_person():
    assert rule(Kind.RETURN, State.REQUESTED, Step.CONFIRM) == (Side.RECEIVER, State.CONFIRMED)
    assert rule(Kind.NEW, State.REQUESTED, Step.CONFIRM) is None
    assert rule(Kind.RETURN, State.REQUESTED, Step.OFFER) is None
    assert not {step for _state, step in DIRECT_STEPS} & {Step.ASK, Step.OFFER, Step.INTRODUCE}


def test_the_printed_table_is_the_table():
    printed = Path(__file__).parents[2] / "docs/inquiry-states.md"

    assert printed.read_text(encoding="utf-8") == inquiry_states()
