"""Editions of the contact list: frozen, numbered, compared, printed once, then told."""

import io

import page
import pikepdf
import pytest
from django.db import ProgrammingError, connection, transaction

from core import outbox
from core.database import WEB, WORKER, take_role
from core.models import OutboxMessage, StoredFile
from network.changes import changes
from network.contact_lists import line_from
from network.documents import contact_list_pdf
from network.models import Contact, ContactListEdition, Organisation
from tests.factories import ContactFactory
from tests.network.wards import ward_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward(people):
    return ward_of(people)


def text_of(response):
    return response.content.decode()


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

    shown = text_of(client.get(second["Location"]))
    assert ContactListEdition.objects.count() == 2
    assert "Ausgabe 2" in shown
    said = ContactListEdition.objects.get(number=2).changes
    assert said == [
        {"kind": "new", "who": f"Aufnahme Süd ({_house(people.provider)})", "fields": []},
        {
            "kind": "changed",
            "who": f"Sozialdienst Station 2 ({_house(people.clinic)})",
            "fields": [
                {
                    "label": "Ansprechperson",
                    "before": "Miriam Okafor-Lenz",
                    "after": "derzeit unbesetzt",
                },
                {"label": "Telefon", "before": "030 23125-512", "after": "030 23125-599"},
            ],
        },
    ]
    assert f"<b>Aufnahme Süd ({_house(people.provider)})</b>: neu" in shown
    assert "bisher 030 23125-512" in shown
    assert "jetzt 030 23125-599" in shown
    assert "030 23125-512" in text_of(client.get(first["Location"]))


def test_a_frozen_edition_goes_into_spreadsheets_and_address_books(ward, people, sign_in):
    client = sign_in(people.coordinator)
    address = publish(client)["Location"]
    Contact.objects.filter(pk=ward.pk).update(phone="030 23125-599")

    table = client.get(f"{address}csv/")
    cards = client.get(f"{address}vcard/")

    assert table["Content-Disposition"] == 'attachment; filename="kontaktliste-ausgabe-1.csv"'
    assert table.content.startswith(b"\xef\xbb\xbfEinrichtung;")
    for content in (table.content.decode(), cards.content.decode()):
        assert "Sozialdienst Station 2" in content
        assert "030 23125-599" not in content
    assert "030 23125-512" in table.content.decode()
    assert ":tel:+49-30-23125512" in cards.content.decode()


def test_a_contact_that_is_gone_is_named(ward, people, sign_in):
    client = sign_in(people.coordinator)
    publish(client)
    ward.delete()

    shown = text_of(client.get(publish(client)["Location"]))

    assert f"<b>Sozialdienst Station 2 ({_house(people.clinic)})</b>: entfallen" in shown


def test_an_edition_that_was_frozen_before_a_field_existed_still_reads(people, sign_in):
    old = {"id": "x", "part": 0, "house": "Haus", "function": "Dienst", "ward": "", "person": ""}
    old |= {"vacant": True, "phone": "1", "fax": "", "mail": "", "kim": "", "hours": ""}
    old |= {"deputy": "", "deputy_phone": "", "responsible_for": "", "confirmed": ""}
    old |= {"overdue": False, "of_a_later_version": "x"}

    line = line_from(old)

    assert line.standing == "derzeit unbesetzt, keine Vertretung"
    assert changes([old], [line.as_json()]) == []


def test_which_contacts_are_public_is_a_change_of_its_own(ward, people, sign_in):
    client = sign_in(people.coordinator)
    publish(client)
    Organisation.objects.update(contacts_public=False)

    second = publish(client)

    edition = ContactListEdition.objects.get(number=2)
    assert edition.public_rows == []
    assert edition.changes == []
    assert "welche davon öffentlich sind" in text_of(client.get(second["Location"]))


def test_the_public_version_holds_functions_and_no_name(ward, people, sign_in):
    publish(sign_in(people.coordinator))

    rows = str(ContactListEdition.objects.get().public_rows)

    assert "Sozialdienst Station 2" in rows
    assert "030 23125-512" in rows
    assert "Okafor" not in rows
    assert "Hartwig" not in rows


@pytest.mark.parametrize("role", [WEB, WORKER])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE network_contactlistedition SET rows = '[]'",
        "DELETE FROM network_contactlistedition",
    ],
)
def test_nobody_changes_or_removes_what_an_edition_says(ward, people, sign_in, role, sql):
    publish(sign_in(people.coordinator))
    take_role(role)

    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="permission denied"):
        cursor.execute(sql)


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
    assert StoredFile.objects.count() == 2
    client.logout()
    edition = ContactListEdition.objects.get()
    public = client.get(f"{address}oeffentlich/")
    assert edition.public_pdf.name == "kontaktliste-ausgabe-1-oeffentlich.pdf"
    assert public.content.startswith(b"%PDF-1.7")


@pytest.mark.pdf
@pytest.mark.parametrize("named", [True, False])
def test_both_versions_are_accessible_and_repeat_their_heads(people, sign_in, named):
    """PDF/UA-1 by an independent checker; a long list has its heads on every page."""
    client = sign_in(people.coordinator)
    ContactFactory.create_batch(
        40, facility=people.clinic, person="Zoë Brandt-Nguyễn", kim="a" * 60 + "@x.kim.example"
    )
    publish(client)
    Contact.objects.update(phone="030 1", person="")
    publish(client)
    first, second = ContactListEdition.objects.order_by("number")

    content = contact_list_pdf(second, first, named=named)

    report = page.validate_pdf_bytes(content, profile="ua1")
    assert [failure.rule_id for failure in report.failures] == []
    with pikepdf.open(io.BytesIO(content)) as document:
        assert len(document.pages) > 2
        for sheet in document.pages:
            assert sheet.mediabox[2] > sheet.mediabox[3]


def test_an_edition_is_not_told_before_it_is_printed_nor_public(ward, people, sign_in, client):
    address = publish(sign_in(people.coordinator))["Location"]
    client.logout()

    assert client.get(f"{address}oeffentlich/").status_code == 404
    assert "Ausgabe 1" not in text_of(client.get("/kontakte/"))


def test_a_worker_that_dies_while_printing_leaves_nothing_and_begins_anew(
    ward, people, sign_in, monkeypatch
):
    publish(sign_in(people.coordinator))
    message = OutboxMessage.objects.get(kind="network.edition_published")

    def dies(*args, **kwargs):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("network.services.editions.outbox.enqueue_all", dies)
        with pytest.raises(SystemExit), transaction.atomic():
            outbox.deliver(message.pk)
    assert not StoredFile.objects.exists()

    assert outbox.deliver(message.pk)

    assert StoredFile.objects.count() == 2


def test_an_edition_of_another_region_is_not_found(ward, people, sign_in):
    client = sign_in(people.coordinator)
    address = publish(client)["Location"]
    sign_in(people.no_role)

    for ending in ("", "pdf/", "csv/", "vcard/"):
        assert client.get(address + ending).status_code == 404


def test_an_absence_that_has_begun_is_one_change_and_not_two():
    row = {"id": "x", "function": "Dienst", "house": "Haus", "person": "A", "absent": ""}
    before = row | {"away_later": "abwesend ab 01.12.2026"}
    after = row | {"absent": "abwesend bis auf Weiteres", "away_later": ""}

    [change] = changes([before], [after])

    assert [field["label"] for field in change["fields"]] == ["Abwesenheit"]
