"""The printed sheets of a region, while workers die and brokers are away: each once in the end."""

import time

import pytest
from django.db import transaction
from django.test import Client

from core import outbox
from core.actor import SCHEDULER
from core.models import OutboxMessage, StoredFile
from network.models import PrintedSheet
from network.services import sheets
from tests.factories import RegionFactory, ServiceFactory
from tests.faults.processes import broker, kill, start_relay, start_worker, until
from tests.people import make

pytestmark = [pytest.mark.race, pytest.mark.pdf, pytest.mark.django_db(transaction=True)]

PORTAL, HANDS = "gpv_portal", 2
SERVICES = 20
"""Enough that a booklet is still being printed when somebody looks."""


@pytest.fixture
def region():
    region = RegionFactory(coordination_phone="030 23125-199")
    ServiceFactory.create_batch(
        SERVICES, region=region, facility=None, description="Hilfe. " * 60, hours_text="Mo 9-12"
    )
    return region


@pytest.fixture
def ordered(region):
    """Every sheet is ordered twice, as after a message that came again."""
    sheets.order_sheets(region_id=region.pk, by=SCHEDULER)
    for sheet in PrintedSheet.objects.all():
        outbox.enqueue(sheets.PRINT, sheet.pk, by=SCHEDULER)
    return list(PrintedSheet.objects.values_list("pk", flat=True))


def is_printing():
    """Whether a worker holds the order of a sheet right now."""
    with transaction.atomic():
        waiting = OutboxMessage.objects.filter(kind=sheets.PRINT).exclude(state="done")
        return len(waiting.select_for_update(skip_locked=True)) < waiting.count()


def everything_is_done():
    states = OutboxMessage.objects.filter(kind=sheets.PRINT).values_list("state", flat=True)
    return set(states) == {"done"}


def assert_every_sheet_has_one_file(ordered):
    printed = dict(PrintedSheet.objects.values_list("pk", "pdf"))
    assert sorted(printed) == sorted(ordered)
    assert None not in printed.values()
    assert StoredFile.objects.count() == len(set(printed.values())) == len(ordered) > 1


def test_a_worker_killed_while_it_prints_leaves_every_sheet_once(ordered, processes):
    processes += [start_relay(), start_worker(PORTAL, HANDS)]
    until(is_printing, every=0.01)

    kill(processes[1])
    assert not everything_is_done()
    processes.append(start_worker(PORTAL, HANDS))

    until(everything_is_done)
    assert_every_sheet_has_one_file(ordered)


def test_a_broker_emptied_with_sheets_in_it_loses_none(ordered, processes):
    processes.append(start_relay())
    until(lambda: broker().llen("celery") == 2 * len(ordered))

    broker().flushall()
    assert not StoredFile.objects.exists()
    processes.append(start_worker(PORTAL, HANDS))

    until(everything_is_done)
    assert_every_sheet_has_one_file(ordered)


def test_sheets_are_ordered_within_a_second_while_the_broker_is_away(no_broker, deliver_outbox):
    people = make()
    client = Client()
    client.force_login(people.coordinator)
    client.get("/drucken/")
    begun = time.monotonic()

    answer = client.post("/drucken/neu/", follow=True)

    assert time.monotonic() - begun < 1
    assert answer.status_code == 200
    assert OutboxMessage.objects.get().state == "pending"
    assert set(deliver_outbox()) == {"done"}  # the order, once the worker is back
    assert OutboxMessage.objects.filter(kind=sheets.PRINT, state="pending").exists()
