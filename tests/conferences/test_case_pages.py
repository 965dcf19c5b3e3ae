"""The whole story of a case conference, page by page, as three people see it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import CaseConference, MinutesCopy
from conferences.workflow import CaseState
from core import clock
from tests.conferences.tables import make_client, propose, release_for, schedule, tomorrow


def at(name, conference, **more):
    return reverse(f"conferences:{name}", kwargs={"pk": conference.pk, **more})


def step(browser, conference, word):
    return browser.post(at("step", conference, step=word))


@pytest.fixture
def worker(sign_in, people):
    """The social worker at the browser."""
    return sign_in(people.social_worker, people.clinic)


def test_from_the_proposal_to_the_pdf(worker, people, client_record, deliver_outbox, mailbox):
    assert worker.get(reverse("conferences:proposal")).status_code == 200
    answer = worker.post(
        reverse("conferences:propose"),
        {"kind": "network", "client": str(client_record.pk), "core_question": "Was hilft?"},
    )
    conference = CaseConference.objects.get()
    assert answer["Location"] == at("conference", conference)
    assert step(worker, conference, "inform").status_code == 302
    for facility, person, role in (
        (people.provider, people.intake, "facilitation"),
        (people.clinic, people.social_worker, "minutes"),
        (people.office, people.coordinator, "coordination"),
    ):
        answer = worker.post(
            at("add-professional", conference),
            {"person": f"{facility.pk}/{person.pk}", "role": role},
        )
        assert answer.status_code == 302, answer.content.decode()
    for row in conference.participants.filter(kind="professional"):
        answer = worker.post(
            at("approve", conference, person=row.pk), {"approved_on": clock.today().isoformat()}
        )
        assert answer.status_code == 302
    page = worker.get(at("conference", conference)).content.decode()
    assert "Entbindung fehlt" in page
    assert step(worker, conference, "consent").status_code == 409
    release_for(client_record, people.provider)
    assert step(worker, conference, "consent").status_code == 302
    day = tomorrow().date().isoformat()
    answer = worker.post(
        at("fix-date", conference),
        {"day": day, "start": "13:30", "end": "15:00", "place": "Raum 112"},
    )
    assert answer.status_code == 302, answer.content.decode()
    refused = step(worker, conference, "invite")
    assert refused.status_code == 409
    assert "noch nicht einladen" in refused.content.decode()
    release_for(client_record, people.office)
    assert step(worker, conference, "invite").status_code == 302
    assert set(deliver_outbox()) == {"done"}
    assert len(mailbox.mails) == 3
    begin_of(conference)
    presence = {f"presence_{row.pk}": "present" for row in conference.participants.all()}
    assert worker.get(at("minutes-form", conference)).status_code == 200
    assert worker.post(at("save-minutes", conference), presence).status_code == 302
    assert step(worker, conference, "hold").status_code == 302
    assert worker.get(at("minutes-form", conference)).status_code == 200
    texts = {
        **presence,
        "client_view": "Ich will bleiben.",
        "what_1": "Anruf um 9 Uhr",
        "who_1": "Selma Arslan",
        "due_1": (clock.today() + dt.timedelta(days=7)).isoformat(),
    }
    assert worker.post(at("save-minutes", conference), texts).status_code == 302
    assert step(worker, conference, "present").status_code == 302
    assert worker.get(at("release-form", conference)).status_code == 200
    early = worker.post(at("release", conference), {"review_end": "lapsed"})
    assert early.status_code == 409
    assert worker.post(at("release", conference), {"review_end": "approved"}).status_code == 302
    assert set(deliver_outbox()) == {"done"}
    copy = MinutesCopy.objects.get(facility=people.clinic)
    download = worker.get(at("copy", conference, copy=copy.pk))
    assert download.status_code == 200
    assert download["Content-Type"] == "application/pdf"
    page = worker.get(at("conference", conference)).content.decode()
    assert "Ich will bleiben." in page
    assert "Jutta Vogelsang" in page
    assert "missing:" not in page
    conference.refresh_from_db()
    assert conference.state == CaseState.MINUTES_RELEASED


def begin_of(conference):
    start = clock.now() - dt.timedelta(hours=2)
    CaseConference.objects.filter(pk=conference.pk).update(
        starts_at=start, ends_at=start + dt.timedelta(hours=1)
    )


@pytest.mark.parametrize("who", ["guest", "coordination"])
def test_others_at_the_table_read_what_their_release_allows(reviewed, sign_in, people, who):
    actor = getattr(reviewed, who)
    facility = people.provider if who == "guest" else people.office
    browser = sign_in(actor.person, facility)

    page = browser.get(at("conference", reviewed.conference)).content.decode()

    assert "Was brauche ich" in page
    assert ("Ich will in meiner Wohnung bleiben." in page) == (who == "coordination")
    assert "Nachbarin" not in page


def test_every_page_of_a_stranger_is_missing(reviewed, sign_in, people):
    browser = sign_in(people.other_intake, people.other_provider)

    for name in ("conference", "minutes-form", "release-form", "date-form", "poll-form"):
        assert browser.get(at(name, reviewed.conference)).status_code == 404
    for word in ("release", "step"):
        more = {"step": "close"} if word == "step" else {}
        assert browser.post(at(word, reviewed.conference, **more)).status_code == 404


@pytest.mark.parametrize("who", ["social_worker", "coordinator"])
def test_the_list_costs_the_same_for_one_row_and_for_five(
    people, sign_in, who, django_assert_num_queries
):
    place = people.clinic if who == "social_worker" else people.office
    browser = sign_in(getattr(people, who), place)
    address = reverse("conferences:conferences")

    def one_more() -> None:
        table = propose(people, make_client(people.clinic))
        schedule(table, people)

    one_more()
    with CaptureQueriesContext(connection) as first:
        assert "Jutta Vogelsang" in browser.get(address).content.decode()
    for _ in range(4):
        one_more()

    with django_assert_num_queries(len(first)):
        assert browser.get(address).content.decode().count("Jutta Vogelsang") == 5
