"""Every address, visited with the rights of ``gpv_web`` from the first query to the last."""

from collections import defaultdict

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.urls import reverse

from conferences.models import Body
from core.models import AuditEntry, FormReceipt
from referrals.workflow import State
from tests.core.database_logins import database_user, signed_in_as
from tests.matrix import MATRIX
from tests.matrix.objects import make_objects
from tests.referrals.cases import bring, make_case

pytestmark = pytest.mark.django_db(transaction=True)

WEB, PASSWORD = "gpv_web", "sicher-genug-2026"


def _addresses_by_object():
    found = defaultdict(list)
    for address, row in MATRIX.items():
        found[row.about].append(address)
    return found


def test_every_address_answers_with_the_rights_of_the_web_processes(people):
    wrong = {}
    for about, addresses in _addresses_by_object().items():
        Body.objects.filter(slug="psag-auental").update(slug=f"before-{about}")
        arguments = make_objects(about, people)
        with signed_in_as(WEB):
            assert database_user() == WEB
            for address in addresses:
                wrong |= _visits(people, address, arguments)

    assert wrong == {}


def _visits(people, address, arguments):
    """What differs from the matrix; one visitor per kind of answer."""
    row, target = MATRIX[address], reverse(address, kwargs=arguments)
    visitors = {status: visitor for visitor, status in row.statuses.items()}
    wrong = {}
    for status, visitor in visitors.items():
        client = Client()
        with transaction.atomic():
            if visitor != "anonymous":
                client.force_login(getattr(people, visitor))
            answer = getattr(client, row.method)(target, dict(row.send))
            transaction.set_rollback(True)
        if answer.status_code != status:
            wrong[address, visitor] = (status, answer.status_code)
    return wrong


def test_a_day_at_the_portal_needs_no_more_than_the_web_role(people):
    inquiry = bring(make_case(people), State.REQUESTED)
    page = reverse("referrals:inquiry", args=[inquiry.pk])
    claim = reverse("referrals:inquiry-step", args=[inquiry.pk, "uebernehmen"])
    receipt = {"receipt": "5b0f9c1e-3a44-4f1e-9a3f-0d8f6f3c2b11"}

    with signed_in_as(WEB):
        client = Client()
        client.post("/anmelden/", {"login": people.intake.email, "password": PASSWORD})
        assert client.get(page).status_code == 200
        assert client.post(claim, receipt).status_code == 302
        assert client.post(claim, receipt).status_code == 302
        assert client.post(claim).status_code == 409
        assert client.get(reverse("referrals:discharges")).status_code == 403
        assert client.get(reverse("referrals:inquiry", args=[people.clinic.pk])).status_code == 404
        assert client.post("/abmelden/").status_code == 302

    assert FormReceipt.objects.count() == 1
    refused = AuditEntry.objects.filter(deed__startswith="refused.")
    assert set(refused.values_list("deed", flat=True)) == {
        "refused.403",
        "refused.404",
        "refused.409",
    }


def test_a_text_of_an_expired_session_is_kept_and_shown_with_the_web_role(people):
    inquiry = bring(make_case(people), State.REQUESTED)
    ask = reverse("referrals:inquiry-step", args=[inquiry.pk, "nachfragen"])

    with signed_in_as(WEB):
        client = Client()
        client.force_login(people.intake)
        Session.objects.update(expire_date="2020-01-01T00:00:00Z")
        client.post(ask, {"text": "Wer kommt morgens?"})
        cookies = {name: morsel.value for name, morsel in client.cookies.items()}
        client.force_login(people.intake)
        for name, value in cookies.items():
            client.cookies.setdefault(name, value)
        shown = client.get("/konto/text/")

    assert shown.status_code == 200
    assert "Wer kommt morgens?" in shown.content.decode()
