"""Libraries and programs that only the system's package manager can bring."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

from gpv_portal.boot.paths import SETUP_LOG
from gpv_portal.boot.speech import say


def has_library(*names: str) -> bool:
    """Whether the loader finds one of these."""
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def install(*, debian: list[str], homebrew: list[str], purpose: str) -> bool:
    """Install packages where we may; False when we may not or it did not work."""
    if sys.platform == "darwin":
        return bool(homebrew and shutil.which("brew")) and _run(["brew", "install", *homebrew])
    rights = _rights()
    if not shutil.which("apt-get") or rights is None:
        return False
    say(f"Installing {' '.join(debian)} ({purpose}).")
    _run([*rights, "apt-get", "update", "-q"])  # may fail for one source and serve the other
    return _run([*rights, "apt-get", "install", "-y", "-q", "--no-install-recommends", *debian])


def how_to_install(*, debian: list[str], homebrew: list[str]) -> str:
    if sys.platform == "darwin":
        return f"brew install {' '.join(homebrew)}"
    return f"sudo apt-get install --no-install-recommends {' '.join(debian)}"


def _rights() -> list[str] | None:
    """The prefix that makes us root without a question, or nothing."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and not subprocess.run([*sudo, "true"], capture_output=True).returncode:
        return sudo
    return None


def _run(command: list[str]) -> bool:
    SETUP_LOG.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with SETUP_LOG.open("ab") as log:
        return not subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        ).returncode
