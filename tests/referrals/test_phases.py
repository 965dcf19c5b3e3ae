"""The phase of a referral follows its inquiries."""

import pytest

from referrals.phases import Phase, phase
from referrals.workflow import State

# fmt: off
PHASES = [
    ((),                                        Phase.OPEN),
    ((State.DRAFT,),                            Phase.OPEN),
    ((State.DECLINED, State.EXPIRED),           Phase.OPEN),
    ((State.REQUESTED, State.DECLINED),         Phase.SEARCHING),
    ((State.WAITLISTED,),                       Phase.SEARCHING),
    ((State.INTRODUCED,),                       Phase.SEARCHING),
    ((State.OFFERED, State.QUERY),              Phase.OFFERED),
    ((State.CONFIRMED, State.SUPERSEDED),       Phase.CONFIRMED),
    ((State.ARRIVED, State.SUPERSEDED),         Phase.ARRIVED),
    ((State.COMPLETED,),                        Phase.ARRIVED),
    ((State.FAILED,),                           Phase.OPEN),
]
# fmt: on


@pytest.mark.parametrize(("states", "expected"), PHASES)
def test_the_phase_is_the_furthest_inquiry(states, expected):
    assert phase(states, closed=False) is expected
    assert phase(states, closed=True) is Phase.CLOSED
