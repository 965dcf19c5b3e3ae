"""The directory in the Human Services Data Specification 3, against its own schemas."""

import json
import os
from functools import cache
from pathlib import Path
from uuid import UUID

import jsonschema
import pytest
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from core import clock
from network.models import Service
from tests.network.exported import fetch_json, named, region_with_secrets
from tests.network.whole_lists import auental, berlin

REAL_DATA = os.environ.get("GPV_REAL_DATA", "")
SCHEMAS = Path(REAL_DATA) / "hsds" / "3.0" / "schema"
schemas_at_hand = pytest.mark.skipif(
    not REAL_DATA, reason="GPV_REAL_DATA names no folder with the schemas, which are CC BY-SA"
)
pytestmark = pytest.mark.django_db


@cache
def validator():
    """Formats are checked, and fields that the specification does not know are refused."""
    registry = Registry().with_resources(
        (file.name, DRAFT202012.create_resource(_closed(file.name)))
        for file in SCHEMAS.glob("*.json")
    )
    checker = jsonschema.FormatChecker()
    checker.checks("uri")(lambda text: text.startswith(("http://", "https://")))
    return jsonschema.Draft202012Validator(
        _closed("service.json"), registry=registry, format_checker=checker
    )


def _closed(name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return {**schema, "additionalProperties": False} if "properties" in schema else schema


def problems(service):
    return [f"{each.json_path}: {each.message}" for each in validator().iter_errors(service)]


@pytest.fixture
def services():
    region_with_secrets()
    return fetch_json("hsds.json")["contents"]


@schemas_at_hand
@pytest.mark.parametrize("directory", [auental, berlin])
def test_a_whole_directory_keeps_the_specification(directory):
    directory()

    services = fetch_json("hsds.json")["contents"]

    assert len(services) == Service.objects.published().count()
    assert [problem for service in services for problem in problems(service)] == []


@schemas_at_hand
def test_every_service_keeps_the_specification(services):
    assert len(services) == 2
    assert [problem for service in services for problem in problems(service)] == []


@schemas_at_hand
@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "aktiv"},
        {"id": "keine-kennung"},
        {"url": "www.example.org"},
        {"phones": [{"id": "b0a3c0de-5f0e-5d35-9a77-4f0f3c9a2d10", "number": 115}]},
        {"internal_remark": "Klingeln"},
        {"organization": {"id": "b0a3c0de-5f0e-5d35-9a77-4f0f3c9a2d10", "name": "x"}},
    ],
    ids=str,
)
def test_the_check_notices_what_is_wrong(services, wrong):
    assert problems({**services[0], **wrong})


def test_the_page_says_how_many_there_are(services):
    page = fetch_json("hsds.json")

    assert (page["total_items"], page["size"], page["last_page"]) == (2, 2, True)


def test_an_empty_directory_is_an_empty_page(db):
    page = fetch_json("hsds.json")

    assert (page["contents"], page["empty"]) == ([], True)


def test_certain_hours_are_structured_beside_the_original_text(services):
    weekday, night = named(services, "Tagesstätte")["schedules"]

    assert (weekday["byday"], weekday["opens_at"], weekday["closes_at"]) == ("MO", "09:00", "17:00")
    assert (night["byday"], night["closes_at"]) == ("FR", "08:00")
    assert night["notes"] == "endet am folgenden Tag"
    assert "Mo 9-17, Fr 20-8 Uhr" in weekday["description"]
    assert "an Feiertagen 10:00–12:00" in weekday["description"]


def test_hours_that_nobody_could_read_stay_text(services):
    Service.objects.filter(slug="frauenhaus").update(hours_text="nach Vereinbarung")

    (schedule,) = named(fetch_json("hsds.json")["contents"], "Frauenhaus")["schedules"]

    assert schedule.keys() == {"id", "description"}
    assert schedule["description"] == "nach Vereinbarung"


def test_of_a_shelter_the_kreis_is_said(services):
    location = named(services, "Frauenhaus")["service_at_locations"][0]["location"]

    assert location["name"] == "Kreis Auental"
    assert location.keys() == {"id", "location_type", "name", "description"}


def test_what_is_known_is_said_and_nothing_else(services):
    service = named(services, "Tagesstätte")
    facts = {each["taxonomy_term"]["code"]: each.get("value") for each in service["attributes"]}

    assert facts == {"day_centre": None, "walk_in": "ja", "barrier_free": "nein"}
    assert service["minimum_age"] == 0
    assert "maximum_age" not in service
    assert [each.get("code") for each in service["languages"]] == ["de", "tr", None]
    assert service["service_areas"][1]["extent"] == "01067, 01069"


def test_a_place_closed_for_a_time_says_so(services):
    Service.objects.update(closed_from=clock.today())

    service = named(fetch_json("hsds.json")["contents"], "Tagesstätte")

    assert service["status"] == "temporarily closed"
    assert service["alert"] == "vorübergehend geschlossen"


def test_ids_last(services):
    again = fetch_json("hsds.json")["contents"]

    assert named(again, "Tagesstätte") == named(services, "Tagesstätte")
    stored = Service.objects.get(slug="tagesstaette")
    assert UUID(named(services, "Tagesstätte")["id"]) == stored.pk
