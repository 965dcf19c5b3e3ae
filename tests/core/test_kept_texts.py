"""What is kept of a form, for how long, and what never is."""

import datetime as dt
import uuid

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from core import clock, tasks
from core.kept_texts import COOKIE, LIMIT, posted_texts
from core.models import FormReceipt, KeptText

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


def test_a_kept_text_is_gone_after_half_an_hour(people, sign_in, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    client = sign_in(people.intake, people.provider)
    end_all_sessions()
    client.post("/aufgaben/", {"note": "Hallo"})

    time_machine.move_to("2026-11-24T10:29:00Z", tick=False)
    tasks.sweep()
    assert KeptText.objects.exists()
    time_machine.move_to("2026-11-24T10:30:00Z", tick=False)
    tasks.sweep()

    assert not KeptText.objects.exists()


@pytest.mark.parametrize(("minute", "status"), [(29, 200), (30, 404)])
def test_the_page_of_a_kept_text_closes_after_half_an_hour(
    people, sign_in, time_machine, minute, status
):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    browser = sign_in(people.intake, people.provider)
    end_all_sessions()
    browser.post("/aufgaben/", {"note": "Hallo"})
    kept = browser.cookies[COOKIE].value

    time_machine.move_to(f"2026-11-24T10:{minute}:00Z", tick=False)
    sign_in(people.intake, people.provider)
    browser.cookies[COOKIE] = kept

    assert browser.get("/konto/text/").status_code == status


@pytest.mark.parametrize(("length", "kept"), [(LIMIT // 2, True), (LIMIT, False)])
def test_a_text_without_end_is_not_kept(people, sign_in, length, kept):
    browser = sign_in(people.intake, people.provider)
    end_all_sessions()

    browser.post("/aufgaben/", {"note": "x" * length})

    assert KeptText.objects.exists() == kept


def test_only_what_was_typed_is_kept(rf):
    hidden = dict.fromkeys(["csrfmiddlewaretoken", "receipt", "acting", "version"], "verborgen")

    texts = posted_texts(rf.post("/aufgaben/", {**hidden, "note": "Hallo", "empty": " "}))

    assert [text for _label, text in texts] == ["Hallo"]


def test_old_receipts_and_sessions_go_and_those_in_use_stay(people, sign_in):
    sign_in(people.intake, people.provider)
    made = [FormReceipt.objects.create(user=people.intake, key=uuid.uuid4()) for _ in range(2)]
    FormReceipt.objects.filter(pk=made[0].pk).update(created_at=clock.now() - dt.timedelta(days=3))

    tasks.forget()

    assert list(FormReceipt.objects.all()) == made[1:]
    assert Session.objects.count() == 1
    end_all_sessions()
    tasks.forget()
    assert not Session.objects.exists()
