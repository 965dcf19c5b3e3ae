"""The worker dies in the middle, the broker forgets: the work is done in the end, once."""

import os
import time
import uuid

import pytest
import redis
from django.db import transaction

from core import outbox
from core.actor import SCHEDULER
from core.models import OutboxMessage, StoredFile
from tests.faults.processes import kill, start_relay, start_worker, until

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def processes():
    """Collects what a test starts and ends it."""
    started = []
    yield started
    for process in started:
        if process.poll() is None:
            kill(process)


@pytest.fixture
def message():
    """One waiting piece of slow work."""
    outbox.HANDLERS.setdefault("test.slow_pdf", lambda message, actor: None)
    outbox.enqueue("test.slow_pdf", uuid.uuid4(), by=SCHEDULER)
    yield OutboxMessage.objects.get()
    outbox.HANDLERS.pop("test.slow_pdf", None)


def being_worked(message):
    with transaction.atomic():
        free = OutboxMessage.objects.select_for_update(skip_locked=True).filter(pk=message.pk)
        return not free.exists()


def is_done(message):
    message.refresh_from_db()
    return message.state == "done"


def broker():
    url = os.environ["CELERY_BROKER_URL"].replace("redis+socket://", "unix://")
    return redis.Redis.from_url(url)


def test_a_worker_killed_in_the_middle_leaves_one_pdf_in_the_end(processes, message):
    processes += [start_relay(), start_worker()]
    until(lambda: being_worked(message))

    kill(processes[1])
    assert not StoredFile.objects.exists()
    processes.append(start_worker())

    until(lambda: is_done(message))
    assert StoredFile.objects.count() == 1


def test_a_broker_that_forgets_its_tasks_loses_nothing(processes, message):
    relay = start_relay()
    processes.append(relay)
    until(lambda: broker().llen("celery") > 0)

    broker().flushall()
    processes.append(start_worker())

    until(lambda: is_done(message))
    assert StoredFile.objects.count() == 1


def test_writing_to_the_outbox_needs_no_broker(settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    outbox.HANDLERS.setdefault("test.quick", lambda message, actor: None)
    begun = time.monotonic()

    with transaction.atomic():
        outbox.enqueue("test.quick", uuid.uuid4(), by=SCHEDULER)

    del outbox.HANDLERS["test.quick"]
    assert time.monotonic() - begun < 1
    assert OutboxMessage.objects.get().state == "pending"
