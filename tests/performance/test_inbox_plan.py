"""At 20,000 inquiries every list is one indexed query that costs what it cost at 2,000."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client

from core import worklist
from core.actor import Actor
from tests import people as standing
from tests.people import People, acting
from tests.performance.plans import Plan, plan_of, statements_of
from tests.performance.region import grow, make_region

FEW, MANY = 2_000, 20_000
PAGES = {
    "/anfragen/?zeige=offen": "intake",
    "/anfragen/?zeige=wartet": "intake",
    "/anfragen/?zeige=beendet": "intake",
    "/ueberleitungen/": "social_worker",
    "/ueberleitungen/?zeige=beendet": "social_worker",
}
TASKS = {
    "inquiries_to_answer": "intake",
    "workers_to_telephone": "intake",
    "inquiries_of_ours": "social_worker",
    "referrals_without_inquiry": "social_worker",
    "stays_to_settle": "social_worker",
    "cases_for_coordination": "coordinator",
}
pytestmark = pytest.mark.django_db
Measured = dict[str, dict[int, list[Plan]]]


@pytest.fixture(scope="module")
def measured(django_db_setup: None, django_db_blocker) -> Iterator[Measured]:
    """The plans of every list at both sizes, by its address or its provider's name."""
    with django_db_blocker.unblock(), transaction.atomic():
        people = standing.make()
        region = make_region(people)
        found: Measured = {name: {} for name in (*PAGES, *TASKS)}
        for start, end in ((0, FEW), (FEW, MANY)):
            grow(region, start, end)
            for name, work in _lists(people):
                few = end == FEW
                found[name][end] = [plan_of(sql, only_by_index=few) for sql in statements_of(work)]
        yield found
        transaction.set_rollback(True)


def _lists(people: People) -> Iterator[tuple[str, Callable[[], object]]]:
    for address, visitor in PAGES.items():
        client = Client()
        client.force_login(getattr(people, visitor))
        yield address, lambda client=client, address=address: client.get(address)
    providers = {provider.__name__: provider for provider in worklist.PROVIDERS}
    for name, visitor in TASKS.items():
        actor = _actor(people, visitor)
        yield name, lambda name=name, actor=actor: providers[name](actor, None)


def _actor(people: People, visitor: str) -> Actor:
    place = {"intake": "provider", "social_worker": "clinic", "coordinator": "office"}[visitor]
    return acting(getattr(people, visitor), getattr(people, place))


@pytest.mark.parametrize("name", [*PAGES, *TASKS])
def test_a_list_is_one_statement_by_index_at_any_size(measured: Measured, name: str):
    few, many = measured[name][FEW], measured[name][MANY]

    assert len(few) == len(many) == 1, [plan.statement for plan in many]
    assert many[0].whole_tables == []
    assert many[0].long_sorts == []
    assert many[0].buffers <= 1.5 * few[0].buffers


@pytest.mark.parametrize("name", [*PAGES, *TASKS])
def test_a_list_reads_what_it_shows_and_little_more(measured: Measured, name: str):
    assert measured[name][MANY][0].thrown_away <= 50
