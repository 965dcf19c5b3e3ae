"""Fixtures shared by all tests."""

import socket
from collections.abc import Callable, Iterator

import pytest
from aiosmtpd.controller import Controller
from django.test import Client

from core import outbox
from core.models import OutboxMessage
from tests import people as standing
from tests.mailbox import Mailbox


@pytest.fixture
def people(db: None) -> standing.People:
    """One person per way of standing towards clinic, providers and coordination."""
    return standing.make()


@pytest.fixture
def sign_in(client: Client) -> Callable[..., Client]:
    """Sign a person in on the test client, acting for ``facility`` when one is named."""

    def enter(person, facility=None) -> Client:
        client.force_login(person)
        if facility is not None:
            session = client.session
            session["acting"] = str(facility.pk)
            session.save()
        return client

    return enter


@pytest.fixture
def deliver_outbox(transactional_or_not: None) -> Callable[[], list[str]]:
    """Do all waiting outbox work in this process, as the worker would; returns its states."""

    def deliver() -> list[str]:
        waiting = OutboxMessage.objects.filter(state__in=["pending", "published"])
        ids = list(waiting.order_by("created_at").values_list("pk", flat=True))
        for message_id in ids:
            outbox.deliver(message_id)
        return list(OutboxMessage.objects.filter(pk__in=ids).values_list("state", flat=True))

    return deliver


@pytest.fixture
def transactional_or_not(db: None) -> None:
    """The plain database fixture under a name that ``transactional_db`` may replace."""


@pytest.fixture
def mailbox(settings) -> Iterator[Mailbox]:
    """A real SMTP server in this process; everything the portal sends arrives in it."""
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=_free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield box
    server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
