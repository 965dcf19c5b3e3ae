"""A subscription ends by the link of a mail, by one click, or by its owner on the page."""

import re

import pytest
from django.test import Client

from core.models import AccessToken
from network.models import Subscription
from tests.network.subscriptions.asking import ADDRESS, link_in, publish

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def told(people, contact, confirmed, mailbox, deliver_outbox):
    """The mail with the first edition to an outside address."""
    publish(people)
    deliver_outbox()
    deliver_outbox()
    return mailbox.mails[0]


@pytest.mark.pdf
def test_one_click_of_a_mail_program_ends_it_without_a_cookie(told):
    strict = Client(enforce_csrf_checks=True)
    address = re.search(r"/l/\S+/sofort/", told["List-Unsubscribe"])[0]

    assert strict.get(address).status_code == 405
    assert strict.post(address, {}).status_code == 404
    assert Subscription.objects.exists()
    assert strict.post(address, ONE_CLICK).status_code == 204
    assert not Subscription.objects.exists()
    assert strict.post(address, ONE_CLICK).status_code == 404
    assert not AccessToken.objects.filter(used_at=None).exists()


@pytest.mark.pdf
def test_the_link_shows_a_page_and_its_button_ends_it(client, told):
    link = link_in(told, "abo-ende")

    assert client.get(link).status_code == 200
    assert Subscription.objects.exists()
    assert Client(enforce_csrf_checks=True).post(f"{link}abmelden/").status_code == 403
    assert client.post(f"{link}abmelden/").status_code == 200
    assert not Subscription.objects.exists()
    assert client.post(f"{link}abmelden/").status_code == 404


@pytest.mark.pdf
def test_a_link_opens_nothing_else_than_it_was_made_for(client, told):
    token = link_in(told, "abo-ende").split("/")[-2]

    assert client.get(f"/l/abo/{token}/").status_code == 404
    assert client.post(f"/l/abo/{token}/ja/").status_code == 404
    assert client.post(f"/l/kontakt/{token}/stimmt/").status_code == 404
    assert Subscription.objects.exists()


def test_leaving_ends_ones_own_subscription_and_nobody_elses(people, confirmed, sign_in):
    sign_in(people.social_worker).post("/kontakte/abo/")
    sign_in(people.intake).post("/kontakte/abo/")

    sign_in(people.intake).post("/kontakte/abo/beenden/")

    left = {row.email or row.person.full_name for row in Subscription.objects.all()}
    assert left == {ADDRESS, people.social_worker.full_name}
