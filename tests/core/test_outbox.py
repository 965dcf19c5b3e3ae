"""Outbox: nothing lost, nothing twice, rights asked again."""

import datetime as dt
import io
import uuid
from types import SimpleNamespace

import psycopg
import pytest
from django.core.management import call_command
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


@pytest.fixture
def mail_server():
    """A handler that fails while the server is away; its list holds what arrived."""
    server = SimpleNamespace(away=True, arrived=[])

    def send(message, actor):
        if server.away:
            raise OSError("who reads this reads a name")
        server.arrived.append(message.object_id)

    outbox.HANDLERS["test.mail"] = send
    yield server
    del outbox.HANDLERS["test.mail"]


def work_for(hours, time_machine, start="2026-11-20T16:00:00+00:00"):
    """What the sweeper and the worker do in this time, looking every five minutes."""
    begun, tries = dt.datetime.fromisoformat(start), 0
    for minute in range(0, hours * 60, 5):
        time_machine.move_to(begun + dt.timedelta(minutes=minute), tick=False)
        for message_id in outbox.take_unpublished():
            outbox.deliver(message_id)
            tries += 1
    return tries


def test_a_mail_outlives_two_days_without_a_mail_server(people, mail_server, time_machine):
    time_machine.move_to("2026-11-20T16:00:00Z", tick=False)
    outbox.enqueue("test.mail", uuid.uuid4(), by=acting(people.intake, people.provider))

    tries = work_for(48, time_machine)
    mail_server.away = False
    work_for(5, time_machine, start="2026-11-22T16:00:00+00:00")

    assert len(mail_server.arrived) == 1
    assert tries < 25


def test_what_was_given_up_is_logged_and_can_be_sent_again(people, mail_server, caplog):
    outbox.enqueue("test.mail", uuid.uuid4(), by=acting(people.intake, people.provider))
    message = OutboxMessage.objects.get()
    for _time in range(outbox.MAX_ATTEMPTS):
        outbox.deliver(message.pk)
    message.refresh_from_db()
    assert message.state == "failed"
    assert "test.mail failed 20 times: OSError, given up" in caplog.text
    assert "reads a name" not in caplog.text

    mail_server.away = False
    call_command("send_failed", stdout=io.StringIO())
    for message_id in outbox.take_unpublished():
        outbox.deliver(message_id)

    assert len(mail_server.arrived) == 1
