"""Mails about kept searches that could not leave at once: they wait, and nothing else is said."""

import datetime as dt

import pytest

from core import clock
from network.models import Membership, SavedSearch, Service
from network.tasks import watch_searches
from tests.network.searches.keeping import entry, keep, page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def morning(time_machine, selma, people):
    """One more day passes and the directory is compared; what is ordered has not left."""

    def come():
        time_machine.move_to(clock.now() + dt.timedelta(days=1))
        watch_searches()
        selma.force_login(people.intake)

    return come


def told_on():
    """When the last mail left, as the row says."""
    return SavedSearch.objects.get().told_on


def test_what_is_gone_before_the_mail_leaves_is_told_when_it_comes_back(
    selma, region, morning, mailbox, deliver_outbox
):
    keep(selma)
    new = entry(region)
    morning()
    Service.objects.filter(pk=new.pk).update(state=Service.State.DRAFT)
    deliver_outbox()
    assert (mailbox.mails, told_on()) == ([], None)

    Service.objects.filter(pk=new.pk).update(state=Service.State.PUBLISHED)
    morning()
    deliver_outbox()

    assert len(mailbox.mails) == 1


def test_who_leaves_between_order_and_mail_gets_none(
    selma, people, region, morning, mailbox, deliver_outbox
):
    keep(selma)
    entry(region)
    morning()
    people.intake.is_active = False
    people.intake.save()

    deliver_outbox()

    assert mailbox.mails == []


def test_who_comes_back_is_told_what_waited_without_anything_newer(
    selma, people, region, morning, mailbox, deliver_outbox
):
    keep(selma)
    entry(region)
    morning()
    at_home = Membership.objects.filter(user=people.intake)
    at_home.update(until=clock.today())
    deliver_outbox()
    assert (mailbox.mails, told_on()) == ([], None)

    at_home.update(until=None)
    morning()
    deliver_outbox()

    assert "Suchtberatung Neu" in text_of(mailbox.mails[0])
    assert told_on() == clock.today()
    morning()
    deliver_outbox()
    assert len(mailbox.mails) == 1


def test_the_list_speaks_of_a_mail_when_it_has_left(
    selma, region, morning, mailbox, deliver_outbox
):
    keep(selma)
    entry(region)
    morning()
    assert "letzte E-Mail" not in page(selma)

    deliver_outbox()

    assert f"letzte E-Mail am {clock.today():%d.%m.%Y}" in page(selma)


def test_a_mail_the_server_refuses_is_sent_later_with_all_that_waits(
    selma, region, morning, mailbox, deliver_outbox, settings
):
    keep(selma)
    entry(region)
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    morning()
    deliver_outbox()
    assert SavedSearch.objects.get().news
    assert told_on() is None

    settings.EMAIL_PORT = port
    entry(region, "Suchtberatung Zwei")
    morning()
    deliver_outbox()

    assert len(mailbox.mails) == 1
    assert "Suchtberatung Neu" in text_of(mailbox.mails[0])
    assert "Suchtberatung Zwei" in text_of(mailbox.mails[0])


def test_a_mail_of_yesterday_that_leaves_today_is_the_one_of_today(
    selma, region, morning, mailbox, deliver_outbox, time_machine
):
    keep(selma)
    entry(region)
    morning()
    time_machine.move_to(clock.now() + dt.timedelta(days=1))
    deliver_outbox()
    entry(region, "Suchtberatung Zwei")

    watch_searches()
    deliver_outbox()

    assert len(mailbox.mails) == 1
    morning()
    deliver_outbox()
    assert len(mailbox.mails) == 2
