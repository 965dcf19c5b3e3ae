"""Entries in the sitemap, and in the words of schema.org on their pages."""

import json
import re

import pytest

from network.models import Service
from tests.factories import ServiceFactory
from tests.network.exported import SECRETS, region_with_secrets
from tests.performance.counting import statements_of

pytestmark = pytest.mark.django_db

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture
def region():
    return region_with_secrets()


def linked(client, slug):
    found = BLOCK.findall(client.get(f"/verzeichnis/{slug}/").content.decode())
    return json.loads(found[0]) if found else None


def test_the_sitemap_names_public_pages_and_published_entries(client, region):
    said = client.get("/sitemap.xml").content.decode()
    draft = Service.objects.get(state=Service.State.DRAFT)

    assert "<loc>http://testserver/</loc>" in said
    assert "<loc>http://testserver/krise/</loc>" in said
    assert "<loc>http://testserver/zustaendig/</loc>" in said
    assert "<loc>http://testserver/verzeichnis/tagesstaette/</loc>" in said
    assert "<lastmod>2026-01-02</lastmod>" in said
    assert f"/{draft.slug}/" not in said
    assert "aufgaben" not in said
    assert [secret for secret in SECRETS if secret in said] == []


def test_a_long_sitemap_costs_the_statements_of_a_short_one(client, region):
    short = statements_of(lambda: client.get("/sitemap.xml"))
    ServiceFactory.create_batch(30, region=region)

    assert len(statements_of(lambda: client.get("/sitemap.xml"))) == len(short)


def test_an_entry_is_told_in_the_words_of_schema_org(client, region):
    said = linked(client, "tagesstaette")

    assert (said["@type"], said["url"]) == (
        "Service",
        "http://testserver/verzeichnis/tagesstaette/",
    )
    channel = said["availableChannel"]
    assert channel["serviceLocation"]["address"]["postalCode"] == "01067"
    assert channel["serviceLocation"]["geo"]["latitude"] == 51.05
    assert channel["servicePhone"][0]["telephone"] == "+493514810100"
    assert said["hoursAvailable"][0]["dayOfWeek"] == "https://schema.org/Monday"


def test_of_a_shelter_the_kreis_is_told(client, region):
    said = linked(client, "frauenhaus")

    assert said["areaServed"]["name"] == "Kreis Auental"
    assert "serviceLocation" not in said["availableChannel"]


@pytest.mark.parametrize("slug", ["tagesstaette", "frauenhaus"])
def test_what_is_secret_is_not_told(client, region, slug):
    text = json.dumps(linked(client, slug), ensure_ascii=False)

    assert [secret for secret in SECRETS if secret in text] == []


def test_a_draft_tells_nothing(client, region, people, sign_in):
    draft = Service.objects.get(state=Service.State.DRAFT)
    sign_in(people.coordinator)

    assert client.get(f"/verzeichnis/{draft.slug}/").status_code == 200
    assert linked(client, draft.slug) is None
