"""PostgreSQL and broker together, and the environment variables that name them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from gpv_portal.boot.paths import ROLES_SQL
from gpv_portal.boot.postgres import Postgres
from gpv_portal.boot.valkey import Valkey

DATABASE = "gpv"
OWNER = "gpv_owner"


class Services:
    """Starts what the environment does not name already; a named service always wins."""

    def __init__(self, state: Path, *, durable: bool) -> None:
        self.postgres = None if is_named("DATABASE_URL") else Postgres(state, durable=durable)
        self.valkey = None if is_named("CELERY_BROKER_URL") else Valkey(state, durable=durable)

    def start(self) -> None:
        if self.postgres:
            self.postgres.start()
            prepare_database(self.postgres)
        if self.valkey:
            self.valkey.start()

    def stop(self) -> None:
        for service in (self.valkey, self.postgres):
            if service:
                service.stop()

    def environment(self, role: str) -> dict[str, str]:
        """The addresses of what runs here, the database as seen by ``role``."""
        names = {}
        if self.postgres:
            host = quote(str(self.postgres.sockets), safe="")
            names["DATABASE_URL"] = f"postgres://{role}@{host}/{DATABASE}"
        if self.valkey:
            names["CELERY_BROKER_URL"] = f"redis+socket://{quote(str(self.valkey.socket))}"
        return names


def is_named(variable: str) -> bool:
    """Whether the environment gives this address, itself or by a file that holds it."""
    return bool(os.environ.get(variable) or os.environ.get(f"{variable}_FILE"))


def prepare_database(postgres: Postgres) -> None:
    """Roles as in every installation, and an empty database that belongs to the owner role."""
    postgres.run_sql(ROLES_SQL.read_text())
    if not postgres.durable:  # only the tests make and drop databases
        postgres.run_sql(f"ALTER ROLE {OWNER} CREATEDB")
    if DATABASE not in postgres.run_sql("SELECT datname FROM pg_database").split():
        postgres.run_sql(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
