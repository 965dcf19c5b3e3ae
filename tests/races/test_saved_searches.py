"""One kept search, two at once: workers, windows, the links of two mails, a link and its owner."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest
from django.http import QueryDict
from django.test import Client

from core import tokens
from core.actor import SCHEDULER
from core.errors import Refused
from core.models import OutboxMessage
from network.asking import read
from network.models import SavedSearch
from network.services.saved_searches import LEAVE, MOST, compare, save_search, tell
from tests.factories import ServiceFactory
from tests.people import acting, make
from tests.races.together import browser, sender_of, together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS = 10


def kept(people, query=""):
    by = acting(people.intake, people.provider)
    region = people.clinic.organisation.region
    return save_search(region=region, name="Alle", ask=read(QueryDict(query)), by=by)[0]


def press_link_to(search):
    """Presses the button behind the link of a mail of its own."""
    told = {"purpose": LEAVE, "object_id": search.pk, "facility": None}
    link = tokens.issue(valid_for=dt.timedelta(days=1), **told)
    return sender_of(Client(), f"/l/suche-ende/{link}/abmelden/")


def test_two_workers_at_once_order_one_mail():
    people = make()
    for _round in range(ROUNDS):
        search = kept(people)
        ServiceFactory(region=search.region)
        work = partial(compare, search=search, by=SCHEDULER)

        results = together(work, work)

        assert sorted(results) == [False, True], results
        assert OutboxMessage.objects.filter(object_id=search.pk).count() == 1
        search.delete()


def test_two_workers_at_once_send_one_mail(mailbox):
    people = make()
    for number in range(ROUNDS):
        search = kept(people)
        ServiceFactory(region=search.region)
        compare(search=search, by=SCHEDULER)
        work = partial(tell, search_id=search.pk, by=SCHEDULER)

        results = together(work, work)

        assert results == [None, None], results
        assert len(mailbox.mails) == number + 1
        search.delete()


def test_two_windows_at_once_do_not_pass_the_limit():
    people = make()
    for number in range(MOST - 1):
        kept(people, f"q={number}")

    results = together(partial(kept, people, "q=a"), partial(kept, people, "q=b"))

    assert [type(each) for each in results].count(Refused) == 1, results
    assert SavedSearch.objects.count() == MOST


def test_the_links_of_two_mails_pressed_at_once_end_the_mails_once():
    people = make()
    for number in range(ROUNDS):
        search = kept(people, f"q={number}")

        answers = together(press_link_to(search), press_link_to(search))

        assert sorted(answer.status_code for answer in answers) == [200, 404], answers
        search.refresh_from_db()
        assert not search.by_mail


def test_a_link_pressed_while_its_owner_deletes_the_search_keeps_nobody_waiting():
    people = make()
    owner = browser(people.intake)
    for number in range(ROUNDS):
        search = kept(people, f"q={number}")
        delete = sender_of(owner, f"/gemerkte-suchen/{search.pk}/loeschen/")

        by_link, deleted = together(press_link_to(search), delete)

        assert (by_link.status_code in {200, 404}, deleted.status_code) == (True, 302), by_link
        assert not SavedSearch.objects.exists()
