"""A case for every test that needs one."""

from datetime import datetime

import pytest
import time_machine

from core.working_time import BERLIN
from tests.referrals.cases import Case, make_case


@pytest.fixture
def case(people) -> Case:
    """A person of the clinic and three services, nothing asked yet."""
    return make_case(people)


@pytest.fixture
def time_machine_at():
    """Stand at a moment of the clocks of Berlin, written as ``2026-11-24 10:00:00``."""

    def at(text: str):
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=BERLIN)
        return time_machine.travel(moment, tick=False)

    return at
