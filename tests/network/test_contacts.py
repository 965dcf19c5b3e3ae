"""Contact lists on the page and as files."""

import csv
import datetime as dt
import io

import pytest

from core import clock
from network.models import Contact, Organisation
from tests.factories import ContactFactory, ServiceFactory
from tests.network.wards import ward_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward(people):
    return ward_of(people, confirmed_on=clock.today() - dt.timedelta(days=200))


def text_of(response):
    return response.content.decode()


def test_names_are_for_members_and_functions_for_everybody(client, ward, people, sign_in):
    public = text_of(client.get("/kontakte/"))
    sign_in(people.intake)
    member = text_of(client.get("/kontakte/"))

    assert "Sozialdienst Station 2" in public
    assert "030 23125-512" in public
    assert "Okafor" not in public
    assert "Hartwig" not in public
    assert "Miriam Okafor-Lenz" in member
    assert "Tobias Hartwig" in member


def test_a_person_without_a_facility_sees_no_names(client, ward, people, sign_in):
    sign_in(people.no_role)

    assert "Okafor" not in text_of(client.get("/kontakte/"))
    assert "Okafor" not in text_of(client.get("/kontakte/liste.csv"))
    assert "Okafor" not in text_of(client.get(f"/kontakte/{ward.pk}.vcf"))


def test_a_vacant_place_names_its_deputy(client, ward, people, sign_in):
    Contact.objects.filter(pk=ward.pk).update(person="")
    public = text_of(client.get("/kontakte/", {"q": "Station 2"}))
    sign_in(people.intake)

    page = text_of(client.get("/kontakte/", {"q": "Station 2"}))

    assert "derzeit unbesetzt, Vertretung: Tobias Hartwig 030 23125-200" in page
    assert "derzeit unbesetzt, Vertretung: Sozialdienst Station 4 030 23125-200" in public


def test_who_is_absent_names_the_deputy_and_no_reason(client, ward, people, sign_in):
    today = clock.today()
    last = today + dt.timedelta(days=3)
    Contact.objects.filter(pk=ward.pk).update(absent_from=today, absent_until=last)
    sign_in(people.intake)

    page = text_of(client.get("/kontakte/", {"q": "Station 2"}))

    assert f"abwesend bis {last:%d.%m.%Y}, Vertretung: Tobias Hartwig 030 23125-200" in page


def test_a_deputy_who_is_away_too_hands_on_to_the_next(client, ward, people, sign_in):
    third = ContactFactory(facility=people.clinic, person="Agnes Wolter", phone="030 23125-501")
    Contact.objects.filter(pk=ward.deputy_id).update(absent_from=clock.today(), deputy=third)
    Contact.objects.filter(pk=ward.pk).update(person="")
    sign_in(people.intake)

    page = text_of(client.get("/kontakte/", {"q": "Station 2"}))

    assert "derzeit unbesetzt, Vertretung: Agnes Wolter 030 23125-501" in page


def test_an_absence_to_come_stands_beside_the_name_and_one_over_nowhere(
    client, ward, people, sign_in
):
    sign_in(people.intake)
    soon = clock.today() + dt.timedelta(days=2)
    Contact.objects.filter(pk=ward.pk).update(absent_from=soon)
    coming = text_of(client.get("/kontakte/", {"q": "Station 2"}))
    past = clock.today() - dt.timedelta(days=2)
    Contact.objects.filter(pk=ward.pk).update(absent_from=past, absent_until=past)

    over = text_of(client.get("/kontakte/", {"q": "Station 2"}))

    assert f"abwesend ab {soon:%d.%m.%Y}" in coming
    assert "Vertretung: Tobias" not in coming
    assert "abwesend" not in over


def test_what_an_organisation_has_not_released_is_for_members_alone(client, ward, people, sign_in):
    Organisation.objects.update(contacts_public=False)
    public = [
        text_of(client.get(address))
        for address in ("/kontakte/", "/kontakte/liste.csv", "/kontakte/liste.vcf")
    ]
    card = client.get(f"/kontakte/{ward.pk}.vcf")
    sign_in(people.intake)

    assert not [page for page in public if "Sozialdienst Station 2" in page]
    assert card.status_code == 404
    assert "Sozialdienst Station 2" in text_of(client.get("/kontakte/"))
    assert client.get(f"/kontakte/{ward.pk}.vcf").status_code == 200


def test_every_line_leads_to_its_card(client, ward):
    assert f'href="/kontakte/{ward.pk}.vcf"' in text_of(client.get("/kontakte/"))


def test_an_intake_names_the_service_it_answers_for(client, people):
    service = ServiceFactory(facility=people.provider, name="BeWo Süd")
    ContactFactory(facility=people.provider, function="Aufnahmeteam", service=service)

    assert "BeWo Süd" in text_of(client.get("/kontakte/"))
    assert "Aufnahmeteam" in text_of(client.get("/kontakte/", {"q": "bewo süd"}))


def test_a_place_is_vacant_without_a_deputy_too_and_a_team_says_so(client, ward, people, sign_in):
    sign_in(people.intake)
    Contact.objects.filter(pk=ward.pk).update(person="", deputy=None)
    vacant = text_of(client.get("/kontakte/", {"q": "Station 2"}))
    Contact.objects.filter(pk=ward.pk).update(person="Team")

    team = text_of(client.get("/kontakte/", {"q": "Station 2"}))
    card = text_of(client.get(f"/kontakte/{ward.pk}.vcf"))

    assert "derzeit unbesetzt" in vacant
    assert ">Team<br>" in team
    assert "derzeit unbesetzt" not in team
    assert "KIND:org" in card
    assert "FN:Sozialdienst Station 2" in card


def test_an_old_confirmation_says_so(client, ward):
    assert "Prüfung überfällig" in text_of(client.get("/kontakte/"))


def test_words_narrow_the_list_and_unknown_ones_say_what_to_do(client, ward):
    assert "Sozialdienst Station 4" not in text_of(client.get("/kontakte/", {"q": "station 2 x"}))
    assert "Kein Kontakt gefunden." in text_of(client.get("/kontakte/", {"q": "\0zzz"}))


def test_the_csv_opens_right_and_calculates_nothing(client, ward, people, sign_in):
    Contact.objects.filter(pk=ward.pk).update(person='=HYPERLINK("x")', responsible_for="A;B\nC")
    sign_in(people.intake)

    response = client.get("/kontakte/liste.csv")

    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][1] == "Funktion"
    row = next(row for row in rows if row[1] == "Sozialdienst Station 2")
    assert row[3] == '\'=HYPERLINK("x")'
    assert row[11] == "A;B\nC"


def test_a_vcard_keeps_to_the_rules_byte_by_byte(client, ward, people, sign_in):
    Contact.objects.filter(pk=ward.pk).update(
        responsible_for="Änderungen; Straße, " + "ü" * 60 + "\r\nEND:VCARD"
    )
    sign_in(people.intake)

    content = client.get(f"/kontakte/{ward.pk}.vcf").content

    assert content.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n")
    assert content.endswith(b"END:VCARD\r\n")
    assert content.count(b"\r\nEND:VCARD") == 1
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "FN:Miriam Okafor-Lenz" in unfolded
    assert "Änderungen\\; Straße\\, üü" in unfolded


def test_the_list_holds_a_vcard_for_every_contact(client, ward):
    assert client.get("/kontakte/liste.vcf").content.count(b"BEGIN:VCARD") == 2


def test_another_contact_is_not_found(client, ward):
    assert client.get("/kontakte/00000000-0000-4000-8000-000000000000.vcf").status_code == 404


@pytest.mark.parametrize("rows", [1, 50])
def test_the_list_costs_the_same_for_one_contact_and_for_fifty(
    client, people, rows, django_assert_num_queries
):
    ContactFactory.create_batch(rows, facility=people.clinic)

    with django_assert_num_queries(7):
        client.get("/kontakte/")
