"""The region, loaded once for all tests of this folder and taken back at the end."""

import pytest
from django.db import transaction

from demo_region.load import load


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker):
    """Everything ``load_demo`` makes; the tests only read it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def region(loaded):
    """The directory of the loaded region."""
    return loaded.directory
