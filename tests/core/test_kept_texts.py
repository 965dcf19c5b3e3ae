"""What is kept of a form, for how long, and what never is."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from core.models import KeptText

pytestmark = pytest.mark.django_db
PASSWORDS = {"oldpassword": "bisher-Geheim", "password1": "neu-Geheim", "password2": "neu-Geheim"}


def end_all_sessions():
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")


@pytest.mark.parametrize("address", ["/konto/passwort/", "/aufgaben/", "/gibt-es-nicht/"])
def test_a_password_is_not_kept_when_the_session_has_ended(people, sign_in, address):
    client = sign_in(people.intake, people.provider)
    end_all_sessions()

    client.post(address, PASSWORDS)

    assert not KeptText.objects.exists()


@pytest.mark.parametrize("address", ["/konto/passwort/", "/anmelden/", "/aufgaben/"])
def test_a_password_is_not_given_back_after_a_stale_form(people, address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.intake)

    answer = client.post(address, {**PASSWORDS, "login": "selma@example.org", "note": "Hallo"})

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Geheim" not in page
    assert ("Hallo" in page) == (address == "/aufgaben/")
