"""Selma works at an intake and keeps searches of her region."""

import pytest


@pytest.fixture
def region(people):
    return people.clinic.organisation.region


@pytest.fixture
def selma(people, sign_in):
    return sign_in(people.intake)
