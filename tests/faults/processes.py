"""A real worker and a real relay beside the test, on the test's own database and broker.

They sign in as ``gpv_worker``, as in every installation.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import redis
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent


def environment() -> dict[str, str]:
    """The test's environment, pointing at the test database with the worker's rights."""
    head, _, _name = os.environ["DATABASE_URL"].rpartition("/")
    head = re.sub("//[^@/]+@", "//gpv_worker@", head)
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


def start_worker(app: str = "tests.faults.worker_app", hands: int = 1) -> subprocess.Popen[bytes]:
    """A worker with so many processes that work at once."""
    return start("-m", "celery", "-A", app, "worker", "-c", str(hands))


def start_relay() -> subprocess.Popen[bytes]:
    return start("-m", "django", "relay")


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children at once, as a power cut would."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def until(holds: Callable[[], bool], seconds: float = 90, *, every: float = 0.1) -> None:
    """Wait for ``holds``, asking ``every`` so many seconds; AssertionError after ``seconds``."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(every)


def broker() -> redis.Redis:
    """The test's own broker."""
    url = os.environ["CELERY_BROKER_URL"].replace("redis+socket://", "unix://")
    return redis.Redis.from_url(url)
