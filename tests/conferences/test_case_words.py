"""What the page of a table says fits it: who reads, who is missing, whether it has a name."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import CaseConference
from conferences.services import people as seats
from conferences.services import proposals
from conferences.workflow import CaseStep
from core import clock
from tests.conferences import tables


def page_of(browser, table):
    address = reverse("conferences:conference", kwargs={"pk": table.conference.pk})
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def worker(sign_in, people):
    """The social worker at the browser."""
    return sign_in(people.social_worker, people.clinic)


@pytest.fixture
def nameless(people):
    """A table that knows no person."""
    table = tables.propose(people, None)
    proposals.take(conference=table.now(), step=CaseStep.GO_ANONYMOUS, by=table.owner)
    tables.seat_everybody(table, people)
    return table


def test_the_draft_says_who_reads_it(reviewed, worker, mailbox):
    shown = page_of(worker, reviewed)

    assert "wer ihn schreibt" not in shown
    assert "Diesen Entwurf lesen nur Ihre Einrichtung" in shown


@pytest.mark.parametrize("state", ["minutes_draft", "client_review"])
def test_without_a_name_no_person_is_said_to_read(nameless, worker, state):
    start = clock.now()
    CaseConference.objects.update(state=state, starts_at=start, ends_at=tables.tomorrow())

    shown = page_of(worker, nameless)

    assert "Die Person" not in shown
    assert "Der Person" not in shown


def test_a_known_person_reads_first(reviewed, worker, mailbox):
    assert "Die Person hat sieben Tage" in page_of(worker, reviewed)


def test_the_page_says_what_is_missing_before_the_invitation(scheduled, worker):
    seats.add_guest(conference=scheduled.now(), kind="relative", name="Rolf", by=scheduled.owner)

    shown = page_of(worker, scheduled)

    assert "Sie können noch nicht einladen" in shown
    assert "hinaus" not in shown


def test_an_approval_that_is_known_stands_in_the_form(scheduled, worker):
    seat = scheduled.seat("facilitation")
    day = clock.today() - dt.timedelta(days=9)
    scheduled.now().participants.filter(pk=seat.pk).update(approved_on=day, confidentiality_on=day)
    address = reverse(
        "conferences:approval-form", kwargs={"pk": scheduled.conference.pk, "person": seat.pk}
    )

    form = worker.get(address).context["form"]

    assert form["approved_on"].value() == day
    assert form["confidentiality_on"].value() == day
