"""The public directory as a relative without an account sees it."""

import datetime as dt

import pytest
from django.urls import reverse

from core import clock
from network.models import Phone, Service
from network.search.index import index
from tests.factories import RegionFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return RegionFactory(coordination_phone="030 23125-210")


def page(client, **query):
    return client.get(reverse("network:directory"), query)


def text_of(response):
    return response.content.decode()


def test_a_relative_finds_an_entry_without_signing_in(client, region):
    index([ServiceFactory(region=region, name="Angehörigengruppe Brücke")])

    response = page(client, q="angehoerige")

    assert response.status_code == 200
    assert "Angehörigengruppe Brücke" in text_of(response)
    assert "1 Angebot" in text_of(response)


def test_a_printed_list_says_how_to_get_there(client, region):
    said = {"phone_text": "030 23125-217", "hours_text": "Mo 9-12 Uhr", "street": "Weg 1"}
    index([ServiceFactory(region=region, postcode="59101", town="Seefurt", district="", **said)])

    paper = 'class="print-only mt-1">030 23125-217 · Weg 1, 59101 Seefurt · Mo 9-12 Uhr<'
    assert paper in text_of(page(client))


def test_a_filtered_list_can_be_printed_from_the_screen(client, region):
    index([ServiceFactory(region=region)])

    assert 'type="button" data-print hidden>' in text_of(page(client, art="bewo"))


def test_the_start_page_leads_to_who_is_responsible(client, region):
    said = text_of(client.get("/"))
    panel = said.partition("Wer ist für mich zuständig?")[2].partition("</section>")[0]

    assert 'href="/zustaendig/"' in panel
    assert "/verzeichnis/" not in panel


def test_a_set_filter_can_be_taken_out_again_alone(client, region):
    index([ServiceFactory(region=region, barrier_free=True)])

    response = page(client, q="bewo", art="bewo", gut="barrier_free")

    assert 'href="?q=bewo&amp;gut=barrier_free"' in text_of(response)
    assert 'href="?q=bewo&amp;art=bewo"' in text_of(response)
    assert 'href="?q=bewo"' in text_of(response)


def test_nothing_found_says_what_to_do(client, region):
    response = page(client, q="Quantenphysik")

    assert "Dazu haben wir nichts gefunden." in text_of(response)
    assert "030 23125-210" in text_of(response)


def test_an_installation_without_any_region_answers(client):
    assert page(client).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        {"q": "\0"},
        {"q": "%_"},
        {"q": "'; DROP TABLE x; --", "ort": "\\", "art": "<script>", "nach": "-1"},
        {"nach": "99999999999999999999"},
        {"nach": "²"},
        {"region": "gibt-es-nicht", "wer": ["a", "b"]},
        {"q": "x" * 10_000, "ort": "y" * 10_000},
    ],
)
def test_wild_parameters_get_an_ordinary_page(client, region, query):
    index([ServiceFactory(region=region)])

    response = page(client, **query)

    assert response.status_code == 200
    assert "<script>" not in text_of(response)


@pytest.mark.parametrize("rows", [1, 50])
def test_the_page_costs_the_same_for_one_entry_and_for_fifty(
    client, region, rows, django_assert_num_queries
):
    index(ServiceFactory.create_batch(rows, region=region, name="Krisendienst"))

    with django_assert_num_queries(8):
        page(client, q="Krisendienst")


@pytest.fixture
def entry(region):
    return ServiceFactory(
        region=region,
        slug="hier",
        name="Betreutes Wohnen Süd",
        description="Wir kommen zu Ihnen.",
        internal_remark="Aufgabenbereiche der Betreuung nennen",
        verified_on=clock.today() - dt.timedelta(days=400),
        street="Gerberstraße 14",
    )


def test_an_entry_says_what_is_known_and_what_is_not(client, entry):
    Phone.objects.create(service=entry, raw="030 23125-340", dial="+493023125340")

    response = client.get("/verzeichnis/hier/")

    assert "Gerberstraße 14" in text_of(response)
    assert 'href="tel:+493023125340"' in text_of(response)
    assert "Prüfung überfällig" in text_of(response)
    assert "nicht bekannt" in text_of(response)


def test_remarks_are_for_members_only(client, entry, people, sign_in):
    assert "Aufgabenbereiche" not in text_of(client.get("/verzeichnis/hier/"))

    sign_in(people.social_worker)

    assert "Aufgabenbereiche" in text_of(client.get("/verzeichnis/hier/"))


def test_a_draft_is_no_page_for_the_public(client, entry, people, sign_in):
    Service.objects.update(state="draft")

    assert client.get("/verzeichnis/hier/").status_code == 404
    assert client.get("/verzeichnis/gibt-es-nicht/").status_code == 404
    sign_in(people.coordinator)
    assert client.get("/verzeichnis/hier/").status_code == 200


def test_the_address_of_a_shelter_is_nowhere(client, entry, people, sign_in):
    Service.objects.update(
        address_public=False, district="Lindenbrück", town="Seefurt", postcode="50931"
    )
    index(Service.objects.all())

    for visit in ("/verzeichnis/hier/", "/verzeichnis/"):
        for _again in range(2):
            said = text_of(client.get(visit))
            assert not [w for w in ("Gerberstraße", "Lindenbrück", "Seefurt", "50931") if w in said]
            assert "Kreis Auental" in said
            sign_in(people.intake)
        client.logout()


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("https://example.org/a", 'href="https://example.org/a"'),
        ("www.example.org", 'href="https://www.example.org"'),
        ("javascript:alert(1)", None),
        ('https://x" onclick="a', None),
    ],
)
def test_only_web_addresses_become_links(client, entry, written, linked):
    Service.objects.update(website=written)

    said = text_of(client.get("/verzeichnis/hier/"))

    assert (linked or 'rel="noopener') in said if linked else 'rel="noopener' not in said
