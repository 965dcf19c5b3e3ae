"""Database roles: which part of the portal may do what with which table."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, migrations
from django.db.models import QuerySet

WEB, WORKER, RETENTION, AUDIT = "gpv_web", "gpv_worker", "gpv_retention", "gpv_audit"


def take_role(role: str, *, facilities: Iterable[UUID] = (), person: UUID | None = None) -> None:
    """Be ``role`` until the transaction ends, and tell the database who acts."""
    names = "{" + ",".join(str(facility) for facility in facilities) + "}"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('role', %s, true), set_config('gpv.facilities', %s, true),"
            " set_config('gpv.person', %s, true)",
            [role, names, str(person or "")],
        )


def hold_shared(rows: QuerySet[Any]) -> None:
    """Keep ``rows`` from being changed until the transaction ends; others may hold them too."""
    sql, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} FOR SHARE", values)


def web_role() -> str:
    """The role of a request."""
    return str(settings.GPV_WEB_ROLE)


def worker_role() -> str:
    """The role of a task."""
    return str(settings.GPV_WORKER_ROLE)


GRANT_DEFAULTS = f"""
DO $$ BEGIN
  IF (SELECT count(*) FROM pg_roles
      WHERE rolname IN ('{WEB}', '{WORKER}', '{RETENTION}', '{AUDIT}')) < 4
  THEN RAISE EXCEPTION 'Database roles are missing: run core/sql/roles.sql first.';
  END IF;
END $$;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {WEB}, {WORKER};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, DELETE ON TABLES TO {RETENTION};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {WEB}, {WORKER};
GRANT USAGE ON SCHEMA public TO {WEB}, {WORKER}, {RETENTION}, {AUDIT};
"""  # noqa: S608 - constant names, no input

REVOKE_DEFAULTS = f"""
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM {WEB}, {WORKER}, {RETENTION};
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM {WEB}, {WORKER};
"""

GRANT_EXISTING = f"""
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {WEB}, {WORKER};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {WEB}, {WORKER};
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {WEB}, {WORKER};
"""  # for the tables that were made before the defaults stood


def append_only(table: str) -> migrations.RunSQL:
    """A migration step: rows of ``table`` are added and read, never changed or removed."""
    return migrations.RunSQL(
        sql=f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {WEB}, {WORKER}, {RETENTION};"
        f"GRANT SELECT ON {table} TO {AUDIT};",
        reverse_sql=f"GRANT UPDATE, DELETE ON {table} TO {WEB}, {WORKER};",
    )
