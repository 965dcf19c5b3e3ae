"""The quarterly question: once, by mail, confirmed by a button and not by opening the link."""

import datetime as dt
import re

import pytest
from django.test import Client

from core import clock
from core.models import AccessToken, AuditEntry, OutboxMessage
from network.models import Contact
from network.tasks import ask_owners
from tests.factories import ContactFactory

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def contact(people):
    return ContactFactory(
        facility=people.clinic,
        function="Sozialdienst Station 2",
        person="Miriam Okafor-Lenz",
        email="sozialdienst-2@example.org",
        confirmed_on=clock.today() - 78 * DAY,
    )


@pytest.fixture
def link(contact, mailbox, deliver_outbox):
    ask_owners()
    deliver_outbox()
    return _link(mailbox.mails[-1])


def _link(mail):
    return re.search(r"/l/kontakt/[\w-]+/", mail.get_content())[0]


def test_the_owner_is_asked_once_and_again_when_the_quarter_is_over(
    contact, mailbox, deliver_outbox, time_machine
):
    for day in (0, 0, 1, 14, 15, 16, 40):
        time_machine.move_to(clock.start_of(contact.confirmed_on + (78 + day) * DAY))
        ask_owners()
        deliver_outbox()

    assert mailbox.recipients == [["sozialdienst-2@example.org"]] * 2


def test_who_has_confirmed_lately_is_not_asked(contact, mailbox, deliver_outbox):
    Contact.objects.update(confirmed_on=clock.today() - 77 * DAY)
    ask_owners()

    assert not OutboxMessage.objects.exists()


def test_who_confirms_before_the_mail_leaves_gets_none(contact, mailbox, deliver_outbox):
    ask_owners()
    Contact.objects.update(confirmed_on=clock.today())
    deliver_outbox()

    assert mailbox.mails == []


def test_without_a_mailbox_of_its_own_the_facility_is_asked(contact, mailbox, deliver_outbox):
    Contact.objects.update(email="")
    ask_owners()
    deliver_outbox()

    assert mailbox.recipients == [[contact.facility.email]]


def test_the_mail_names_nobody_and_nothing_of_the_contact(contact, mailbox, deliver_outbox):
    ask_owners()
    deliver_outbox()

    assert "Okafor" not in str(mailbox.mails[0])
    assert "Station" not in str(mailbox.mails[0])


def test_opening_the_link_changes_nothing_and_shows_no_name(client, contact, link):
    page = client.get(link).content.decode()
    client.head(link)

    contact.refresh_from_db()
    assert contact.confirmed_on == clock.today() - 78 * DAY
    assert "Sozialdienst Station 2" in page
    assert "Okafor" not in page


def test_the_button_confirms_once_and_a_second_press_does_nothing(client, contact, link):
    assert client.post(f"{link}stimmt/").status_code == 200
    contact.refresh_from_db()
    assert contact.confirmed_on == clock.today()
    entry = AuditEntry.objects.get(deed="contact.confirmed")
    assert (entry.via, entry.facility, entry.person) == ("link", contact.facility_id, None)

    Contact.objects.update(confirmed_on=None)
    again = client.post(f"{link}stimmt/")

    assert again.status_code == 404
    assert "gilt nicht mehr" in again.content.decode()
    contact.refresh_from_db()
    assert contact.confirmed_on is None


def test_a_form_of_another_site_confirms_nothing(contact, link):
    assert Client(enforce_csrf_checks=True).post(f"{link}stimmt/").status_code == 403
    contact.refresh_from_db()
    assert contact.confirmed_on != clock.today()


def test_a_newer_mail_takes_the_older_link_back(client, contact, link, mailbox, deliver_outbox):
    Contact.objects.update(confirmed_on=clock.today() - 93 * DAY)
    ask_owners()
    deliver_outbox()

    assert client.get(link).status_code == 404
    assert client.get(_link(mailbox.mails[-1])).status_code == 200


def test_a_link_ends_after_45_days(client, contact, link, time_machine):
    time_machine.move_to(clock.now() + 45 * DAY + dt.timedelta(minutes=1))

    assert client.get(link).status_code == 404
    assert client.post(f"{link}stimmt/").status_code == 404


def test_a_contact_that_was_removed_meanwhile_is_over(client, contact, link):
    contact.delete()

    assert client.get(link).status_code == 404
    assert client.post(f"{link}stimmt/").status_code == 404


def test_a_mail_that_is_sent_anew_makes_a_new_link_and_leaves_one(
    contact, link, deliver_outbox, mailbox
):
    OutboxMessage.objects.update(state="pending")
    deliver_outbox()

    assert len(mailbox.mails) == 2
    assert AccessToken.objects.filter(used_at=None).count() == 1
