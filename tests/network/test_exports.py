"""What every export of the directory promises: no secrets, the same bytes, the same cost."""

import tracemalloc

import pytest
from django.test import Client

from network.models import Service
from network.models.publication import CHUNK
from tests.factories import RegionFactory, ServiceFactory
from tests.network.exported import EXPORTS, SECRETS, fetch, region_with_secrets, said
from tests.performance.counting import statements_of

pytestmark = pytest.mark.django_db

every_export = pytest.mark.parametrize("name", EXPORTS)


@pytest.fixture
def region():
    return region_with_secrets()


def many(region, count, **values):
    Service.objects.bulk_create(
        ServiceFactory.build_batch(count, region=region, facility=None, **values)
    )


@every_export
def test_no_export_says_what_is_secret(region, name):
    text = said(name)

    assert "Tagesstätte" in text
    assert "Frauenhaus" in text
    assert [secret for secret in SECRETS if secret in text] == []


@every_export
def test_members_get_what_strangers_get(region, name, people, sign_in):
    assert fetch(name, sign_in(people.social_worker)) == fetch(name)


@every_export
def test_two_askers_get_the_same_bytes(region, name):
    assert fetch(name) == fetch(name)


@every_export
def test_who_has_these_bytes_gets_none(region, name):
    address = f"/verzeichnis/export/{name}"
    first = Client().get(address)
    again = {"HTTP_IF_NONE_MATCH": first["ETag"]}

    assert Client().get(address, **again).status_code == 304
    assert first["Cache-Control"] == "public, max-age=300"
    Service.objects.filter(slug="frauenhaus").update(name="Frauenhaus und mehr")
    assert Client().get(address, **again).status_code == 200


@every_export
def test_a_region_exports_its_own_entries(region, name):
    ServiceFactory(region=RegionFactory(slug="nordtal", name="Kreis Nordtal"), name="Nordangebot")

    assert "Nordangebot" not in said(name, region="auental")
    assert "Nordangebot" in said(name, region="nordtal")
    assert "Tagesstätte" not in said(name, region="nordtal")


@every_export
def test_an_installation_without_any_region_has_an_empty_export(name, db):
    assert fetch(name)


@every_export
def test_a_long_list_costs_the_statements_of_a_short_one(region, name):
    short = statements_of(lambda: fetch(name))
    many(region, CHUNK + 100)

    long = statements_of(lambda: fetch(name))

    assert len(long) == len(short) == 2


def test_a_long_list_is_never_held_whole(region):
    many(region, 800, description="Hilfe. " * 4_000)
    tracemalloc.start()

    size = 0
    response = Client().get("/verzeichnis/export/hsds.json")
    for piece in response.streaming_content:
        size += len(piece)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size > 22_000_000
    assert peak < 22_000_000
