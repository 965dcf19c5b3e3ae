"""Third-party checkers that are no Python package of ours: fetched for one run, never kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REAL_DATA = os.environ.get("GPV_REAL_DATA", "")
ASKED = "GPV_EXTERNAL"
"""Set by .ci/run: only then are programs of others fetched and run."""


def need(*programs: str) -> None:
    """Skip with the reason where the checkers cannot be run."""
    if not os.environ.get(ASKED):
        pytest.skip(f"{ASKED} is not set: no program of others is fetched")
    missing = [each for each in programs if shutil.which(each) is None]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    if not REAL_DATA:
        pytest.skip("GPV_REAL_DATA names no folder with the checkers' scripts")


def node_packages(folder: Path, *packages: str) -> dict[str, str]:
    """Install ``packages`` below ``folder``; returns an environment in which node finds them."""
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    _fetched(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *packages], folder)
    return {**os.environ, "NODE_PATH": str(folder / "node_modules")}


def python_program(folder: Path, package: str, program: str) -> Path:
    """Install ``package`` in an environment of its own below ``folder``; returns its program."""
    _fetched([sys.executable, "-m", "venv", str(folder)], folder)
    _fetched([str(folder / "bin" / "pip"), "install", "--quiet", package], folder)
    return folder / "bin" / program


def _fetched(command: list[str], folder: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, env=bare, capture_output=True, text=True, timeout=300
    )
    if done.returncode:
        pytest.skip(f"could not be fetched: {command[-1]}: {done.stderr.strip()[-200:]}")


def run(command: list[str], env: dict[str, str] | None = None) -> tuple[int, str]:
    """The status of a checker and what it said."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=env)
    return done.returncode, done.stdout + done.stderr
