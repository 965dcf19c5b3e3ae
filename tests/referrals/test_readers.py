"""Who finds a row of a case at all: each reader, both sides, and everybody beside them."""

import pytest

from core.actor import SCHEDULER, Actor, Via
from network.models import Facility
from network.roles import Role
from network.services.memberships import grant
from referrals.models import Client, Inquiry, Referral, Release, Stay
from referrals.workflow import State
from tests.factories import FacilityFactory
from tests.matrix.row import VISITORS
from tests.people import acting, member
from tests.referrals.cases import bring, make_case

pytestmark = pytest.mark.django_db

ASKING, ASKED = {"social_worker", "clinic_lead"}, {"intake", "intake_lead"}
SIDES = {
    State.DRAFT: {"visible_to": ASKING, "sent_by": ASKING, "received_by": set()},
    State.REQUESTED: {"visible_to": ASKING | ASKED, "sent_by": ASKING, "received_by": ASKED},
    State.CONFIRMED: {"visible_to": ASKING | ASKED, "sent_by": ASKING, "received_by": ASKED},
    State.DECLINED: {"visible_to": ASKING | ASKED, "sent_by": ASKING, "received_by": ASKED},
}
READERS = ["visible_to", "sent_by", "received_by"]
HOME = {
    "social_worker": "clinic",
    "clinic_lead": "clinic",
    "org_admin": "clinic",
    "data_protection": "clinic",
    "intake": "provider",
    "intake_lead": "provider",
    "other_intake": "other_provider",
    "other_social_worker": "other_clinic",
    "coordinator": "office",
    "committee_member": "office",
    "night_doctor": "ambulance",
    "no_role": None,
}


def everybody(people) -> dict[str, Actor]:
    """One actor per visitor of the matrix, each at the place of their role."""
    return {
        name: acting(getattr(people, name), getattr(people, home) if home else None)
        for name, home in HOME.items()
    }


def beside(people, facility: Facility) -> list[Actor]:
    """Colleagues with every case role in another facility of the same organisation."""
    sister = FacilityFactory(name="Nebenan", organisation=facility.organisation)
    return [acting(member(sister, role, role), sister) for role in (Role.LEAD, Role.EMERGENCY)]


def test_every_visitor_of_the_matrix_stands_here():
    assert HOME.keys() == set(VISITORS) - {"anonymous"}


@pytest.mark.parametrize("state", SIDES)
def test_each_reader_finds_its_side_and_nobody_else(people, state):
    bring(make_case(people), state)

    seen = {
        reader: {
            name
            for name, actor in everybody(people).items()
            if getattr(Inquiry.objects, reader)(actor).exists()
        }
        for reader in READERS
    }

    assert seen == SIDES[state]


@pytest.mark.parametrize("reader", READERS)
def test_a_sister_facility_of_either_side_finds_nothing(people, reader):
    bring(make_case(people), State.REQUESTED)

    for facility in (people.clinic, people.provider):
        for actor in beside(people, facility):
            assert not getattr(Inquiry.objects, reader)(actor).exists()


@pytest.mark.parametrize("reader", READERS)
def test_who_also_works_elsewhere_reads_for_the_place_they_act_for(people, reader):
    bring(make_case(people), State.REQUESTED)
    sister = FacilityFactory(name="Nebenan", organisation=people.provider.organisation)
    for person in (people.intake, people.social_worker):
        grant(user=person, facility=sister, role=Role.LEAD, by=SCHEDULER)

        assert not getattr(Inquiry.objects, reader)(acting(person, sister)).exists()


OWNED = {
    Client: ("visible_to",),
    Stay: ("visible_to",),
    Release: ("visible_to",),
    Referral: ("visible_to", "sent_by"),
}
"""What belongs to the facility that refers, whatever was sent to whom."""


@pytest.mark.parametrize("model", OWNED)
def test_what_the_clinic_owns_is_found_by_its_senders_alone(people, model):
    bring(make_case(people), State.CONFIRMED)
    beside_the_clinic = beside(people, people.clinic)

    for reader in OWNED[model]:
        rows = getattr(model.objects, reader)

        seen = {name for name, actor in everybody(people).items() if rows(actor).exists()}

        assert seen == ASKING
        assert not [actor for actor in beside_the_clinic if rows(actor).exists()]


def test_a_link_of_another_facility_finds_nothing(people):
    bring(make_case(people), State.REQUESTED)

    found = {
        facility: Inquiry.objects.received_by(
            Actor(person=None, facility=facility.pk, via=Via.LINK)
        ).exists()
        for facility in (people.provider, people.other_provider)
    }

    assert found == {people.provider: True, people.other_provider: False}
    assert not Inquiry.objects.received_by(Actor(person=None, facility=None, via=Via.LINK)).exists()
