"""How a request is admitted, refused, repeated and given back."""

import uuid

import pytest
from django.contrib.sessions.models import Session

from core.kept_texts import COOKIE
from core.models import AuditEntry, FormReceipt, KeptText
from network.roles import Role
from network.services.memberships import grant
from tests.people import SCHEDULER

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.web_urls")]

TEXT = "Frau M. braucht ab Montag Begleitung <b>morgens</b>"


def test_a_request_runs_as_the_web_role_and_names_its_person(people, sign_in):
    answer = sign_in(people.intake, people.provider).get("/role/")

    assert answer.content.decode() == f"gpv_web {people.intake.pk}"


def test_the_right_role_enters(people, sign_in):
    answer = sign_in(people.intake, people.provider).get("/inbox/")

    assert answer.content.decode() == str(people.provider.pk)


def test_the_wrong_role_is_told_so_and_recorded(people, sign_in):
    answer = sign_in(people.social_worker, people.clinic).get("/inbox/")

    assert answer.status_code == 403
    refusal = AuditEntry.objects.get(deed="refused.403")
    assert (refusal.person, refusal.facility) == (people.social_worker.pk, people.clinic.pk)


def test_a_right_of_another_facility_does_not_count(people, sign_in):
    grant(user=people.intake, facility=people.clinic, role=Role.SOCIAL_SERVICE, by=SCHEDULER)

    assert sign_in(people.intake, people.clinic).get("/inbox/").status_code == 403
    assert sign_in(people.intake, people.provider).get("/inbox/").status_code == 200


def test_a_chosen_facility_that_is_lost_is_not_kept(people, sign_in):
    answer = sign_in(people.intake, people.clinic).get("/inbox/")

    assert answer.content.decode() == str(people.provider.pk)


def test_a_stranger_is_sent_to_sign_in(client, people):
    answer = client.get("/inbox/")

    assert (answer.status_code, answer["Location"]) == (302, "/anmelden/?next=/inbox/")


def test_htmx_is_told_to_go_to_the_sign_in_page(client, people):
    answer = client.get("/inbox/", headers={"HX-Request": "true"})

    assert answer["HX-Redirect"].startswith("/anmelden/")


def test_a_double_click_does_the_deed_once(people, sign_in):
    client, form = sign_in(people.intake, people.provider), {"receipt": str(uuid.uuid4())}

    first, second = client.post("/answer/", form), client.post("/answer/", form)

    assert first["Location"] == second["Location"] == "/done/1/"
    assert AuditEntry.objects.filter(deed="test.answered").count() == 1


def test_a_refused_form_may_be_sent_again_with_the_same_receipt(people, sign_in):
    client, form = sign_in(people.intake, people.provider), {"receipt": str(uuid.uuid4())}

    assert client.post("/answer/", form | {"refuse": "1"}).status_code == 409
    assert not FormReceipt.objects.exists()
    assert client.post("/answer/", form).status_code == 302


def test_a_refusal_says_why_gives_the_text_back_and_undoes_the_deed(people, sign_in):
    client = sign_in(people.intake, people.provider)

    answer = client.post("/answer/", {"refuse": "1", "note": TEXT})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "gerade übernommen" in page
    assert "&lt;b&gt;morgens&lt;/b&gt;" in page
    assert not AuditEntry.objects.filter(deed="test.answered").exists()
    assert AuditEntry.objects.filter(deed="refused.409").count() == 1


def test_a_form_opened_for_another_facility_is_refused_with_its_text(people, sign_in):
    grant(user=people.intake, facility=people.other_provider, role=Role.INTAKE, by=SCHEDULER)
    client = sign_in(people.intake, people.provider)

    answer = client.post("/answer/", {"acting": str(people.other_provider.pk), "note": TEXT})

    assert answer.status_code == 409
    assert "morgens" in answer.content.decode()


def test_an_absent_database_is_a_503_with_the_text_and_the_crisis_numbers(people, sign_in):
    answer = sign_in(people.intake, people.provider).post("/broken/", {"note": TEXT})

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "morgens" in page
    assert "112" in page


def test_an_unknown_address_is_a_404_in_the_portals_style(client, db):
    answer = client.get("/gibt-es-nicht/")

    assert answer.status_code == 404
    assert "GPV-Portal" in answer.content.decode()


def test_too_much_text_is_a_413(people, sign_in):
    answer = sign_in(people.intake, people.provider).post("/answer/", {"note": "x" * 2_600_000})

    assert answer.status_code == 413


def test_a_text_sent_after_the_session_ended_waits_for_its_owner(people, sign_in):
    client = sign_in(people.intake, people.provider)
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")

    answer = client.post(
        "/answer/", {"note": TEXT}, headers={"referer": "http://testserver/seite/?x=1"}
    )

    assert answer["Location"] == "/anmelden/?next=/konto/text/"
    assert KeptText.objects.get().path == "/seite/?x=1"
    assert TEXT.encode() not in bytes(KeptText.objects.get().sealed)
    kept_cookie = client.cookies[COOKIE]
    sign_in(people.intake, people.provider)
    client.cookies[COOKIE] = kept_cookie.value
    assert "morgens" in client.get("/konto/text/").content.decode()


def test_a_form_with_nothing_to_keep_leads_to_the_tasks_after_signing_in(client):
    answer = client.post("/answer/", {}, headers={"referer": "https://anderswo.example.org/"})

    assert answer["Location"] == "/anmelden/?next=/aufgaben/"


def test_a_kept_text_is_not_shown_to_anybody_else(people, sign_in):
    client = sign_in(people.intake, people.provider)
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    client.post("/answer/", {"note": TEXT})
    kept_cookie = client.cookies[COOKIE].value

    sign_in(people.other_intake)
    client.cookies[COOKIE] = kept_cookie

    assert client.get("/konto/text/").status_code == 404


def test_pages_are_never_cached(people, sign_in):
    answer = sign_in(people.intake, people.provider).get("/inbox/")

    assert answer["Cache-Control"] == "no-store"
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_a_page_of_another_facility_of_mine_offers_to_switch(people, sign_in):
    answer = sign_in(people.intake, people.provider).get("/elsewhere/")

    assert answer.status_code == 409
    assert str(people.provider.pk) in answer.content.decode()


def test_an_address_for_forms_says_so_when_it_is_opened(people, sign_in):
    answer = sign_in(people.intake, people.provider).get("/answer/")

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "nimmt nur ein Formular entgegen" in answer.content.decode()
