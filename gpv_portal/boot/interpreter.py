"""Finds a Python that the portal can run on, which need not be the one that runs boot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gpv_portal.boot.speech import Trouble

OLDEST, NEWEST = (3, 11), (3, 14)
PREFERRED = ("3.13", "3.12", "3.11", "3.14")
QUESTION = "import ctypes, ssl, venv, platform; print(platform.python_version())"


class Interpreter(NamedTuple):
    path: str
    version: str  # exact, like 3.13.5


def find_interpreter() -> Interpreter:
    """The running Python if it fits, else one from PATH or pyenv; raises ``Trouble``."""
    for path in _candidates():
        version = exact_version(path)
        if version and fits(version):
            return Interpreter(path, version)
    raise Trouble(
        "The portal needs Python 3.11 to 3.14 and this machine has none of them;"
        " install one (Debian: python3, Homebrew: python@3.13) and start again."
    )


def exact_version(path: str) -> str:
    """Empty when it does not run: pyenv leaves names on PATH behind which there is nothing."""
    if not path:
        return ""
    try:
        answer = subprocess.run([path, "-c", QUESTION], capture_output=True, text=True)
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def fits(version: str) -> bool:
    major, minor = version.split(".")[:2]
    return OLDEST <= (int(major), int(minor)) <= NEWEST


def _candidates() -> Iterator[str]:
    # not the environment's own python, which a new set-up may replace
    yield str(getattr(sys, "_base_executable", None) or sys.executable)
    pyenv = Path(os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")) / "versions"
    for version in PREFERRED:
        yield shutil.which(f"python{version}") or ""
        yield from (str(path) for path in pyenv.glob(f"{version}.*/bin/python"))
