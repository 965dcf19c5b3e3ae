"""Outbox: nothing lost, nothing twice, rights asked again."""

import uuid

import psycopg
import pytest
from django.db import connection, transaction

from core import outbox
from core.actor import SCHEDULER
from core.models import OutboxMessage
from network.models import Membership
from network.roles import Role
from network.services.memberships import grant, revoke
from tests.people import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def done():
    """A kind of message whose handler writes down what it was given."""
    seen = []
    outbox.HANDLERS["test.note"] = lambda message, actor: seen.append((message.object_id, actor))
    yield seen
    del outbox.HANDLERS["test.note"]


def test_a_message_is_worked_once_though_delivered_twice(people, done):
    outbox.enqueue("test.note", uuid.uuid4(), by=acting(people.intake, people.provider))
    message = OutboxMessage.objects.get()

    assert outbox.deliver(message.pk) is True
    assert outbox.deliver(message.pk) is False
    assert len(done) == 1


def test_a_message_of_somebody_who_lost_the_right_is_refused(people, done):
    outbox.enqueue("test.note", uuid.uuid4(), by=acting(people.intake, people.provider))
    people.intake.is_active = False
    people.intake.save()

    outbox.deliver(OutboxMessage.objects.get().pk)

    assert done == []
    assert OutboxMessage.objects.get().note == "nicht berechtigt"


def test_a_message_for_a_facility_whose_role_ended_is_refused(people, done):
    grant(user=people.intake, facility=people.other_provider, role=Role.INTAKE, by=SCHEDULER)
    outbox.enqueue("test.note", uuid.uuid4(), by=acting(people.intake, people.provider))
    role = Membership.objects.get(user=people.intake, facility=people.provider, until=None)
    revoke(membership=role, by=SCHEDULER)

    outbox.deliver(OutboxMessage.objects.get().pk)

    assert done == []
    assert OutboxMessage.objects.get().note == "nicht berechtigt"


def test_a_message_for_no_facility_still_needs_the_person(people, done):
    outbox.enqueue("test.note", uuid.uuid4(), by=acting(people.intake, None))
    people.intake.is_active = False
    people.intake.save()

    outbox.deliver(OutboxMessage.objects.get().pk)

    assert done == []
    assert OutboxMessage.objects.get().note == "nicht berechtigt"


def test_a_failing_handler_leaves_no_half_work_and_is_tried_again(people):
    def fail(message, actor):
        people.intake.full_name = "halb"
        people.intake.save()
        raise OSError("mail server away")

    outbox.HANDLERS["test.fail"] = fail
    outbox.enqueue("test.fail", uuid.uuid4(), by=acting(people.intake, people.provider))
    message = OutboxMessage.objects.get()

    outbox.deliver(message.pk)

    del outbox.HANDLERS["test.fail"]
    people.intake.refresh_from_db()
    message.refresh_from_db()
    assert (people.intake.full_name, message.state, message.attempts) == (
        "Selma Arslan",
        "published",
        1,
    )


def test_only_the_unpublished_and_the_long_published_are_taken(people, done, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    outbox.enqueue("test.note", uuid.uuid4(), by=acting(people.intake, people.provider))

    assert len(outbox.take_unpublished()) == 1
    assert outbox.take_unpublished() == []
    time_machine.move_to("2026-11-24T10:02:00Z", tick=False)
    assert len(outbox.take_unpublished()) == 1


@pytest.mark.django_db(transaction=True)
def test_a_row_wakes_the_relay_at_its_commit_whoever_wrote_it(people, done):
    by = acting(people.intake, people.provider)
    with psycopg.connect(_dsn(), autocommit=True) as relay:
        relay.execute(f"LISTEN {outbox.CHANNEL}")

        with transaction.atomic():
            outbox.enqueue_all("test.note", [(uuid.uuid4(), None)] * 3, by=by)
            early = list(relay.notifies(timeout=0.2))
        woken = list(relay.notifies(timeout=5, stop_after=1))

    assert early == []
    assert len(woken) == 1


def _dsn() -> str:
    """The address of the test's own database, for a second connection."""
    known = connection.get_connection_params()
    own = {name: known.get(name) for name in ("dbname", "user", "password", "host", "port")}
    return psycopg.conninfo.make_conninfo(**own)
