"""Ends the portal's processes whose supervisor was killed; on Linux they end by themselves."""

from __future__ import annotations

import os
import signal
import subprocess

from gpv_portal.boot.paths import VENV_PYTHON


def end_leftovers(pids: list[int]) -> None:
    """Only those that still run our own Python; a number may long belong to somebody else."""
    for pid in pids:
        if str(VENV_PYTHON) in _command_of(pid):
            try:
                os.kill(pid, signal.SIGTERM)
            except ProcessLookupError:
                continue


def _command_of(pid: int) -> str:
    try:
        listing = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
        return subprocess.run(listing, capture_output=True, text=True).stdout
    except OSError:  # a machine without ps
        return ""
