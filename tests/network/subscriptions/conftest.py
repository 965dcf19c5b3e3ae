"""A contact for an edition, and an outside address that wants it."""

import pytest

from network.models import Subscription
from tests.factories import ContactFactory
from tests.network.subscriptions.asking import ask, link_in


@pytest.fixture
def contact(people):
    return ContactFactory(
        facility=people.clinic, function="Sozialdienst", person="Miriam Okafor-Lenz"
    )


@pytest.fixture
def confirmed(client, people, mailbox, deliver_outbox):
    """An outside address that has confirmed itself; its mail is read and put away."""
    ask(client)
    deliver_outbox()
    client.post(f"{link_in(mailbox.mails.pop(), 'abo')}ja/")
    mailbox.recipients.clear()
    return Subscription.objects.get()
