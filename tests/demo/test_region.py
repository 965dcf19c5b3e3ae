"""The invented region is rich, consistent and true, and points at nobody real."""

import datetime as dt
import re
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import transaction

from conferences.meeting_workflow import MeetingState
from conferences.models import CaseConference, Meeting, Participant, Resolution
from conferences.workflow import CaseState
from core import clock
from core.models import AuditEntry, OutboxMessage, User
from gpv_portal.demo_region.accounts import PASSWORD, accounts
from gpv_portal.demo_region.load import load
from gpv_portal.demo_region.tables.clients import CLIENTS
from gpv_portal.demo_region.tables.organisations import HOUSES
from gpv_portal.demo_region.tables.people import PEOPLE
from gpv_portal.demo_region.tables.places import POSTCODES, TOWNS
from network.models import (
    Area,
    Contact,
    ContactListEdition,
    Facility,
    Membership,
    Organisation,
    Phone,
    ResponsibilityRule,
    Service,
    Unit,
)
from network.roles import Role
from referrals.board import left_without, open_in_region
from referrals.models import Client, Inquiry, InquiryEvent, Referral, Release, Stay
from referrals.workflow import FINAL, OPEN, Kind, State

pytestmark = pytest.mark.django_db

FICTION = re.compile(
    r"(030 ?23125|069 ?90009|040 ?66969|0221 ?4710|089 ?99998)-?\d{3}"
    r"|\+49(3023125|6990009|4066969|2214710|8999998)\d{3}"
)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Everything ``load_demo`` makes, once for this file and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def region(loaded):
    """The directory of the loaded region."""
    return loaded.directory


def test_the_region_is_as_large_as_promised(region):
    assert Organisation.objects.count() == 12
    assert Service.objects.published().count() == 40
    assert Contact.objects.count() == 25
    assert Unit.objects.count() == 6
    assert set(Service.objects.values_list("type", flat=True)) == set(Service.Type.values)


def test_every_phone_is_reserved_for_fiction(region):
    numbers = [
        *Phone.objects.values_list("raw", flat=True),
        *Phone.objects.values_list("dial", flat=True),
        *Service.objects.exclude(phone_text="").values_list("phone_text", flat=True),
        *Contact.objects.values_list("phone", flat=True),
        *Facility.objects.values_list("phone", flat=True),
        region.region.coordination_phone,
    ]

    assert not [number for number in numbers if not FICTION.fullmatch(number)]


def test_every_mail_goes_to_example_org(region):
    addresses = [
        *User.objects.values_list("email", flat=True),
        *Contact.objects.values_list("email", flat=True),
        *Facility.objects.values_list("email", flat=True),
        *Service.objects.exclude(email="").values_list("email", flat=True),
    ]

    assert not [address for address in addresses if not address.endswith("@example.org")]


def test_every_postcode_belongs_to_its_quarter_and_town(region):
    places = {(code, TOWNS[key], quarter) for key, (code, quarter) in POSTCODES.items()}
    public = Service.objects.filter(address_public=True)

    assert set(public.values_list("postcode", "town", "district")) <= places
    assert set(Facility.objects.values_list("postcode", "town")) <= {p[:2] for p in places}
    assert Area.objects.filter(level="quarter").count() == len(POSTCODES)


def test_a_shelter_says_no_more_than_the_district(region):
    shelter = region.services["frauenhaus"]

    assert not shelter.address_public
    assert [shelter.street, shelter.postcode, shelter.town] == ["", "", ""]
    assert shelter.district == "Kreis Auental"


def test_every_role_is_held_by_somebody_and_one_person_has_none(region):
    assert set(Membership.objects.values_list("role", flat=True)) == set(Role.values)
    assert {role for person in PEOPLE for _house, role in person.roles} == set(Role.values)
    assert {house.kind for house in HOUSES} <= set(Facility.Kind.values)
    assert User.objects.exclude(memberships__isnull=False).count() == 1


def test_everybody_on_the_door_can_sign_in(region, client):
    for account in accounts():
        assert client.login(email=account["email"], password=account["password"])


def test_rules_and_hours_are_there(region):
    assert ResponsibilityRule.objects.count() >= 12
    assert region.services["krisendienst"].opening_spans.count() == 8
    assert region.services["notfall"].in_crisis_view


def test_a_second_run_changes_nothing(region, capsys):
    before = User.objects.count(), Service.objects.count()

    call_command("load_demo")

    assert "schon Daten" in capsys.readouterr().out
    assert (User.objects.count(), Service.objects.count()) == before


def test_the_accounts_are_printed_with_their_password(capsys):
    call_command("demo_accounts")

    printed = capsys.readouterr().out
    assert "Miriam Okafor-Lenz" in printed
    assert PASSWORD in printed


def test_there_are_sixty_people_and_twice_as_many_referrals(loaded):
    assert Client.objects.count() == 60
    assert Referral.objects.count() == 120
    assert len({(each.last_name, each.first_name) for each in CLIENTS}) == 60


def test_every_state_and_every_kind_is_there(loaded):
    assert set(Inquiry.objects.values_list("state", flat=True)) == set(State.values)
    assert set(Referral.objects.values_list("kind", flat=True)) == set(Kind.values)


def test_every_open_inquiry_has_an_owner_and_a_time_and_no_ended_one_has(loaded):
    still = Inquiry.objects.filter(state__in=OPEN)

    assert not still.filter(due_side="").exists()
    assert not still.filter(due_at=None).exists()
    assert not Inquiry.objects.filter(state__in=FINAL, due_at__isnull=False).exists()


def test_the_clockwork_finds_nothing_to_end_at_once(loaded):
    soon = clock.now() + dt.timedelta(hours=1)

    assert not Inquiry.objects.filter(expires_at__lte=soon).exists()


def test_nothing_has_happened_in_the_future(loaded):
    assert not InquiryEvent.objects.filter(at__gt=clock.now()).exists()
    assert not AuditEntry.objects.filter(at__gt=clock.now()).exists()
    assert not Stay.objects.filter(discharged_on__gt=clock.today()).exists()


def test_replaying_the_events_gives_the_state(loaded):
    last = {e.inquiry_id: e.to_state for e in InquiryEvent.objects.order_by("number")}

    assert all(
        last.get(inquiry.pk, "draft") == inquiry.state
        for inquiry in Inquiry.objects.only("pk", "state")
    )


def test_the_story_is_set_up(loaded):
    today = clock.today()
    left = Stay.objects.filter(discharged_on__isnull=False, settled_at=None)
    offered = Counter(
        Inquiry.objects.filter(state=State.OFFERED).values_list("referral", flat=True)
    )

    assert max(offered.values()) == 2
    assert Inquiry.objects.filter(state=State.QUERY, due_at__lt=clock.now()).exists()
    assert Inquiry.objects.filter(referral__kind=Kind.RETURN, state=State.REQUESTED).exists()
    assert Inquiry.objects.filter(state=State.FAILED, referral__stay__in=left).exists()
    assert Stay.objects.filter(discharged_on=None, planned_discharge_on__gt=today).count() > 20
    assert Release.objects.filter(valid_until__gte=today).count() > 5


def test_some_services_are_answered_for_by_the_sender(loaded):
    assert Inquiry.objects.filter(by_proxy=True).exists()


def test_of_the_past_only_the_files_are_still_to_be_made(loaded):
    midnight = clock.start_of(clock.today())
    waiting = OutboxMessage.objects.filter(state="pending", created_at__lt=midnight)

    assert set(waiting.values_list("kind", flat=True)) == {
        "conferences.case_minutes_pdf",
        "conferences.meeting_minutes_pdf",
        "network.edition_published",
    }


def test_twenty_conferences_stand_in_every_state(loaded):
    assert CaseConference.objects.count() == 20
    assert set(CaseConference.objects.values_list("state", flat=True)) == set(CaseState.values)
    assert CaseConference.objects.filter(client=None).count() == 1


def test_somebody_at_a_table_is_not_covered_yet(loaded):
    searching = CaseConference.objects.filter(state=CaseState.SCHEDULING)

    assert Participant.objects.filter(conference__in=searching, approved_on=None).count() >= 2


def test_the_psag_has_met_for_two_years(loaded):
    psag = Meeting.objects.filter(body__slug="psag")
    span = psag.latest("starts_at").starts_at - psag.earliest("starts_at").starts_at

    assert span >= dt.timedelta(weeks=104)
    assert set(Meeting.objects.values_list("state", flat=True)) == set(MeetingState.values)
    assert Resolution.objects.filter(body__slug="psag").count() >= 8
    assert not Meeting.objects.filter(state="held", starts_at__gt=clock.now()).exists()


def test_the_contact_list_can_be_published_once_more(loaded):
    frozen = ContactListEdition.objects.order_by("number").last()

    assert frozen.number == 2
    assert frozen.changes


def test_no_edition_knows_what_was_confirmed_later(loaded):
    for edition in ContactListEdition.objects.all():
        said = [row["confirmed"] for row in edition.rows if row["confirmed"]]
        days = ["-".join(reversed(word.split("."))) for word in said]
        assert max(days) <= edition.as_of.isoformat()


def test_the_coordination_finds_cases_without_a_name_at_its_first_look(loaded):
    by = loaded.staff.acting("hanne", "koordination")

    rows = list(open_in_region(by))

    assert len(rows) >= 3
    assert all(row.escalation_agreed and row.closed_at is None for row in rows)
    assert left_without(rows)
