"""An account's password is set through a link that is mailed, and through nothing else."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import authenticate

from core.models import User

NEW = "ein-ganz-neuer-langer-Satz-2026"


@pytest.fixture
def invited(transactional_db) -> User:
    """Somebody who was invited and has no password yet."""
    return User.objects.create_user("rana@example.org", full_name="Rana Yıldız")


def mailed_link(mailbox) -> str:
    (letter,) = mailbox.mails
    return re.search(r"/passwort/neu/\S+/", letter.get_body().get_content()).group()


def test_somebody_invited_sets_their_first_password_through_the_mailed_link(
    client, invited, mailbox
):
    client.post("/passwort/", {"email": invited.email})
    page = client.get(mailed_link(mailbox), follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})

    assert authenticate(email=invited.email, password=NEW) == invited


def test_the_link_works_once(client, invited, mailbox):
    client.post("/passwort/", {"email": invited.email})
    link = mailed_link(mailbox)
    page = client.get(link, follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})

    assert "Dieser Link gilt nicht mehr" in client.get(link).content.decode()


def test_nobody_without_an_account_gets_a_mail(client, invited, mailbox):
    client.post("/passwort/", {"email": "niemand@example.org"})

    assert not mailbox.mails


@pytest.mark.parametrize("deed", ["action_add", "action_send", "action_remove", "action_primary"])
@pytest.mark.django_db
def test_nobody_gives_themself_another_address(people, sign_in, mailbox, deed):
    client = sign_in(people.intake, people.provider)

    answer = client.post("/konto/adresse/", {deed: "", "email": "anders@example.org"})

    assert answer.status_code == 405
    assert not EmailAddress.objects.exists()
    assert mailbox.mails == []
    assert client.get("/konto/adresse/").status_code == 200
