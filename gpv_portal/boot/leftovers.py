"""Ends the portal's processes whose supervisor was killed; on Linux they end by themselves."""

from __future__ import annotations

import os
import signal
import subprocess


def end_leftovers(commands: dict[str, str]) -> None:
    """``commands`` by process number; a number that runs anything else belongs to somebody else."""
    for pid, command in commands.items():
        if _command_of(pid) == command:
            try:
                os.kill(int(pid), signal.SIGTERM)
            except ProcessLookupError:
                continue


def _command_of(pid: str) -> str:
    """Empty when there is no such process."""
    try:
        listing = ["ps", "-ww", "-o", "command=", "-p", pid]
        return subprocess.run(listing, capture_output=True, text=True).stdout.strip()
    except OSError:  # a machine without ps
        return ""
