"""The frame around every page, and the pages that need no database."""

import re
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.template.loader import render_to_string
from django.urls import reverse

from core.actor import NOBODY, SCHEDULER, Actor, Via
from core.context_processors import navigation
from core.kept_texts import COOKIE
from network.services.memberships import grant

PAGES = ["/", "/impressum/", "/datenschutz/", "/barrierefreiheit/", "/anmelden/", "/passwort/"]
ERRORS = [400, 403, 404, 409, 413, 500, 503]


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_a_public_page_is_complete_and_says_where_one_is(client, path):
    page = client.get(path).content.decode()

    assert "missing:" not in page
    assert len(re.findall("<h1", page)) == 1
    assert '<html lang="de">' in page
    assert "Zum Inhalt springen" in page
    assert "/krise/" in page


@pytest.mark.parametrize("status", ERRORS)
def test_an_error_page_needs_neither_request_nor_database(status):
    page = render_to_string(f"errors/{status}.html", {"kept": []})

    assert "missing:" not in page
    assert len(re.findall("<h1", page)) == 1


@pytest.mark.parametrize("status", [403, 404, 409, 503])
def test_an_error_page_gives_the_typed_text_back(status):
    page = render_to_string(f"errors/{status}.html", {"kept": [("Antwort", "<b>Ayşe & ich</b>")]})

    assert "&lt;b&gt;Ayşe &amp; ich&lt;/b&gt;" in page
    assert re.search(r"<textarea[^>]*readonly", page)


def test_the_page_of_a_pause_carries_the_numbers_that_always_help():
    page = render_to_string("errors/503.html", {"kept": []})

    assert 'href="tel:112"' in page
    assert 'href="tel:116117"' in page


def test_a_refusal_says_its_reason_and_one_way_on():
    page = render_to_string(
        "errors/409.html",
        {"kept": [], "reason": "Schon zugesagt.", "way_on": ("/x/", "Zur Anfrage")},
    )

    assert "Schon zugesagt." in page
    assert '<a class="btn btn-primary" href="/x/">' in page


def labels(actor: Actor, path: str = "/") -> list[str]:
    return [str(entry["label"]) for entry in navigation(actor, path)]


def acting(*permissions: str) -> Actor:
    facility = uuid4()
    grants = frozenset((facility, p) for p in permissions)
    return Actor(person=None, facility=facility, via=Via.WEB, grants=grants)


def test_the_navigation_shows_what_the_acting_facility_is_for():
    assert "Entlassungen" in labels(acting("send_referral"))
    assert "Anfragen" in labels(acting("receive_referral"))
    assert "Anfragen" not in labels(acting("send_referral"))
    assert labels(NOBODY) == ["Aufgaben", "Gremien", "Kontakte", "Verzeichnis"]


def test_the_navigation_marks_the_open_part():
    marked = [str(e["label"]) for e in navigation(NOBODY, "/gremien/psag/") if e["current"]]

    assert marked == ["Gremien"]


@pytest.mark.django_db
def test_the_frame_names_the_person_and_the_facility_they_act_for(people, sign_in):
    page = sign_in(people.social_worker).get("/aufgaben/").content.decode()

    assert "missing:" not in page
    assert people.social_worker.full_name in page
    assert f"<strong>{people.clinic.name}" in page
    assert "wechseln" not in page


@pytest.mark.django_db
def test_whoever_works_for_two_facilities_can_switch_without_a_script(people, sign_in):
    grant(user=people.social_worker, facility=people.office, role="coordination", by=SCHEDULER)

    page = sign_in(people.social_worker, people.clinic).get("/konto/").content.decode()

    assert f'value="{people.clinic.pk}" checked' in page
    assert f'value="{people.office.pk}">' in page
    assert f'action="{reverse("network:acting")}"' in page


@pytest.mark.django_db
def test_a_public_page_keeps_the_frame_of_whoever_is_signed_in(people, sign_in):
    page = sign_in(people.intake).get("/impressum/").content.decode()

    assert people.intake.full_name in page
    assert "Anmelden" not in page


@pytest.mark.django_db
def test_a_kept_text_is_offered_to_the_person_who_typed_it_and_to_nobody_else(people, sign_in):
    browser = sign_in(people.intake, people.provider)
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    browser.post("/aufgaben/", {"note": "Hallo"})
    cookie = browser.cookies[COOKIE].value

    def is_offered_to(person, facility):
        sign_in(person, facility).cookies[COOKIE] = cookie
        return "Ihr Text ist noch da" in browser.get("/konto/").content.decode()

    assert is_offered_to(people.intake, people.provider)
    assert not is_offered_to(people.intake_lead, people.provider)
    assert not is_offered_to(people.other_intake, people.other_provider)
