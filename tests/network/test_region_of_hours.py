"""Hours carry the region of their service, whoever writes them and wherever it goes."""

import datetime as dt

import pytest

from network.models import OpeningSpan
from tests.factories import RegionFactory, ServiceFactory

pytestmark = pytest.mark.django_db
NINE, FIVE = dt.time(9), dt.time(17)


def _span(service, **values):
    return OpeningSpan(service=service, weekday=1, opens=NINE, closes=FIVE, **values)


def test_hours_written_without_a_region_get_the_one_of_their_service():
    service = ServiceFactory()

    OpeningSpan.objects.bulk_create([_span(service)])

    assert OpeningSpan.objects.get().region == service.region


def test_hours_do_not_believe_another_region():
    service = ServiceFactory()

    OpeningSpan.objects.bulk_create([_span(service, region=RegionFactory())])

    assert OpeningSpan.objects.get().region == service.region


def test_hours_follow_a_service_into_another_region():
    service, elsewhere = ServiceFactory(), RegionFactory()
    _span(service).save()

    service.region = elsewhere
    service.save()

    assert OpeningSpan.objects.get().region == elsewhere
