"""Proposing a conference: whom the form offers, and the words that can be changed afterwards."""

import pytest
from django.urls import reverse

from conferences.models import CaseConference
from core.models import AuditEntry
from core.sealing import reveal
from tests.conferences import tables

PROPOSAL = "conferences:proposal"


@pytest.fixture
def worker(sign_in, people):
    """The social worker at the browser."""
    return sign_in(people.social_worker, people.clinic)


@pytest.fixture
def known(people):
    """The clinic knows more people than stand on one page; the oldest first."""
    return [tables.make_client(people.clinic) for _ in range(30)]


def offered(answer):
    return [key for key, _name in answer.context["form"].fields["client"].choices if key]


def opened_last():
    return AuditEntry.objects.filter(deed="client.names_listed").latest("pk").detail


def test_a_page_opens_the_names_of_one_page_of_people(worker, known):
    first = worker.get(reverse(PROPOSAL))
    assert len(offered(first)) == 25
    assert opened_last().endswith(", 25")

    second = worker.get(reverse(PROPOSAL), {"nach": first.context["next_cursor"]})

    assert len(offered(second)) == 5
    assert {*offered(first), *offered(second)} == {str(row.pk) for row in known}


def test_somebody_known_for_long_can_be_chosen(worker, known):
    oldest = known[0]

    page = worker.get(reverse(PROPOSAL), {"person": str(oldest.pk)})
    assert str(oldest.pk) in offered(page)
    assert page.context["form"].initial["client"] == str(oldest.pk)
    answer = worker.post(
        reverse("conferences:propose"),
        {"kind": "network", "client": str(oldest.pk), "core_question": "Was hilft?"},
    )

    assert answer.status_code == 302
    assert CaseConference.objects.get().client_id == oldest.pk


@pytest.mark.parametrize("wrong", ["x", "00000000-0000-0000-0000-000000000000", "\0"])
def test_nobody_of_somebody_else_is_offered(worker, known, people, wrong):
    other = tables.make_client(people.other_clinic)

    for key in (wrong, str(other.pk)):
        assert key not in offered(worker.get(reverse(PROPOSAL), {"person": key}))
        answer = worker.post(
            reverse("conferences:propose"),
            {"kind": "network", "client": key, "core_question": "Was hilft?"},
        )
        assert answer.status_code == 422


def at(name, table):
    return reverse(f"conferences:{name}", kwargs={"pk": table.conference.pk})


def test_question_and_limits_are_worded_anew_before_the_invitation(worker, table):
    page = worker.get(at("conference", table)).content.decode()
    assert at("edit-form", table) in page
    form = worker.get(at("edit-form", table)).context["form"]
    assert form.initial["not_to_discuss"] == "Arbeitsstelle"

    words = {"core_question": "Wie wohne ich?", "not_to_discuss": "Geld", "version": "1"}
    assert worker.post(at("edit", table), words).status_code == 302

    texts = reveal(table.now(), "core_question", "not_to_discuss")
    assert texts == {"core_question": "Wie wohne ich?", "not_to_discuss": "Geld"}
    assert worker.post(at("edit", table), words).status_code == 409


def test_after_the_invitation_the_question_stands(worker, invited, mailbox):
    assert worker.get(at("edit-form", invited)).status_code == 409
    assert at("edit-form", invited) not in worker.get(at("conference", invited)).content.decode()


def test_a_guest_words_nothing_anew(scheduled, sign_in, people):
    guest = sign_in(people.intake, people.provider)

    assert guest.get(at("edit-form", scheduled)).status_code == 403
    assert guest.post(at("edit", scheduled), {"core_question": "x"}).status_code == 403
