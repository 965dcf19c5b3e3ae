"""The directory as a FHIR R4 Bundle."""

import pytest

from network.models import Service
from tests.factories import ServiceFactory
from tests.network.exported import fetch_json, region_with_secrets

pytestmark = pytest.mark.django_db

POSTCODE = "https://gematik.de/fhir/directory/StructureDefinition/ServiceCoveragePostalCode"


@pytest.fixture
def region():
    return region_with_secrets()


def resources(kind):
    entries = fetch_json("fhir.json")["entry"]
    return [each["resource"] for each in entries if each["resource"]["resourceType"] == kind]


def day_centre():
    return next(s for s in resources("HealthcareService") if "Tagesstätte" in s["name"])


def test_every_reference_leads_into_the_bundle(region):
    bundle = fetch_json("fhir.json")
    known = {each["fullUrl"].partition("/fhir/")[2] for each in bundle["entry"]}

    assert len(known) == len(bundle["entry"])
    for service in resources("HealthcareService"):
        assert service["providedBy"]["reference"] in known
        assert service["location"][0]["reference"] in known


def test_an_organisation_stands_once(region):
    facility = Service.objects.get(slug="tagesstaette").facility
    ServiceFactory.create_batch(3, region=region, facility=facility)

    names = [each["name"] for each in resources("Organization")]

    assert len(names) == len(set(names)) == 2


def test_a_catchment_is_said_by_postcode(region):
    (area,) = day_centre()["coverageArea"]

    assert area["extension"] == [
        {"url": POSTCODE, "valueString": "01067"},
        {"url": POSTCODE, "valueString": "01069"},
    ]
    assert area["display"] == "Altstadt"


def test_a_night_is_two_spans(region):
    said = [
        (*each["daysOfWeek"], each["availableStartTime"], each["availableEndTime"])
        for each in day_centre()["availableTime"]
    ]

    assert said == [
        ("mon", "09:00:00", "17:00:00"),
        ("fri", "20:00:00", "23:59:59"),
        ("sat", "00:00:00", "08:00:00"),
    ]


def test_the_original_hours_stay(region):
    said = day_centre()["availabilityExceptions"]

    assert said == "Mo 9-17, Fr 20-8 Uhr, feiertags 10-12\nan Feiertagen 10:00–12:00"


def test_of_a_shelter_the_kreis_is_said(region):
    shelter = next(each for each in resources("Location") if each["name"] == "Kreis Auental")
    service = next(s for s in resources("HealthcareService") if s["name"] == "Frauenhaus")

    assert shelter["address"] == {"use": "work", "district": "Kreis Auental", "country": "DE"}
    assert "position" not in shelter
    assert "coverageArea" not in service


def test_an_empty_directory_is_an_empty_bundle(db):
    assert fetch_json("fhir.json") == {"resourceType": "Bundle", "type": "collection"}
