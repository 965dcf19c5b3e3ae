"""The minutes of a real table, while workers die and brokers forget: one file per reader.

Tripped by planted faults: without the look at ``copy.pdf_id``, or without the lock on the copy,
two orders for one reader leave two files.
"""

import pytest
from django.db import transaction

from conferences.models import MinutesCopy
from conferences.services import recording, releasing, scheduling
from core import outbox
from core.models import OutboxMessage, StoredFile
from tests.conferences import tables
from tests.faults.processes import broker, kill, start_relay, start_worker, until
from tests.people import make

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

PORTAL, KIND = "gpv_portal", "conferences.case_minutes_pdf"
HANDS = 2


@pytest.fixture
def table():
    """A table of three facilities whose minutes the client has approved; nothing waits."""
    people = make()
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    scheduling.invite(conference=table.now(), by=table.owner)
    tables.hold(table)
    tables.write(table)
    recording.present(conference=table.now(), by=table.owner)
    OutboxMessage.objects.all().delete()
    return table


@pytest.fixture
def released(table):
    """Released; every copy is ordered twice, as after a message that came again."""
    releasing.release(conference=table.now(), review_end="approved", by=table.owner)
    for copy in MinutesCopy.objects.all():
        outbox.enqueue(KIND, copy.pk, by=table.owner)
    return table


def is_rendering():
    """Whether a worker holds one of the messages right now."""
    with transaction.atomic():
        waiting = OutboxMessage.objects.filter(kind=KIND, state__in=["pending", "published"])
        free = waiting.select_for_update(skip_locked=True)
        return len(free) < waiting.count()


def everything_is_done():
    states = OutboxMessage.objects.filter(kind=KIND).values_list("state", flat=True)
    return set(states) == {"done"}


def assert_one_file_per_reader(table):
    copies = MinutesCopy.objects.filter(minutes__conference=table.conference)
    readers = copies.values_list("facility", flat=True)
    assert len(readers) == len(set(readers)) == 3
    assert StoredFile.objects.count() == 3
    assert len(set(copies.values_list("pdf", flat=True)) - {None}) == 3


def test_a_worker_killed_while_it_prints_minutes_leaves_one_file_each(released, processes):
    processes += [start_relay(), start_worker(PORTAL, HANDS)]
    until(is_rendering, every=0.01)

    kill(processes[1])
    assert OutboxMessage.objects.filter(kind=KIND).exclude(state="done").exists()
    processes.append(start_worker(PORTAL, HANDS))

    until(everything_is_done)
    assert_one_file_per_reader(released)


def test_a_broker_emptied_with_minutes_in_it_loses_none(released, processes):
    processes.append(start_relay())
    until(lambda: broker().llen("celery") == 6)

    broker().flushall()
    assert not StoredFile.objects.exists()
    processes.append(start_worker(PORTAL, HANDS))

    until(everything_is_done)
    assert_one_file_per_reader(released)
