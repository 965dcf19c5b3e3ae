"""What every page sends to the database, as its most costly visitor sees it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core.checks import project_patterns
from tests.matrix import MATRIX
from tests.matrix.objects import make_objects
from tests.matrix.row import Row
from tests.people import People
from tests.performance.counting import BUDGET, shortened, statements_of
from tests.performance.opened import FURTHER, Maker
from tests.performance.record import ABOVE, APART, RECORD
from tests.performance.rows.all import LISTINGS

NO_PAGE = {302, 403, 404}
"""Who gets one of these in the matrix is not let in, whatever the state."""


def pages() -> set[str]:
    """Every address that answers GET."""
    return {name for name, _view in project_patterns() if MATRIX[name].method == "get"}


def test_every_page_has_its_number():
    assert pages() == RECORD.keys() | APART.keys()
    assert not RECORD.keys() & APART.keys()


def test_more_than_eight_statements_need_a_reason():
    assert {name for name, number in RECORD.items() if number > BUDGET} == ABOVE.keys()


@pytest.mark.parametrize("address", RECORD)
@pytest.mark.django_db
def test_a_page_sends_what_is_recorded(people: People, address: str):
    sent = most_costly(address, people)

    assert len(sent) <= RECORD[address], f"{address}: {len(sent)}\n{shortened(sent)}"
    assert len(sent) == RECORD[address], f"{address}: record the smaller number, {len(sent)}"


def most_costly(address: str, people: People) -> list[str]:
    """The statements of the visit that sends the most, over visitors and objects."""
    row = MATRIX[address]
    makers: list[Maker] = [partial(make_objects, row.about), *FURTHER.get(address, ())]
    makers += [listing.with_a_row for listing in LISTINGS if listing.address == address]
    visits = [sent for maker in makers for sent in each_visit(address, row, maker, people)]
    assert visits, f"nobody got {address}"
    return max(visits, key=len)


def each_visit(address: str, row: Row, maker: Maker, people: People) -> Iterator[list[str]]:
    """The statements of everybody to whom the page opens."""
    with transaction.atomic():
        target = reverse(address, kwargs=maker(people))
        for visitor in (name for name, status in row.statuses.items() if status not in NO_PAGE):
            with transaction.atomic():
                status, sent = visit(target, getattr(people, visitor, None))
                transaction.set_rollback(True)
            if status == 200:
                yield sent
        transaction.set_rollback(True)


def visit(target: str, person: Any) -> tuple[int, list[str]]:
    """One visit: the status and the statements; nobody is signed in for ``None``."""
    client = Client()
    if person is not None:
        client.force_login(person)
    answers = []
    sent = statements_of(lambda: answers.append(client.get(target).status_code))
    return answers[0], sent
