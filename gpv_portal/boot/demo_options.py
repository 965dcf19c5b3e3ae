"""What a person may say after "demo", and where that demo keeps its state."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from typing import NamedTuple

from gpv_portal.boot.paths import STATE
from gpv_portal.boot.speech import Trouble


class Options(NamedTuple):
    directory: Path | None
    smoke: bool
    state: Path

    def is_plain(self) -> bool:
        return self.directory is None and not self.smoke


def read_options(arguments: list[str]) -> Options:
    """Raises ``Trouble`` for a file that is not there; argparse ends the process itself."""
    parser = argparse.ArgumentParser(prog="manage.py demo", description="Run the demo region.")
    parser.add_argument(
        "--directory", type=Path, metavar="FILE", help="fill the directory from this real list"
    )
    parser.add_argument(
        "--smoke", action="store_true", help="start, see the entry page answer, stop"
    )
    found = parser.parse_args(arguments)
    if found.directory is None:
        return Options(None, found.smoke, STATE / "demo")
    if not found.directory.is_file():
        raise Trouble(f"There is no file {found.directory}.")
    file = found.directory.resolve()
    # each list is its own demo, so that two never mix in one database
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    return Options(file, found.smoke, STATE / f"demo-{digest}")
