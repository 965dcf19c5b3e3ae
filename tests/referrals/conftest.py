"""A case for every test that needs one."""

import pytest

from tests.referrals.cases import Case, make_case


@pytest.fixture
def case(people) -> Case:
    """A person of the clinic and three services, nothing asked yet."""
    return make_case(people)
