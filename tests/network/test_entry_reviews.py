"""Asking the owner by mail, and the link in that mail: one entry, one time, one button."""

import datetime as dt
import re

import pytest
from django.test import Client

from core import clock
from core.actor import SCHEDULER
from core.models import AccessToken, AuditEntry, Notice, OutboxMessage
from network.models import Membership, Service
from network.services.entries import Content, change_entry
from network.services.reviews import ask_owners
from network.tasks import watch_entries
from tests.factories import ServiceFactory
from tests.people import acting, member

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/l/eintrag/[\w-]+/")


def ago(days):
    return clock.today() - dt.timedelta(days=days)


@pytest.fixture
def entry(people):
    return ServiceFactory(
        facility=people.clinic, slug="unser", name="Offene Sprechstunde", verified_on=ago(190)
    )


@pytest.fixture
def asked(entry, mailbox, deliver_outbox):
    """The address in the mail that the owner got."""
    ask_owners(by=SCHEDULER)
    deliver_outbox()
    return LINK.search(mailbox.mails[0].get_content()).group()


def test_the_owner_is_asked_once_when_the_check_is_due_and_once_when_it_is_stale(
    entry, people, mailbox, deliver_outbox, time_machine
):
    for _day in range(40):
        watch_entries()
        deliver_outbox()
        time_machine.move_to(clock.now() + dt.timedelta(days=1))

    assert mailbox.recipients == [[people.org_admin.email]] * 2
    assert "Offene Sprechstunde" in mailbox.mails[0].get_content()


def test_a_fresh_an_unkept_and_an_ended_entry_are_not_asked_about(entry, people):
    ServiceFactory(facility=people.clinic, verified_on=ago(20))
    ServiceFactory(facility=None, verified_on=ago(400))
    ServiceFactory(facility=people.clinic, verified_on=ago(400), state="inactive")
    Service.objects.filter(pk=entry.pk).update(state="draft")

    assert ask_owners(by=SCHEDULER) == 0
    assert not OutboxMessage.objects.exists()


def test_every_administrator_gets_a_link_and_one_who_left_gets_none(
    entry, people, mailbox, deliver_outbox
):
    second = member(people.clinic, "org_admin", "Zweite Verwaltung")
    ask_owners(by=SCHEDULER)
    Membership.objects.filter(user=second).update(until=clock.today())

    deliver_outbox()

    assert mailbox.recipients == [[people.org_admin.email]]


def test_a_house_without_administrator_is_asked_at_its_mailbox(people, mailbox, deliver_outbox):
    ServiceFactory(facility=people.provider, verified_on=ago(190))
    ask_owners(by=SCHEDULER)

    deliver_outbox()

    assert mailbox.recipients == [[people.provider.email]]


def test_nobody_is_asked_about_what_was_confirmed_meanwhile(entry, mailbox, deliver_outbox):
    ask_owners(by=SCHEDULER)
    Service.objects.update(verified_on=clock.today())

    deliver_outbox()

    assert mailbox.mails == []


def test_opening_the_link_changes_nothing_and_the_button_confirms(asked, entry):
    scanner, owner = Client(), Client()
    for _look in range(3):
        assert scanner.get(asked).status_code == 200
        assert scanner.head(asked).status_code == 200
    assert Service.objects.get().verified_on == ago(190)

    assert "Ja, stimmt noch" in owner.get(asked).content.decode()
    done = owner.post(f"{asked}stimmt/")

    assert done["Location"] == "/verzeichnis/unser/"
    assert Service.objects.get().verified_on == clock.today()
    deed = AuditEntry.objects.get(deed="entry.confirmed")
    assert (deed.via, deed.person) == ("link", None)


def test_the_address_of_the_button_cannot_be_opened(asked):
    assert Client().get(f"{asked}stimmt/").status_code == 405
    assert Service.objects.get().verified_on == ago(190)


def test_a_form_from_elsewhere_does_not_confirm(asked):
    forged = Client(enforce_csrf_checks=True)

    assert forged.post(f"{asked}stimmt/").status_code == 403
    assert Service.objects.get().verified_on == ago(190)


def test_a_link_works_once_and_a_second_click_is_told_that_all_is_saved(asked, time_machine):
    client = Client()
    client.post(f"{asked}stimmt/")
    Service.objects.update(verified_on=ago(190))

    again = client.post(f"{asked}stimmt/")

    assert again.status_code == 404
    assert "alles erledigt" in again.content.decode()
    assert client.get(asked).status_code == 404
    assert Service.objects.get().verified_on == ago(190)


def test_a_link_ends_after_thirty_days(asked, time_machine):
    time_machine.move_to(clock.now() + dt.timedelta(days=30, minutes=1))

    assert Client().get(asked).status_code == 404
    assert Client().post(f"{asked}stimmt/").status_code == 404
    assert Service.objects.get().verified_on == ago(220)


def test_a_link_confirms_its_own_entry_and_no_other(asked, people):
    other = ServiceFactory(facility=people.clinic, slug="anderer", verified_on=ago(190))

    Client().post(f"{asked}stimmt/", {"slug": "anderer", "pk": str(other.pk)})

    assert Service.objects.get(slug="unser").verified_on == clock.today()
    assert Service.objects.get(slug="anderer").verified_on == ago(190)


@pytest.mark.parametrize("purpose", ["answer", "contact", ""])
def test_a_link_for_something_else_does_not_open_an_entry(asked, purpose):
    AccessToken.objects.update(purpose=purpose)

    assert Client().post(f"{asked}stimmt/").status_code == 404
    assert Service.objects.get().verified_on == ago(190)


@pytest.mark.parametrize("change", [{"state": "inactive"}, {"state": "draft"}, {"facility": None}])
def test_a_link_to_an_entry_that_is_ended_or_has_changed_hands_confirms_nothing(asked, change):
    Service.objects.update(**change)

    assert Client().post(f"{asked}stimmt/").status_code in (404, 409)
    assert Service.objects.get().verified_on == ago(190)
    assert AccessToken.objects.get().used_at is None


def test_correcting_the_entry_withdraws_the_links(asked, entry, people):
    admin = acting(people.org_admin, people.clinic)

    change_entry(service=entry, content=Content({"name": "Neu"}), by=admin)

    assert Client().post(f"{asked}stimmt/").status_code == 404


@pytest.mark.parametrize("odd", ["%00", "%ff", "..%2f", "a" * 3000, "%F0%9F%92%A9", "' OR 1=1 --"])
def test_odd_links_find_nothing(client, entry, odd):
    assert client.get(f"/l/eintrag/{odd}/").status_code in (400, 404)
    assert client.post(f"/l/eintrag/{odd}/stimmt/").status_code in (400, 404)


def test_the_link_is_kept_as_a_hash_only(asked):
    kept = f"{list(AccessToken.objects.values())} {list(OutboxMessage.objects.values())}"
    kept += f"{list(Notice.objects.values())} {list(AuditEntry.objects.values())}"

    assert asked.split("/")[3] not in kept


def test_a_mail_that_fails_leaves_no_link_behind(entry, settings, deliver_outbox):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    ask_owners(by=SCHEDULER)

    deliver_outbox()

    assert not AccessToken.objects.exists()
