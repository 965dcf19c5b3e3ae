"""Django's own commands by hand: with services and secrets when the environment names none."""

from __future__ import annotations

import atexit
import json
import os

from gpv_portal.boot.demo_secrets import demo_secrets
from gpv_portal.boot.locking import FileLock
from gpv_portal.boot.paths import STATE
from gpv_portal.boot.services import OWNER, Services, is_named
from gpv_portal.boot.speech import Trouble

SETTINGS = "gpv_portal.settings.dev"
HOME = STATE / "dev"


def prepare_development() -> None:
    """Complete the environment for the development settings; any other settings are left alone.

    The first command starts the services and keeps them until it ends, so a ``runserver``
    lends its own to the ``migrate`` beside it.
    """
    if os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS) != SETTINGS:
        return
    if is_named("DATABASE_URL") and is_named("CELERY_BROKER_URL"):
        return
    lock = FileLock(STATE / "dev.lock")
    addresses = _start(lock) if lock.acquire(wait=False) else _borrow(lock)
    for name, value in {**addresses, **demo_secrets(HOME)}.items():
        os.environ.setdefault(name, value)


def _start(lock: FileLock) -> dict[str, str]:
    services = Services(HOME, durable=True)
    atexit.register(_stop, services, lock, os.getpid())
    services.start()
    addresses = services.environment(OWNER)
    lock.write_note(json.dumps(addresses))
    return addresses


def _borrow(lock: FileLock) -> dict[str, str]:
    try:
        lent: dict[str, str] = json.loads(lock.read_note())
    except ValueError:
        raise Trouble("Another command is starting the services; try again.") from None
    return lent


def _stop(services: Services, lock: FileLock, owner: int) -> None:
    if os.getpid() == owner:
        services.stop()
        lock.release()
