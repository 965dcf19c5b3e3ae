"""Starts PostgreSQL and the broker, then Django, before any other test module is read."""

import os

import django
import pytest

from gpv_portal.boot.testing import start_services_for_tests

os.environ["DJANGO_SETTINGS_MODULE"] = "gpv_portal.settings.test"
start_services_for_tests()
django.setup()

pytest_plugins = ["tests.fixtures"]

END_OTHER_SESSIONS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database; a session that a thread left open ends before it is dropped."""
    yield
    from django.db import connection  # only after the set-up above

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(END_OTHER_SESSIONS)
