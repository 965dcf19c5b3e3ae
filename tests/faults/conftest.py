"""Whatever a test starts ends with it, and so does what it left in the broker."""

import pytest

from tests.faults.processes import broker, kill


@pytest.fixture
def processes():
    """Collects what a test starts and ends it."""
    started = []
    yield started
    for process in started:
        if process.poll() is None:
            kill(process)
    broker().flushall()
