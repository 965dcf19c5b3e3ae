"""The first people of an installation."""

import pytest
from django.core.management import CommandError, call_command

from core.access import grants_of
from core.models import AuditEntry, User
from network.models import Facility, Membership

pytestmark = pytest.mark.django_db

PLACE = ["--region", "Kreis Auental", "--organisation", "Kreis", "--facility", "Koordination"]
NEW = [*PLACE, "--kind", "coordination", "--land", "NW", "--role", "coordination"]


def test_an_empty_installation_gets_its_first_person():
    call_command("add_person", "Dilan@Example.org", "Dilan Yücel", *NEW)

    person = User.objects.get()
    facility = Facility.objects.get()
    assert (person.email, person.full_name) == ("dilan@example.org", "Dilan Yücel")
    assert (facility.pk, "coordinate_region") in grants_of(person.pk)
    assert facility.organisation.region.land == "NW"
    assert AuditEntry.objects.filter(deed="membership.granted").count() == 1


def test_the_second_time_changes_nothing():
    for _time in range(2):
        call_command("add_person", "dilan@example.org", "Dilan Yücel", *NEW)

    assert (User.objects.count(), Facility.objects.count(), Membership.objects.count()) == (1, 1, 1)


def test_a_new_person_cannot_sign_in_before_choosing_a_password(client):
    call_command("add_person", "dilan@example.org", "Dilan Yücel", *NEW)

    for guess in ("", "dilan@example.org", "Dilan Yücel"):
        assert not client.login(email="dilan@example.org", password=guess)


def test_a_new_person_can_ask_for_a_password(client, mailbox):
    call_command("add_person", "dilan@example.org", "Dilan Yücel", *NEW)

    client.post("/passwort/", {"email": "dilan@example.org"})

    (mail,) = mailbox.mails
    assert mail["To"] == "dilan@example.org"
    assert mail["Subject"] == "GPV-Portal: neues Kennwort"
    assert "/passwort/neu/" in mail.get_content()
    assert "Ihr Konto" in mail.get_content()


@pytest.mark.parametrize(
    ("email", "options", "said"),
    [
        ("no-address", NEW, "keine E-Mail-Adresse"),
        ("a@example.org", [*PLACE, "--role", "coordination"], "geben Sie mit --land"),
        ("a@example.org", [*PLACE, "--land", "NW", "--role", "king"], "king"),
    ],
)
def test_a_mistake_is_answered_with_a_sentence(email, options, said):
    with pytest.raises(CommandError, match=said):
        call_command("add_person", email, "A", *options)

    assert not User.objects.exists()
