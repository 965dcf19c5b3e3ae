"""10,000 entries in 33 regions cost one region what its own 300 cost alone, or twice at most."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from network.models import Service
from tests.performance.directories import (
    ALL,
    ONE_REGION,
    REGIONS,
    Cost,
    copy_into_the_others,
    cost_of,
    counted,
    make_one,
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
Measured = dict[str, tuple[Cost, Cost]]


@pytest.fixture(scope="module")
def measured(django_db_setup: None, django_db_blocker) -> Iterator[Measured]:
    """What each page costs with 300 entries alone, and among 10,000."""
    with django_db_blocker.unblock(), transaction.atomic():
        here = make_one()
        counted()
        warm_up()
        alone = {name: cost_of(address) for name, address in PAGES.items()}
        copy_into_the_others(here)
        counted()
        assert (Service.objects.count(), ONE_REGION * REGIONS) == (ALL, 9_900)
        among = {name: cost_of(address) for name, address in PAGES.items()}
        yield {name: (alone[name], among[name]) for name in PAGES}
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_one_region_does_not_pay_for_the_others(measured: Measured, name: str) -> None:
    alone, among = measured[name]

    assert among.statements == alone.statements <= 8
    assert among.buffers <= 2 * alone.buffers, (alone, among)
