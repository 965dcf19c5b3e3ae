"""Choosing the facility one acts for."""

import pytest

from core.actor import SCHEDULER
from network.roles import Role
from network.services.memberships import grant
from tests.factories import FacilityFactory


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
