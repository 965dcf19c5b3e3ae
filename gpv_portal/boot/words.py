"""What demo, test and setup do: prepare the machine, then go on inside our environment."""

from __future__ import annotations

import os
import sys
import time

from gpv_portal.boot import demo as demonstration
from gpv_portal.boot.browser import find_or_install_browser
from gpv_portal.boot.demo_options import read_options
from gpv_portal.boot.environment import ensure_environment
from gpv_portal.boot.locking import FileLock
from gpv_portal.boot.pango import ensure_pango
from gpv_portal.boot.paths import MANAGE, STATE, VENV_PYTHON, runs_in_environment
from gpv_portal.boot.server_packages import ensure_servers
from gpv_portal.boot.speech import Trouble, say

# a file's tests stay together: they share what is costly to make; the order is that of the suite
PROCESSES = ["-n", "logical", "--maxprocesses", "4"]
WHOLE_SUITE = [*PROCESSES, "--dist", "loadfile", "--no-loadscope-reorder"]


def setup(arguments: list[str]) -> int:
    """Install everything and start nothing."""
    if arguments:
        raise Trouble("setup takes no arguments.")
    started = time.monotonic()
    _prepare()
    say(f"Everything is set up ({time.monotonic() - started:.1f} s).")
    return 0


def test(arguments: list[str]) -> int:
    """Install everything, a browser too, and run pytest with these arguments.

    The whole suite, asked for without arguments, runs on all processors.
    """
    _prepare()
    environment = {**os.environ, **find_or_install_browser()}
    environment.pop("DJANGO_SETTINGS_MODULE", None)  # the tests choose their own
    python = str(VENV_PYTHON)
    os.execve(python, [python, "-m", "pytest", *(arguments or WHOLE_SUITE)], environment)


def demo(arguments: list[str]) -> int:
    """Install everything and run the demo in the foreground."""
    options = read_options(arguments)
    if not demonstration.may_start(options):  # asked before minutes go into a set-up
        return 0
    _prepare()
    if not runs_in_environment():
        sys.stdout.flush()
        python = str(VENV_PYTHON)
        os.execv(python, [python, str(MANAGE), "demo", *arguments])
    return demonstration.run(options)


def _prepare() -> None:
    """One set-up at a time; a second one waits and then finds everything done."""
    lock = FileLock(STATE / "setup.lock")
    if not lock.acquire(wait=False):
        say("Another set-up is running here; waiting for it.")
        lock.acquire(wait=True)
    try:
        ensure_pango()
        ensure_environment()
        ensure_servers()
    finally:
        lock.release()
