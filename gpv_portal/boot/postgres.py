"""A PostgreSQL server of our own: on a unix socket, without root's rights, ending with us."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from gpv_portal.boot.children import Child
from gpv_portal.boot.postgres_programs import PostgresPrograms, find_postgres
from gpv_portal.boot.speech import Trouble
from gpv_portal.boot.unprivileged import home_for, identity, socket_home_for

SUPERUSER = "postgres"  # boot's alone: Django never gets it
FORGETFUL = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
PATIENCE = 60  # seconds, enough to recover after a crash


class Postgres:
    """``durable`` data is never thrown away; the other kind is quick and disposable."""

    def __init__(self, state: Path, *, durable: bool) -> None:
        self.durable = durable
        self.home = home_for(state / "postgres")
        self.sockets = socket_home_for(self.home)
        self.cluster = self.home / "cluster"
        self.programs = self._fitting_programs(state)
        self.child: Child | None = None

    def start(self) -> None:
        if not self.cluster.exists():
            self._make_cluster()
        self._stop_leftover()
        self.child = Child(
            "PostgreSQL",
            [self.programs.path("postgres"), "-D", str(self.cluster), *self._settings()],
            log=self.home / "postgres.log",
            stop_signal=signal.SIGINT,  # "fast": ends sessions, writes a checkpoint
            **self._surroundings(),
        )
        self._wait_until_ready()

    def stop(self) -> None:
        if self.child:
            self.child.stop()

    def run_sql(self, sql: str, *, database: str = "postgres") -> str:
        """Run a script as superuser and return its unadorned output; raises ``Trouble``."""
        psql = [self.programs.path("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-f", "-"]
        address = ["-h", str(self.sockets), "-U", SUPERUSER, "-d", database]
        answer = subprocess.run(
            psql + address, input=sql, env=_environment(), capture_output=True, text=True
        )
        if answer.returncode:
            raise Trouble(f"The database refused to be set up: {answer.stderr.strip()}")
        return answer.stdout.strip()

    def _fitting_programs(self, state: Path) -> PostgresPrograms:
        """Of the version that made the cluster; a disposable cluster without any is removed."""
        if not self.cluster.exists():
            return find_postgres(state)
        major = int((self.cluster / "PG_VERSION").read_text())
        try:
            return find_postgres(state, major=major)
        except Trouble:
            if self.durable:
                raise Trouble(
                    f"The database in {self.cluster} was made by PostgreSQL {major}, which is not"
                    f" here: set GPV_PG_BIN to its programs, or move {self.cluster} away."
                ) from None
        shutil.rmtree(self.cluster)
        return find_postgres(state)

    def _make_cluster(self) -> None:
        """Make it aside and rename it, so that an interrupted start leaves nothing half made."""
        draft = self.home / "cluster.new"
        shutil.rmtree(draft, ignore_errors=True)
        command = [self.programs.path("initdb"), "-D", str(draft), "-U", SUPERUSER]
        command += ["-A", "trust", "-E", "UTF8", "--no-instructions", *self._locale()]
        made = subprocess.run(command, capture_output=True, text=True, **self._surroundings())
        if made.returncode:
            raise Trouble(f"PostgreSQL could not make its files: {made.stderr.strip()}")
        draft.rename(self.cluster)

    def _locale(self) -> list[str]:
        """The same order on every machine; sorting in German is done in Python."""
        if self.programs.major >= 17:
            return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        return ["--locale=C.UTF-8"]

    def _settings(self) -> list[str]:
        # quoted, because the setting is a list of paths
        settings = ["listen_addresses=", f'unix_socket_directories="{self.sockets}"']
        settings += ["unix_socket_permissions=0700", "max_connections=100"]
        settings += () if self.durable else FORGETFUL
        return [word for each in settings for word in ("-c", each)]

    def _surroundings(self) -> dict[str, Any]:
        return {"env": _environment(), "cwd": str(self.home), **identity()}

    def _answers(self) -> int:
        """0 accepting, 1 refusing (starting or stopping), 2 nobody there."""
        probe = [self.programs.path("pg_isready"), "-q", "-h", str(self.sockets)]
        return subprocess.run(probe, env=_environment()).returncode

    def _stop_leftover(self) -> None:
        """End a server whose supervisor was killed; Linux has usually done so already."""
        if self._answers() != 2:
            pg_ctl = [self.programs.path("pg_ctl"), "stop", "-D", str(self.cluster)]
            pg_ctl += ["-m", "fast", "-w", "-t", str(PATIENCE)]
            subprocess.run(pg_ctl, capture_output=True, **self._surroundings())
        pid_file = self.cluster / "postmaster.pid"
        deadline = time.monotonic() + 5
        while _is_alive(pid_file) and time.monotonic() < deadline:
            time.sleep(0.05)

    def _wait_until_ready(self) -> None:
        assert self.child is not None  # noqa: S101 - only `start` calls this
        deadline = time.monotonic() + PATIENCE
        while self._answers() != 0:
            if not self.child.is_running() or time.monotonic() > deadline:
                self.child.stop()
                raise Trouble(f"PostgreSQL did not start: {self.child.last_words()}")
            time.sleep(0.05)


def _environment() -> dict[str, str]:
    """Nothing of the caller's PG* variables reaches our server or its tools."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _is_alive(pid_file: Path) -> bool:
    try:
        os.kill(int(pid_file.read_text().split()[0]), 0)
    except (OSError, ValueError, IndexError):
        return False
    return True
