"""What the database itself refuses."""

from tests.planted.fault import DATABASE, Fault

ROLES = "tests/core/test_roles.py"
REQUEST = "test_a_request_runs_as_the_web_role_and_names_its_person"
AS_WEB = f"tests/core/test_requests.py::{REQUEST}"
FROZEN = "tests/conferences/test_minutes.py::test_the_web_role_cannot_change_what_is_frozen"
WORKER = "tests/core/test_worker_login.py"

FAULTS = [
    Fault(
        DATABASE,
        "a request keeps the rights of its sign-in",
        "core/database.py",
        "\"SELECT set_config('role', %s, true),",
        "\"SELECT set_config('gpv.nothing', %s, true),",
        f"{ROLES} {AS_WEB}",
    ),
    Fault(
        DATABASE,
        "a request does not say whose it is",
        "core/access.py",
        "take_role(web_role(), facilities=actor.facilities, person=person)",
        "take_role(web_role())",
        AS_WEB,
    ),
    Fault(
        DATABASE,
        "the log and the frozen minutes can be rewritten",
        "core/database.py",
        "REVOKE UPDATE, DELETE, TRUNCATE ON {table}",
        "REVOKE TRUNCATE ON {table}",
        f"{ROLES} {FROZEN}",
        builds=True,
    ),
    Fault(
        DATABASE,
        "the minutes of a table can be changed after their release",
        "conferences/migrations/0001_foundation.py",
        '        append_only("conferences_caseminutes"),\n',
        "",
        FROZEN,
        builds=True,
    ),
    Fault(
        DATABASE,
        "the worker lacks its rights",
        "core/database.py",
        "  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {WEB}, {WORKER};",
        "  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {WEB};",
        WORKER,
        builds=True,
    ),
    Fault(
        DATABASE,
        "the web processes lack their rights",
        "core/database.py",
        "  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {WEB}, {WORKER};",
        "  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {WORKER};",
        "tests/core/test_web_login.py",
        builds=True,
    ),
    Fault(
        DATABASE,
        "the sealer asks for a right that the worker does not have",
        "core/sealer.py",
        'last = AuditSeal.objects.order_by("-last_entry").first()',
        'last = AuditSeal.objects.select_for_update().order_by("-last_entry").first()',
        WORKER,
    ),
    Fault(
        DATABASE,
        "a superuser can be made",
        "core/migrations/0001_foundation.py",
        'condition=models.Q(("is_superuser", False)), name="core_user_never_superuser"',
        'condition=models.Q(("is_superuser__in", [True, False])), name="core_user_never_superuser"',
        f"{ROLES}::test_a_superuser_cannot_be_made",
        builds=True,
    ),
    Fault(
        DATABASE,
        "the retention role deletes what is only ever added",
        "core/database.py",
        '{WEB}, {WORKER}, {RETENTION};"\n        f"GRANT SELECT',
        '{WEB}, {WORKER};"\n        f"GRANT SELECT',
        "tests/core/test_roles.py",
        builds=True,
    ),
]
