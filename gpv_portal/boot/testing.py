"""Services for a test run: its own slot, so that two runs in one clone never meet."""

from __future__ import annotations

import atexit
import os

from gpv_portal.boot.locking import FileLock
from gpv_portal.boot.paths import STATE
from gpv_portal.boot.services import OWNER, Services, is_named

SLOTS = 16
OURS = "GPV_TEST_BROKER"
"""Set where the broker was started by a test run."""


def start_services_for_tests() -> None:
    """Start what the environment does not name, name it there, and stop it at exit.

    The processes of one run share its database server, in which each makes a database. Each has a
    broker of its own, for the worker of one test would take and forget the messages of another.
    """
    if os.environ.get(OURS) and os.environ.get("PYTEST_XDIST_WORKER"):
        del os.environ["CELERY_BROKER_URL"]
    if is_named("DATABASE_URL") and is_named("CELERY_BROKER_URL"):
        return
    lock = _free_slot()
    services = Services(lock.path.with_suffix(""), durable=False)
    atexit.register(_stop, services, lock, os.getpid())
    services.start()
    os.environ.update(services.environment(OWNER))
    if services.valkey:
        os.environ[OURS] = "1"


def _free_slot() -> FileLock:
    for number in range(SLOTS):
        lock = FileLock(STATE / "test" / f"{number}.lock")
        if lock.acquire(wait=number == SLOTS - 1):
            return lock
    raise AssertionError("the last slot is waited for")


def _stop(services: Services, lock: FileLock, owner: int) -> None:
    if os.getpid() == owner:  # a forked child leaves its parent's services alone
        services.stop()
        lock.release()
