"""Choosing the facility one acts for."""

import pytest

from core.actor import SCHEDULER
from network.roles import Role
from network.services.memberships import grant
from tests.factories import ContactFactory, FacilityFactory


@pytest.fixture
def second(people):
    facility = FacilityFactory()
    grant(user=people.social_worker, facility=facility, role=Role.INTAKE, by=SCHEDULER)
    return facility


def test_one_switches_between_ones_own_facilities(people, second, sign_in):
    client = sign_in(people.social_worker, people.clinic)

    response = client.post("/handeln/", {"facility": str(second.pk), "next": "/verzeichnis/"})

    assert response["Location"] == "/verzeichnis/"
    assert client.session["acting"] == str(second.pk)


@pytest.mark.parametrize(
    "target", ["https://boese.example/", "//boese.example", "javascript:1", ""]
)
def test_the_way_back_stays_on_this_server(people, second, sign_in, target):
    client = sign_in(people.social_worker, people.clinic)

    response = client.post("/handeln/", {"facility": str(second.pk), "next": target})

    assert response["Location"] == "/aufgaben/"


def test_nobody_acts_for_a_strange_facility(people, sign_in):
    client = sign_in(people.social_worker, people.clinic)

    assert client.post("/handeln/", {"facility": str(people.provider.pk)}).status_code == 403
    assert client.post("/handeln/", {"facility": "unsinn"}).status_code == 403


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/verwaltung/?x=1", "/verwaltung/?x=1"),
        ("https://boese.example/verwaltung/", ""),
        ("", ""),
    ],
)
def test_from_a_refused_form_one_switches_back_to_its_page(people, sign_in, referer, back):
    other = FacilityFactory()
    grant(user=people.org_admin, facility=other, role=Role.ORG_ADMIN, by=SCHEDULER)
    client = sign_in(people.org_admin, people.clinic)
    headers = {"referer": referer} if referer else {}

    refused = client.post("/verwaltung/personen/neu/", {"email": "x"}, headers=headers)
    strange = ContactFactory(facility=other)
    elsewhere = client.post(f"/verwaltung/kontakte/{strange.pk}/stimmt/", headers=headers)

    assert (refused.status_code, elsewhere.status_code) == (200, 409)
    for answer in (refused, elsewhere):
        assert f'name="next" value="{back}"' in answer.content.decode()
