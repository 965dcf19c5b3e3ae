"""10,000 entries in 33 regions cost one region what its own 300 cost alone, or twice at most."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from network.models import Service
from network.together import put_regions_together
from tests.performance.directories import (
    ALL,
    ONE_REGION,
    REGIONS,
    Cost,
    copy_into_the_others,
    cost_of,
    counted,
    make_one,
    scatter,
    warm_up,
)

PAGES = {
    "everything": "/verzeichnis/?region=hier",
    "words": "/verzeichnis/?region=hier&q=nachts+reden",
    "typing error": "/verzeichnis/?region=hier&q=Beratnug",
    "word and quarter": "/verzeichnis/?region=hier&q=Wohnen&ort=Nordstadt",
    "radius": "/verzeichnis/?region=hier&ort=Nordstadt&umkreis=10&sortiert=naehe",
    "ticks": "/verzeichnis/?region=hier&art=bewo&jetzt=open&zugang=walk_in",
    "opening": "/verzeichnis/?region=hier&sortiert=offen",
    "all at once": "/verzeichnis/?region=hier&q=Wohnen&ort=Hierstadt&jetzt=open&sortiert=offen",
    "crisis": "/krise/?region=hier",
}
SIDE_BY_SIDE, SCATTERED, TOGETHER = "side by side", "scattered", "put together"
Measured = dict[str, dict[str, Cost]]


@pytest.fixture(scope="module")
def measured(django_db_setup: None, django_db_blocker) -> Iterator[Measured]:
    """What each page costs with 300 entries alone, and among 10,000 in each order on the disk."""
    with django_db_blocker.unblock(), transaction.atomic():
        here = make_one()
        counted()
        warm_up()
        found = {"alone": costs()}
        copy_into_the_others(here)
        assert (Service.objects.count(), ONE_REGION * REGIONS) == (ALL, 9_900)
        for order, bring_about in ORDERS.items():
            bring_about()
            counted()
            found[order] = costs()
        yield found
        transaction.set_rollback(True)


ORDERS = {SIDE_BY_SIDE: lambda: None, SCATTERED: scatter, TOGETHER: put_regions_together}


def costs() -> dict[str, Cost]:
    """What each page costs as things are."""
    return {name: cost_of(address) for name, address in PAGES.items()}


@pytest.mark.parametrize("order", [SIDE_BY_SIDE, TOGETHER])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_one_region_does_not_pay_for_the_others(
    measured: Measured, name: str, order: str
) -> None:
    alone, among = measured["alone"][name], measured[order][name]

    assert among.statements == alone.statements <= 8
    assert among.buffers <= 2 * alone.buffers, (alone, among)


def test_entries_that_lie_scattered_cost_more_until_they_are_put_together(
    measured: Measured,
) -> None:
    alone, scattered = (measured[order]["everything"] for order in ("alone", SCATTERED))

    assert scattered.statements == alone.statements
    assert scattered.buffers > 2 * alone.buffers
