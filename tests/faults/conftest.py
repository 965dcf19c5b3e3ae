"""Whatever a test starts ends with it, and so does what it left in the broker."""

import pytest

from gpv_portal.celery import app
from tests.faults.processes import broker, kill

NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture
def processes():
    """Collects what a test starts and ends it."""
    started = []
    yield started
    for process in started:
        if process.poll() is None:
            kill(process)
    broker().flushall()


@pytest.fixture
def no_broker(monkeypatch):
    """The web process knows a broker at an address where nobody answers, and has no connection."""
    monkeypatch.setenv("CELERY_BROKER_URL", NOBODY)  # goes before the settings
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    assert app.connection_for_write().port == 1
