"""Kreis Auental as a ground for rules."""

import pytest

from tests.factories import RegionFactory
from tests.network.responsibility.asking import area


@pytest.fixture
def region():
    return RegionFactory()


@pytest.fixture
def town(region):
    """Kreis > two towns; the first has two quarters that share a postcode."""
    district = area(region, "Kreis Auental", "district")
    town = area(region, "Lindenbrück", "municipality", district, ["59101", "59102", "59199"])
    area(region, "Süd", "quarter", town, ["59101", "59102"], split={"59102": 0.6})
    area(region, "Nord", "quarter", town, ["59102", "59103"], split={"59102": 0.4})
    area(region, "Seefurt", "municipality", district, ["59121", "59199"], split={"59199": 0.1})
    return town
