"""A page that lists sends the same statements for one row and for fifty."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.people import People
from tests.performance.counting import shortened
from tests.performance.rows import Listing
from tests.performance.rows.all import LISTINGS
from tests.performance.test_statements import visit

MANY = 50


@pytest.mark.parametrize("listing", LISTINGS, ids=str)
@pytest.mark.django_db
def test_fifty_rows_cost_what_one_costs(people: People, listing: Listing):
    arguments, add = listing.make(people)
    target = reverse(listing.address, kwargs=arguments)
    person = getattr(people, listing.visitor)

    add(1)
    status, one = visit(target, person)
    for number in range(2, MANY + 1):
        add(number)
    _status, fifty = visit(target, person)

    assert status == 200
    assert len(fifty) == len(one), f"{len(one)}, {len(fifty)}\n{shortened(fifty)}"
