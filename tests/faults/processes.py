"""A real worker and a real relay beside the test, on the test's own database and broker."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent


def environment() -> dict[str, str]:
    """The test's environment, pointing at the test database."""
    head, _, _name = os.environ["DATABASE_URL"].rpartition("/")
    return os.environ | {
        "DATABASE_URL": f"{head}/{connection.settings_dict['NAME']}",
        "GPV_REPUBLISH_SECONDS": "2",
    }


def start(*words: str) -> subprocess.Popen[bytes]:
    """A Python process of the project, leader of its own group."""
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def start_worker() -> subprocess.Popen[bytes]:
    return start("-m", "celery", "-A", "tests.faults.worker_app", "worker", "-c", "1")


def start_relay() -> subprocess.Popen[bytes]:
    return start("-m", "django", "relay")


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children at once, as a power cut would."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for ``holds``; AssertionError when it does not within ``seconds``."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)
