"""Who is told of a new edition: members by choice, outside addresses by double opt-in."""

import datetime as dt
import re

import pytest

from core import clock, outbox
from core.models import AccessToken, AuditEntry, OutboxMessage
from network.models import Subscription
from network.services.subscriptions import MOST_AN_HOUR
from network.tasks import forget_subscriptions
from tests.factories import RegionFactory
from tests.network.subscriptions.asking import ADDRESS, ask, link_in

pytestmark = pytest.mark.django_db


def test_an_address_counts_only_after_its_owner_has_pressed_the_button(
    client, people, mailbox, deliver_outbox
):
    ask(client, "Praxis@Example.org")
    deliver_outbox()
    link = link_in(mailbox.mails[0], "abo")

    seen = client.get(link)
    again = client.get(link)

    assert mailbox.recipients == [[ADDRESS]]
    assert (seen.status_code, again.status_code) == (200, 200)
    assert not Subscription.objects.confirmed().exists()
    assert client.post(f"{link}ja/").status_code == 200
    assert Subscription.objects.confirmed().get().email == ADDRESS
    assert client.post(f"{link}ja/").status_code == 404
    assert "gilt nicht mehr" in client.get(link).content.decode()


def test_the_answer_is_the_same_whatever_is_known_of_an_address(
    client, people, confirmed, mailbox, deliver_outbox
):
    known, unknown = ask(client), ask(client, "neu@example.org")
    deliver_outbox()

    def words(answer):
        return re.sub(r'nonce="[^"]*"|value="[^"]*"', "", answer.content.decode())

    assert words(known) == words(unknown)
    assert mailbox.recipients == [["neu@example.org"]]


def test_an_address_is_asked_once_a_day(client, people, mailbox, deliver_outbox, time_machine):
    for _ in range(3):
        ask(client)
        deliver_outbox()
    assert len(mailbox.mails) == 1

    time_machine.move_to(clock.now() + dt.timedelta(days=1, minutes=1))
    ask(client)
    deliver_outbox()

    assert len(mailbox.mails) == 2
    assert client.get(link_in(mailbox.mails[0], "abo")).status_code == 404
    assert client.get(link_in(mailbox.mails[1], "abo")).status_code == 200


def test_a_flood_of_addresses_is_stopped_and_ends_within_the_hour(client, people, time_machine):
    answers = [ask(client, f"a{number}@example.org") for number in range(MOST_AN_HOUR + 2)]

    assert [answer.status_code for answer in answers[-3:]] == [200, 409, 409]
    assert Subscription.objects.count() == MOST_AN_HOUR
    time_machine.move_to(clock.now() + dt.timedelta(hours=1, minutes=1))
    assert ask(client, "spaeter@example.org").status_code == 200


@pytest.mark.parametrize(
    "address", ["", "x", "a@b", "a@example.org\nBcc: b@example.org", "a\0@example.org", "a" * 300]
)
def test_what_is_no_address_gets_a_sentence(client, people, address):
    answer = ask(client, address)

    assert answer.status_code == 200
    assert "invalid-feedback" in answer.content.decode()
    assert not OutboxMessage.objects.exists()


def test_an_unknown_region_is_the_first_and_no_region_is_not_found(client, people):
    assert ask(client, region="gibt-es-nicht").status_code == 200


def test_an_address_nobody_confirmed_is_deleted_after_a_week(client, people, time_machine):
    ask(client)
    Subscription.objects.create(
        region=RegionFactory(), email="da@example.org", confirmed_at=clock.now()
    )
    time_machine.move_to(clock.now() + dt.timedelta(days=6, hours=23))
    forget_subscriptions()
    assert Subscription.objects.count() == 2

    time_machine.move_to(clock.now() + dt.timedelta(hours=2))
    forget_subscriptions()

    assert Subscription.objects.get().email == "da@example.org"


def test_a_mail_server_that_is_away_loses_no_link(client, people, mailbox, settings):
    settings.EMAIL_PORT, port = 1, settings.EMAIL_PORT
    ask(client)
    message = OutboxMessage.objects.get()
    assert not outbox.deliver(message.pk)
    assert not AccessToken.objects.exists()

    settings.EMAIL_PORT = port
    assert outbox.deliver(message.pk)

    assert client.get(link_in(mailbox.mails[0], "abo")).status_code == 200


def test_members_choose_for_themselves_and_strangers_cannot(people, sign_in):
    client = sign_in(people.intake)
    client.post("/kontakte/abo/")
    client.post("/kontakte/abo/")
    assert Subscription.objects.get().person == people.intake
    assert "Nicht mehr per E-Mail" in client.get("/kontakte/").content.decode()

    client.post("/kontakte/abo/beenden/")
    assert not Subscription.objects.exists()
    assert sign_in(people.no_role).post("/kontakte/abo/").status_code == 403


def test_the_coordination_sees_how_many_and_nobody_sees_an_address(people, confirmed, sign_in):
    pages = {
        person.full_name: sign_in(person).get("/kontakte/").content.decode()
        for person in (people.coordinator, people.intake, people.org_admin)
    }
    sign_in(people.no_role)

    assert "1 Adresse außerhalb" in pages[people.coordinator.full_name]
    assert not [name for name, page in pages.items() if ADDRESS in page]
    assert "außerhalb" not in pages[people.intake.full_name]
    assert ADDRESS not in str(list(AuditEntry.objects.values()))
