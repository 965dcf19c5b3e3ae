"""The invented region is rich, consistent and points at nobody real."""

import re

from django.core.management import call_command

from core.models import User
from demo_region.accounts import PASSWORD, accounts
from demo_region.tables.organisations import HOUSES
from demo_region.tables.people import PEOPLE
from demo_region.tables.places import POSTCODES, TOWNS
from network.models import (
    Area,
    Contact,
    Facility,
    Membership,
    Organisation,
    Phone,
    ResponsibilityRule,
    Service,
    Unit,
)
from network.roles import Role

FICTION = re.compile(
    r"(030 ?23125|069 ?90009|040 ?66969|0221 ?4710|089 ?99998)-?\d{3}"
    r"|\+49(3023125|6990009|4066969|2214710|8999998)\d{3}"
)


def test_the_region_is_as_large_as_promised(region):
    assert Organisation.objects.count() == 12
    assert Service.objects.count() == 40
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
