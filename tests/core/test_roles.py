"""The database itself refuses what the portal must never do."""

import re
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, transaction

from core import audit
from core.actor import SCHEDULER
from core.database import take_role
from core.models import AuditEntry

pytestmark = pytest.mark.django_db


ROOT = Path(__file__).resolve().parents[2]
ROLES = ["gpv_web", "gpv_worker", "gpv_retention"]
APPEND_ONLY = [
    "conferences_caseminutes",
    "conferences_conferenceevent",
    "conferences_meetingevent",
    "conferences_minutes",
    "core_auditentry",
    "core_auditseal",
    "referrals_inquiryevent",
]
READ = "SELECT 1 FROM {}"
CHANGES = ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"]


def as_role(role: str, sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        take_role(role)
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE core_auditentry SET deed = 'nothing'",
        "DELETE FROM core_auditentry",
        "TRUNCATE core_auditentry",
        "UPDATE core_auditseal SET entries = 0",
        "DROP TABLE core_user",
        "CREATE TABLE mine (id int)",
        "ALTER TABLE core_user ADD COLUMN x int",
        "DELETE FROM django_migrations",
    ],
)
def test_the_web_role_may_not(sql):
    audit.record(by=SCHEDULER, deed="test")

    with pytest.raises(ProgrammingError, match="permission denied|must be owner"):
        as_role("gpv_web", sql)

    assert AuditEntry.objects.get().deed == "test"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_was_added_stays_as_it_is(table, role):
    as_role(role, READ.format(table))

    for sql in CHANGES:
        with pytest.raises(ProgrammingError, match="permission denied"):
            as_role(role, sql.format(table))


def test_the_tables_of_the_list_are_those_of_the_migrations():
    written = (path.read_text() for path in ROOT.glob("*/migrations/*.py"))

    named = re.findall(r'append_only\(\s*"(\w+)"', "".join(written))

    assert sorted(named) == APPEND_ONLY


def test_the_web_role_owns_nothing_and_is_no_superuser():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
            " WHERE r.rolname = 'gpv_web'"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = 'gpv_web'"
        )
        assert cursor.fetchone() == (False, False, False)


def test_a_superuser_cannot_be_made(people):
    people.intake.is_superuser = True

    with pytest.raises(Exception, match="core_user_never_superuser"), transaction.atomic():
        people.intake.save()
