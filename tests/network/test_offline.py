"""The page that a browser keeps: nobody is known on it, and its worker keeps nothing else."""

import json

import pytest

from network.models import Service
from tests.factories import RegionFactory, ServiceFactory

pytestmark = pytest.mark.django_db
PAGE, WORKER = "/krise/offline/", "/krise/sw.js"


@pytest.fixture
def region():
    return RegionFactory(coordination_phone="030 23125-199")


@pytest.fixture
def helper(region):
    service = ServiceFactory(
        region=region,
        name="Nachtdienst",
        type=Service.Type.CRISIS,
        in_crisis_view=True,
        hours_text="täglich 20-8 Uhr",
        internal_remark="INTERN-EINS",
    )
    service.phones.create(raw="030 23125-100", dial="+493023125100")
    return service


def kept(client, **query):
    """What the worker is told to keep."""
    first = client.get(WORKER, query).content.decode().split("\n", 1)[0]
    return json.loads(first.removeprefix("const KEPT = ").removesuffix(";"))


def test_the_page_has_numbers_hours_and_its_stand(client, helper):
    page = client.get(PAGE).content.decode()

    for text in ("Nachtdienst", "täglich 20-8 Uhr", "112", "Stand", kept(client)["version"]):
        assert text in page
    assert 'href="tel:+493023125100"' in page


@pytest.mark.parametrize("address", [PAGE, WORKER])
def test_a_member_gets_the_same_without_a_cookie_read_or_set(people, sign_in, helper, address):
    Service.objects.update(region=people.office.organisation.region)
    member = sign_in(people.night_doctor)
    session = next(iter(member.cookies.values())).value

    answer = member.get(address)

    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies
    said = answer.content.decode()
    assert "INTERN" not in said
    assert people.night_doctor.full_name not in said
    assert session not in said
    assert not answer.wsgi_request.session.accessed


def test_the_worker_is_a_script_that_is_asked_for_anew(client, helper):
    answer = client.get(WORKER)

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert 'credentials: "omit"' in answer.content.decode()


def test_the_worker_keeps_that_page_and_its_styles_only(client, region, helper):
    told = kept(client, region=region.slug)

    assert told["page"] == f"{PAGE}?region={region.slug}"
    assert all(each.startswith("/static/") for each in told["assets"])
    page = client.get(told["page"]).content.decode()
    assert all(f'href="{each}"' in page for each in told["assets"])
    assert "<script" not in page


def test_a_change_gives_the_worker_another_version(client, helper):
    before = kept(client)["version"]
    assert kept(client)["version"] == before

    helper.phones.update(raw="030 23125-101")

    assert kept(client)["version"] != before


def test_of_a_protected_place_only_the_region_is_kept(client, helper):
    Service.objects.update(
        address_public=False, street="Geheimweg 7", town="Verstecken", district="Hinterhof"
    )

    page = client.get(PAGE).content.decode()

    assert "Nachtdienst" in page
    for text in ("Geheimweg", "Verstecken", "Hinterhof"):
        assert text not in page


def test_the_policy_allows_our_own_worker_and_no_other(client, helper):
    assert "worker-src 'self'" in client.get("/krise/")["Content-Security-Policy"]
