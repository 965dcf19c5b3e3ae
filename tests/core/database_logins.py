"""Signs the test's own connection in as the portal's processes do, not as the owner."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def signed_in_as(role: str) -> Iterator[None]:
    """Inside, the database knows this connection as ``role`` and nothing more."""
    owner = connection.settings_dict["USER"]
    connection.close()
    connection.settings_dict["USER"] = role
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["USER"] = owner


def database_user() -> str:
    """Who the database thinks this connection signed in as."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user")
        name: str = cursor.fetchone()[0]
    return name
