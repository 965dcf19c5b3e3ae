"""Agreements keep what became of them, through every later writing of the minutes."""

import pytest
from django.urls import reverse

from conferences.models import CaseMeasure
from conferences.services import proposals, recording, releasing
from conferences.workflow import CaseStep
from core import clock

AGREED = [
    {"what": "Anruf um 9 Uhr", "who": "Selma Arslan", "due_on": clock.today()},
    {"what": "Wohnung ansehen", "who": "Miriam Okafor-Lenz", "due_on": None},
]


@pytest.fixture(autouse=True)
def _mails_go_nowhere(mailbox):
    """Invitations of the fixtures arrive at the tests' server."""


@pytest.fixture
def revised(reviewed):
    """The first agreement is settled, and a new edition of the minutes has begun."""
    proposals.take(conference=reviewed.now(), step=CaseStep.CORRECT, by=reviewed.owner)
    recording.write(
        conference=reviewed.now(),
        texts={"client_view": "Ich will bleiben."},
        measures=AGREED,
        by=reviewed.owner,
    )
    recording.present(conference=reviewed.now(), by=reviewed.owner)
    releasing.release(conference=reviewed.now(), review_end="approved", by=reviewed.owner)
    recording.settle(
        conference=reviewed.now(),
        measure_id=reviewed.now().measures.get(number=1).pk,
        state="done",
        by=reviewed.owner,
    )
    proposals.take(conference=reviewed.now(), step=CaseStep.REVISE, by=reviewed.owner)
    return reviewed


def rows():
    found = CaseMeasure.objects.order_by("number")
    return [(row.number, row.state, row.settled_on) for row in found]


def form_of(browser, table):
    """The fields of the form as they stand, ready to be sent again."""
    address = reverse("conferences:minutes-form", kwargs={"pk": table.conference.pk})
    form = browser.get(address).context["form"]
    return {field.html_name: field.value() or "" for field in form}


def save(browser, table, fields):
    address = reverse("conferences:save-minutes", kwargs={"pk": table.conference.pk})
    answer = browser.post(address, fields)
    assert answer.status_code == 302, answer.content.decode()


def test_a_settled_agreement_stays_settled_when_the_minutes_are_saved_again(
    revised, sign_in, people
):
    browser = sign_in(people.social_worker, people.clinic)

    save(browser, revised, form_of(browser, revised))

    assert rows() == [(1, "done", clock.today()), (2, "open", None)]


def test_an_agreement_that_is_emptied_is_gone_and_the_others_keep_their_numbers(
    revised, sign_in, people
):
    browser = sign_in(people.social_worker, people.clinic)
    fields = form_of(browser, revised)

    save(browser, revised, {**fields, "what_2": "", "who_2": "", "what_3": "Post", "who_3": "Wir"})
    save(browser, revised, form_of(browser, revised))

    assert rows() == [(1, "done", clock.today()), (3, "open", None)]
    page = form_of(browser, revised)
    assert (page["what_2"], page["what_3"]) == ("", "Post")
