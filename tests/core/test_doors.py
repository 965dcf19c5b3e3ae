"""Doors that stay shut although no page of ours leads to them."""

import pytest
from django.test import Client
from django.urls import reverse

from core.models import AuditEntry, User

pytestmark = pytest.mark.django_db

PASSWORD = "Auental-zeigt-sich-2026"


def test_nobody_signs_up_by_themselves(client):
    fields = {"email": "fremd@example.org", "password1": PASSWORD, "password2": PASSWORD}

    client.post(reverse("account_signup"), fields)

    assert not User.objects.filter(email="fremd@example.org").exists()


def test_a_form_of_another_site_does_nothing(people):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(people.intake)
    before = AuditEntry.objects.count()

    answer = browser.post(reverse("network:acting"), {"facility": str(people.provider.pk)})

    assert answer.status_code == 403
    assert AuditEntry.objects.count() == before


def test_no_page_stands_in_a_frame_or_runs_foreign_code(client):
    answer = client.get(reverse("core:start"))

    rules = answer["Content-Security-Policy"]
    assert "default-src 'none'" in rules
    assert "script-src 'self'" in rules
    assert "frame-ancestors 'none'" in rules
    assert "unsafe" not in rules
    assert answer["X-Frame-Options"] == "DENY"
