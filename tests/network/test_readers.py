"""Who finds a row of the directory: the own facility, the own region, and nobody beside them."""

import datetime as dt

import pytest

from network.models import (
    Contact,
    ContactListEdition,
    Facility,
    Membership,
    Service,
)
from network.roles import Role
from tests.factories import (
    ContactFactory,
    FacilityFactory,
    OrganisationFactory,
    RegionFactory,
    ServiceFactory,
)
from tests.people import acting, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def sister(people):
    """The administrator of another facility of the same organisation."""
    facility = FacilityFactory(name="Nebenan", organisation=people.clinic.organisation)
    return acting(member(facility, Role.ORG_ADMIN, "Nora Nebenan"), facility)


@pytest.fixture
def elsewhere(db):
    """The coordination of another region."""
    organisation = OrganisationFactory(region=RegionFactory(slug="anderswo", name="Anderswo"))
    office = FacilityFactory(kind=Facility.Kind.COORDINATION, organisation=organisation)
    return acting(member(office, Role.COORDINATION, "Ada Anderswo"), office)


@pytest.fixture
def own(people):
    """The administrator of the clinic."""
    return acting(people.org_admin, people.clinic)


@pytest.fixture
def office(people):
    """The coordination of the clinic's region."""
    return acting(people.coordinator, people.office)


def test_people_are_found_by_their_own_facility(people, own, sister):
    row = Membership.objects.get(user=people.social_worker)

    assert Membership.objects.visible_to(own).filter(pk=row.pk).exists()
    assert not Membership.objects.visible_to(sister).filter(pk=row.pk).exists()


def test_contacts_are_kept_by_their_own_facility(people, own, sister):
    row = ContactFactory(facility=people.clinic)

    assert Contact.objects.visible_to(own).filter(pk=row.pk).exists()
    assert not Contact.objects.visible_to(sister).filter(pk=row.pk).exists()


def test_a_facility_is_found_by_whoever_has_a_right_there(people, own, sister):
    rows = Facility.objects.filter(pk=people.clinic.pk)

    assert rows.visible_to(own).exists()
    assert not rows.visible_to(sister).exists()


def test_an_edition_is_read_in_its_own_region(people, own, elsewhere):
    region = people.clinic.organisation.region
    rows: list = []
    ContactListEdition.objects.create(
        region=region, number=1, as_of=dt.date(2026, 11, 1), rows=rows
    )

    assert ContactListEdition.objects.visible_to(own).exists()
    assert not ContactListEdition.objects.visible_to(elsewhere).exists()


def test_an_entry_is_found_by_all_once_it_is_published(people, own, sister, office, elsewhere):
    row = ServiceFactory(facility=people.clinic, state="draft")
    readers = {"own": own, "office": office, "sister": sister, "elsewhere": elsewhere}

    def seen() -> set[str]:
        return {name for name, by in readers.items() if Service.objects.visible_to(by).exists()}

    assert seen() == {"own", "office"}
    Service.objects.filter(pk=row.pk).update(state="published")
    assert seen() == set(readers)


def test_an_entry_is_kept_by_its_facility_or_by_the_coordination(
    people, own, sister, office, elsewhere
):
    row = ServiceFactory(facility=people.clinic)
    readers = {"own": own, "office": office, "sister": sister, "elsewhere": elsewhere}

    def keepers() -> set[str]:
        return {name for name, by in readers.items() if Service.objects.kept_by(by).exists()}

    assert keepers() == {"own"}
    Service.objects.filter(pk=row.pk).update(facility=None)
    assert keepers() == {"office"}
