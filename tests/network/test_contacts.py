"""Contact lists on the page, as files, and frozen as editions."""

import csv
import datetime as dt
import io

import pikepdf
import pytest

from core import clock
from core.models import OutboxMessage
from network.models import Contact, ContactListEdition
from tests.factories import ContactFactory, UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward(people):
    """A ward's social worker with a deputy."""
    deputy = ContactFactory(
        facility=people.clinic, function="Sozialdienst Station 4", person="Tobias Hartwig"
    )
    return ContactFactory(
        facility=people.clinic,
        unit=UnitFactory(facility=people.clinic, name="Station 2"),
        function="Sozialdienst Station 2",
        person="Miriam Okafor-Lenz",
        phone="030 23125-512",
        email="sozialdienst-2@example.org",
        deputy=deputy,
        confirmed_on=clock.today() - dt.timedelta(days=200),
    )


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
    sign_in(people.intake)

    page = text_of(client.get("/kontakte/", {"q": "Station 2"}))

    assert "derzeit unbesetzt" in page
    assert "Tobias Hartwig" in page


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


def _house(facility):
    return f"{facility.name}, {facility.organisation.name}"


def publish(client):
    return client.post("/kontakte/ausgaben/neu/")


def test_the_coordination_publishes_numbered_editions(ward, people, sign_in):
    client = sign_in(people.coordinator)

    first = publish(client)
    Contact.objects.filter(pk=ward.pk).update(phone="030 23125-599", person="")
    ContactFactory(facility=people.provider, function="Aufnahme Süd")
    second = publish(client)

    page = text_of(client.get(second["Location"]))
    assert ContactListEdition.objects.count() == 2
    assert "Ausgabe 2" in page
    assert "Ansprechperson derzeit unbesetzt, Telefon jetzt 030 23125-599" in page
    assert f"Aufnahme Süd ({_house(people.provider)}): neu" in page
    assert f"Sozialdienst Station 2 ({_house(people.clinic)}): Ansprechperson" in page
    assert "030 23125-512" in text_of(client.get(first["Location"]))


def test_an_edition_of_nothing_is_refused_with_its_own_sentence(people, sign_in):
    response = publish(sign_in(people.coordinator))

    assert response.status_code == 409
    assert "noch keine Kontakte" in text_of(response)
    assert "letzten Ausgabe" not in text_of(response)


def test_an_edition_without_a_change_is_refused(ward, people, sign_in):
    client = sign_in(people.coordinator)
    publish(client)

    response = publish(client)

    assert response.status_code == 409
    assert "nichts geändert" in text_of(response)


def test_only_the_coordination_publishes(ward, people, sign_in):
    client = sign_in(people.social_worker)

    assert publish(client).status_code == 403
    assert not ContactListEdition.objects.exists()


@pytest.mark.pdf
def test_the_worker_prints_the_edition_once(ward, people, sign_in, deliver_outbox):
    client = sign_in(people.coordinator)
    address = publish(client)["Location"]
    assert client.get(f"{address}pdf/").status_code == 409

    assert deliver_outbox() == ["done"]
    OutboxMessage.objects.update(state="pending")
    deliver_outbox()

    response = client.get(f"{address}pdf/")
    assert response["Content-Disposition"] == 'attachment; filename="kontaktliste-ausgabe-1.pdf"'
    with pikepdf.open(io.BytesIO(response.content)) as document:
        assert str(document.Root.Lang) == "de"
        assert len(document.pages) == 1


def test_an_edition_of_another_region_is_not_found(ward, people, sign_in):
    client = sign_in(people.coordinator)
    address = publish(client)["Location"]
    sign_in(people.no_role)

    assert client.get(address).status_code == 404
    assert client.get(f"{address}pdf/").status_code == 404


@pytest.mark.parametrize("rows", [1, 50])
def test_the_list_costs_the_same_for_one_contact_and_for_fifty(
    client, people, rows, django_assert_num_queries
):
    ContactFactory.create_batch(rows, facility=people.clinic)

    with django_assert_num_queries(6):
        client.get("/kontakte/")
