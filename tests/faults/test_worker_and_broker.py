"""The worker dies in the middle, the broker forgets: the work is done in the end, once."""

import time
import uuid

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core import outbox
from core.actor import SCHEDULER
from core.models import OutboxMessage, StoredFile
from tests.faults.processes import broker, kill, start_relay, start_worker, until
from tests.people import make
from tests.referrals.cases import make_case, send

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


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


def test_a_form_is_answered_within_a_second_while_the_broker_is_away(no_broker):
    case = make_case(make())
    inquiry = send(case, case.a)
    OutboxMessage.objects.all().delete()
    client = Client()
    client.force_login(case.people.intake)
    target = reverse("referrals:inquiry-step", args=[inquiry.pk, "uebernehmen"])
    client.get(reverse("referrals:inquiry", args=[inquiry.pk]))
    begun = time.monotonic()

    answer = client.post(target)

    assert time.monotonic() - begun < 1
    assert answer.status_code == 302
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"pending"}
