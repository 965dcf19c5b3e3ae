"""The browser that the journeys are tested in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from gpv_portal.boot import system_packages
from gpv_portal.boot.paths import SETUP_LOG, VENV
from gpv_portal.boot.speech import Trouble, say

NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
ON_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find_or_install_browser() -> dict[str, str]:
    """GPV_CHROMIUM for the tests; empty when Playwright keeps the browser itself."""
    if sys.platform == "linux" and not system_packages.has_library("libatomic.so.1"):
        # Playwright's own program needs it, and a bare Debian has none
        system_packages.install(debian=["libatomic1"], homebrew=[], purpose="browser tests")
    found = _find()
    if not found and _is_debian():  # elsewhere the package is only a pointer to a snap
        system_packages.install(
            debian=["chromium-headless-shell"], homebrew=[], purpose="browser tests"
        )
        found = _find()
    if not found:
        _let_playwright_install()
    return {"GPV_CHROMIUM": found} if found else {}


def _find() -> str:
    named = os.environ.get("GPV_CHROMIUM")
    if named and not Path(named).exists():
        raise Trouble(f"GPV_CHROMIUM names {named}, where there is no browser.")
    for each in (named, *(shutil.which(name) for name in NAMES), ON_MAC):
        # a snap cannot read files in /tmp, where tests put theirs
        if each and Path(each).exists() and "snap" not in os.path.realpath(each):
            return each
    return ""


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


def _let_playwright_install() -> None:
    say("Installing a browser for the tests.")
    command = [str(VENV / "bin" / "playwright"), "install", "chromium-headless-shell"]
    command += ["--with-deps"] if sys.platform == "linux" and os.geteuid() == 0 else []
    with SETUP_LOG.open("ab") as log:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    if done.returncode:
        raise Trouble("The tests need Chromium or Chrome; install one or set GPV_CHROMIUM.")
