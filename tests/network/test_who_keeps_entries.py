"""Who answers for an entry: its facility, or the coordination while nobody there may write it."""

import pytest
from django.core.exceptions import PermissionDenied

from core.actor import SCHEDULER
from core.errors import Refused
from network.roles import Role
from network.services.entries import Content, change_entry, confirm_entry, renew_entry
from network.services.placeholders import facility_of
from tests.factories import ServiceFactory
from tests.people import acting, member

pytestmark = pytest.mark.django_db
CONTENT = Content({"name": "Neuer Name"})


@pytest.fixture
def unclaimed(people):
    return ServiceFactory(region=people.office.organisation.region, facility=None, slug="frei")


def test_the_coordination_keeps_an_entry_that_somebody_has_asked(people, sign_in, unclaimed):
    facility_of(service=unclaimed, by=acting(people.social_worker, people.clinic))
    client = sign_in(people.coordinator, people.office)

    page = client.get("/verzeichnis/frei/").content.decode()

    assert "/verwaltung/eintraege/frei/bearbeiten/" in page
    assert client.get("/verwaltung/eintraege/frei/bearbeiten/").status_code == 200
    assert client.post("/verwaltung/eintraege/frei/stimmt/").status_code == 302


@pytest.mark.parametrize("deed", [change_entry, renew_entry, confirm_entry])
def test_nobody_else_writes_an_entry(people, deed):
    kept = ServiceFactory(facility=people.clinic, region=people.office.organisation.region)
    given = {"service": kept} if deed is confirm_entry else {"service": kept, "content": CONTENT}

    for by in (
        acting(people.coordinator, people.office),
        acting(people.social_worker, people.clinic),
        acting(people.org_admin, people.provider),
        SCHEDULER,
    ):
        with pytest.raises((PermissionDenied, Refused)):
            deed(**given, by=by)


def test_its_facility_and_for_unclaimed_ones_the_coordination_write(people, unclaimed):
    kept = ServiceFactory(facility=people.clinic, region=people.office.organisation.region)

    change_entry(service=kept, content=CONTENT, by=acting(people.org_admin, people.clinic))
    change_entry(service=unclaimed, content=CONTENT, by=acting(people.coordinator, people.office))

    for service in (kept, unclaimed):
        service.refresh_from_db()
        assert service.name == "Neuer Name"


@pytest.mark.parametrize("address", ["/verzeichnis/notruf/", "/krise/"])
def test_internal_remarks_are_for_people_of_a_facility(people, sign_in, client, address):
    region = people.office.organisation.region
    ServiceFactory(
        region=region,
        slug="notruf",
        hours_text="Tag und Nacht",
        in_crisis_view=True,
        internal_remark="Frau Muster fragen",
    )

    def page():
        return client.get(address, {"region": region.slug}).content.decode()

    assert "Frau Muster" not in page()
    sign_in(people.no_role)
    assert "Frau Muster" not in page()
    sign_in(people.coordinator)
    assert "Frau Muster" in page()


def test_the_coordination_keeps_what_nobody_in_a_staffed_house_may_write(people, sign_in):
    region = people.office.organisation.region
    left = ServiceFactory(facility=people.provider, region=region, slug="verwaist")
    kept = ServiceFactory(facility=people.clinic, region=region, slug="versorgt")
    client = sign_in(people.coordinator, people.office)

    for slug, status in ((left.slug, 200), (kept.slug, 404)):
        assert client.get(f"/verwaltung/eintraege/{slug}/bearbeiten/").status_code == status
        assert client.get(f"/verwaltung/eintraege/{slug}/hinweise/").status_code == status
    change_entry(service=left, content=CONTENT, by=acting(people.coordinator, people.office))

    member(people.provider, Role.ORG_ADMIN, "Lea Onwudiwe-Stein")
    assert client.get(f"/verwaltung/eintraege/{left.slug}/bearbeiten/").status_code == 404
