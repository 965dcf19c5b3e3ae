"""However much somebody asks the directory at once, the page stays within the budget."""

import pytest

from network.search.index import index
from tests.factories import RegionFactory, ServiceFactory
from tests.people import People
from tests.performance.counting import BUDGET, shortened
from tests.performance.test_statements import visit

ASKED = ["q=Wohnen&ort=Auental", "sortiert=offen", "q=Wohnen&ort=Auental&sortiert=offen"]
"""Each finds something: what finds nothing sends less."""


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ASKED)
def test_asking_for_everything_at_once_stays_in_the_budget(people: People, asked: str):
    region = people.office.organisation.region
    index(ServiceFactory.create_batch(3, region=region, name="Wohnen", town="Auental"))
    RegionFactory()
    visit(f"/verzeichnis/?q=reden&region={region.slug}", None)

    for person in (None, people.coordinator):
        status, sent = visit(f"/verzeichnis/?{asked}", person)

        assert status == 200
        assert len(sent) <= BUDGET, shortened(sent)
