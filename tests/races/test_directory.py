"""Editions, lists, doubles, subscriptions: two people at the same moment.

Tripped by planted faults: without the lock on the region two editions are one too many, without
the lock on a list both bring it in, without the locks on two doubles each leads to the other.
"""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest
from django.test import Client

from core import clock, outbox, tokens
from core.actor import SCHEDULER
from core.errors import Refused
from core.models import AuditEntry, OutboxMessage, StoredFile
from network.models import ContactListEdition, DirectoryUpload, Service, Subscription
from network.services import uploads
from network.services.editions import PRINT, TELL, publish_edition
from network.services.questions import LINK
from network.services.subscriptions import LEAVE, ask_outside
from network.services.successors import merge_entries
from tests.factories import ContactFactory, ServiceFactory
from tests.people import acting, make
from tests.races.together import browser, sender_of, together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS = 10
LIST = b"Name;PLZ;Ort\nHaus Elbe;50931;Koeln\nHaus Spree;50931;Koeln\n"


def office_of(people):
    return acting(people.coordinator, people.office)


def refused(results):
    """How many were refused with a sentence; whatever else went wrong is shown."""
    wrong = [each for each in results if isinstance(each, Exception)]
    assert all(isinstance(each, Refused) for each in wrong), wrong
    return len(wrong)


def test_of_two_editions_published_at_once_one_is_the_next():
    people = make()
    contact = ContactFactory(facility=people.clinic)
    publish = partial(publish_edition, by=office_of(people))
    for number in range(1, ROUNDS + 1):
        contact.phone = f"030 23125-{number}"
        contact.save()

        results = together(publish, publish)

        assert refused(results) == 1
        numbers = ContactListEdition.objects.order_by("number").values_list("number", flat=True)
        assert list(numbers) == list(range(1, number + 1))
    assert OutboxMessage.objects.filter(kind=PRINT).count() == ROUNDS


@pytest.mark.pdf
def test_everybody_is_told_once_of_an_edition_published_and_printed_twice_at_once(mailbox):
    people = make()
    ContactFactory(facility=people.clinic)
    region = people.office.organisation.region
    told = [{"person": people.intake}, {"email": "praxis@example.org"}]
    for each in told:
        Subscription.objects.create(region=region, confirmed_at=clock.now(), **each)
    windows = [browser(people.coordinator) for _window in range(2)]

    together(*(sender_of(window, "/kontakte/ausgaben/neu/") for window in windows))
    for kind in (PRINT, TELL):
        rows = OutboxMessage.objects.filter(kind=kind).values_list("pk", flat=True)
        orders = [partial(outbox.deliver, pk) for pk in rows for _worker in range(2)]
        together(*orders)

    assert ContactListEdition.objects.get().number == 1
    assert StoredFile.objects.count() == 2
    assert sorted(mailbox.recipients) == sorted([[people.intake.email], ["praxis@example.org"]])


def taken_in(people, region):
    return uploads.take_in(
        region=region, content=LIST, file_name="l.csv", source="l", by=office_of(people)
    )


def test_a_list_carried_out_twice_at_once_comes_in_once():
    people = make()
    region = people.office.organisation.region
    for _round in range(ROUNDS):
        Service.objects.all().delete()
        press = partial(uploads.carry_out, upload=taken_in(people, region), by=office_of(people))

        results = together(press, press)

        assert refused(results) == 1
        assert Service.objects.count() == 2
        assert not StoredFile.objects.exists()


def test_one_list_taken_in_twice_and_carried_out_at_once_brings_every_row_once():
    people = make()
    region = people.office.organisation.region
    for _round in range(ROUNDS):
        Service.objects.all().delete()
        lists = [taken_in(people, region) for _window in range(2)]

        results = together(
            *(partial(uploads.carry_out, upload=each, by=office_of(people)) for each in lists)
        )

        assert refused(results) == 0
        assert Service.objects.count() == 2
        assert sorted(each.report["counts"].get("new", 0) for each in results) == [0, 2]


def test_a_list_is_thrown_away_or_carried_out_and_never_half():
    people = make()
    region = people.office.organisation.region
    for _round in range(ROUNDS):
        Service.objects.all().delete()
        DirectoryUpload.objects.all().delete()
        told = {"upload": taken_in(people, region), "by": office_of(people)}

        results = together(partial(uploads.carry_out, **told), partial(uploads.throw_away, **told))

        assert refused(results) == 1
        assert Service.objects.count() == 2 * DirectoryUpload.objects.count()
        assert not StoredFile.objects.exists()


def test_a_list_whose_day_is_over_is_forgotten_while_somebody_presses():
    people = make()
    region = people.office.organisation.region
    for _round in range(ROUNDS):
        upload = taken_in(people, region)
        DirectoryUpload.objects.filter(pk=upload.pk).update(until=clock.now())

        pressed, _forgotten = together(
            partial(uploads.carry_out, upload=upload, by=office_of(people)),
            partial(uploads.forget_over, by=SCHEDULER),
        )

        assert "wartet nicht mehr" in str(pressed)
        assert not Service.objects.exists()
        uploads.forget_over(by=SCHEDULER)  # which leaves a list alone that somebody holds
        assert not DirectoryUpload.objects.exists()
        assert not StoredFile.objects.exists()


def test_two_doubles_merged_into_each_other_at_once_end_in_one():
    people = make()
    region = people.office.organisation.region
    for _round in range(ROUNDS):
        one, other = ServiceFactory.create_batch(2, facility=None, region=region)
        told = {"chosen": {}, "by": office_of(people)}

        results = together(
            partial(merge_entries, keep=one, gone=other, **told),
            partial(merge_entries, keep=other, gone=one, **told),
        )

        assert refused(results) == 1
        pair = Service.objects.filter(pk__in=[one.pk, other.pk])
        gone = pair.exclude(merged_into=None).get()
        assert (gone.state, gone.merged_into.state) == ("inactive", "published")


def link_to(purpose, pk, facility):
    return tokens.issue(
        purpose=purpose, object_id=pk, facility=facility, valid_for=dt.timedelta(days=1)
    )


def test_the_link_of_a_contact_pressed_twice_at_once_confirms_once():
    people = make()
    for _round in range(ROUNDS):
        contact = ContactFactory(facility=people.clinic)
        target = f"/l/kontakt/{link_to(LINK, contact.pk, people.clinic.pk)}/stimmt/"

        answers = together(*(sender_of(Client(), target) for _press in range(2)))

        assert sorted(answer.status_code for answer in answers) == [200, 404], answers
        deeds = AuditEntry.objects.filter(deed="contact.confirmed", object_id=contact.pk)
        assert deeds.count() == 1


def test_an_address_asked_twice_and_left_twice_at_once_is_asked_and_left_once():
    people = make()
    region = people.office.organisation.region
    for number in range(ROUNDS):
        ask = partial(ask_outside, region=region, email=f"a{number}@example.org", by=SCHEDULER)

        assert together(ask, ask) == [None, None]

        row = Subscription.objects.get()
        assert OutboxMessage.objects.filter(object_id=row.pk).count() == 1
        links = [f"/l/abo-ende/{link_to(LEAVE, row.pk, None)}/abmelden/" for _mail in range(2)]
        answers = together(*(sender_of(Client(), link) for link in links))
        assert sorted(answer.status_code for answer in answers) == [200, 404], answers
        assert not Subscription.objects.exists()
