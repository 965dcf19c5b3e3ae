"""State directories and whole clones for boot, removed again with all they left behind."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gpv_portal.boot.paths import ROOT, VENV
from gpv_portal.boot.unprivileged import outside

BARE_PYTHON = sys._base_executable  # type: ignore[attr-defined]  # a Python without our packages


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for services, in an environment that names none."""
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.delenv("CELERY_BROKER_URL")
    directory = tmp_path / "state"
    yield directory
    shutil.rmtree(outside(directory))


@pytest.fixture
def clone(tmp_path: Path) -> Iterator[Path]:
    """This very version as if freshly cloned, without environment and state."""
    target = tmp_path / "clone"
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in files.split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    yield target
    for name in ("demo", "dev"):
        shutil.rmtree(outside(target / ".gpv" / name))


@pytest.fixture
def bare_environment(tmp_path: Path) -> dict[str, str]:
    """What a new user's terminal has: no variable of ours."""
    home = tmp_path / "home"
    home.mkdir()
    return {"HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}


def link_environment(clone: Path) -> None:
    """Give a clone our installed packages; boot leaves a linked environment alone."""
    (clone / ".venv").symlink_to(os.path.realpath(VENV))
