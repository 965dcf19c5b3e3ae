"""Two workers compare one search at once, and one member keeps the last one twice at once."""

from __future__ import annotations

from functools import partial

import pytest

from core.actor import SCHEDULER
from core.errors import Refused
from core.models import OutboxMessage
from network.directory import Ask
from network.models import SavedSearch
from network.services.saved_searches import MOST, compare, save_search, tell
from tests.factories import ServiceFactory
from tests.people import acting, make
from tests.races.together import together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS = 10
ALL = Ask()


def kept(people, query=""):
    by = acting(people.intake, people.provider)
    region = people.clinic.organisation.region
    return save_search(region=region, name="Alle", query=query, ask=ALL, by=by)


def test_two_workers_at_once_order_one_mail():
    people = make()
    for number in range(ROUNDS):
        search = kept(people, f"q={number}")
        ServiceFactory(region=search.region)
        work = partial(compare, search=search, ask=ALL, by=SCHEDULER)

        results = together(work, work)

        assert sorted(results) == [False, True], results
        assert OutboxMessage.objects.filter(object_id=search.pk).count() == 1


def test_two_workers_at_once_send_one_mail(mailbox):
    people = make()
    for number in range(ROUNDS):
        search = kept(people, f"q={number}")
        ServiceFactory(region=search.region)
        compare(search=search, ask=ALL, by=SCHEDULER)
        work = partial(tell, search_id=search.pk, by=SCHEDULER)

        results = together(work, work)

        assert results == [None, None], results
        assert len(mailbox.mails) == number + 1


def test_two_windows_at_once_do_not_pass_the_limit():
    people = make()
    for number in range(MOST - 1):
        kept(people, f"q={number}")

    results = together(partial(kept, people, "q=a"), partial(kept, people, "q=b"))

    assert [type(each) for each in results].count(Refused) == 1, results
    assert SavedSearch.objects.count() == MOST
