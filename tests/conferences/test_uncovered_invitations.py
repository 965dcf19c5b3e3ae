"""Nobody is invited whom no release covers: not by a button, not by a bare form, not by mail."""

import pytest
from django.urls import reverse

from conferences.models import Participant
from conferences.services import people as seats
from conferences.workflow import CaseState
from core import clock
from core.models import OutboxMessage
from referrals.models import Release, ReleaseParty
from referrals.services import withdraw_release


def invite(browser, table):
    """The bare form, as if its page had never been read."""
    kwargs = {"pk": table.conference.pk, "step": "invite"}
    return browser.post(reverse("conferences:step", kwargs=kwargs))


def _withdrawn(table, people):
    withdraw_release(release=Release.objects.get(), by=table.owner)


def _expired(table, people):
    Release.objects.update(valid_from="2020-01-01", valid_until="2020-12-31")


def _for_another_facility(table, people):
    ReleaseParty.objects.filter(facility=people.provider).update(facility=people.other_provider)


def _without_the_conference(table, people):
    withdraw_release(release=Release.objects.get(), categories=["conference"], by=table.owner)


def _facility_taken_back(table, people):
    withdraw_release(release=Release.objects.get(), facilities=[people.provider], by=table.owner)


def _not_approved(table, people):
    Participant.objects.filter(facility=people.provider).update(approved_on=None)


def _unsigned_relative(table, people):
    row = seats.add_guest(
        conference=table.now(), kind="relative", name="Rolf Vogelsang", by=table.owner
    )
    seats.approve(
        conference=table.now(), participant=row, approved_on=clock.today(), by=table.owner
    )


HOLES = [
    _withdrawn,
    _expired,
    _for_another_facility,
    _without_the_conference,
    _facility_taken_back,
    _not_approved,
    _unsigned_relative,
]


def test_a_covered_table_is_invited(scheduled, sign_in, people):
    assert invite(sign_in(people.social_worker, people.clinic), scheduled).status_code == 302
    assert scheduled.now().state == CaseState.INVITED


@pytest.mark.parametrize("hole", HOLES)
def test_an_uncovered_person_stops_the_whole_invitation(scheduled, sign_in, people, hole):
    hole(scheduled, people)

    answer = invite(sign_in(people.social_worker, people.clinic), scheduled)

    assert answer.status_code == 409
    assert "noch nicht einladen" in answer.content.decode()
    assert scheduled.now().state == CaseState.SCHEDULING
    assert not OutboxMessage.objects.filter(kind="conferences.invitation").exists()


@pytest.mark.parametrize("hole", [hole for hole in HOLES if hole is not _unsigned_relative])
def test_what_was_covered_when_inviting_is_asked_again_before_the_mail(
    invited, deliver_outbox, mailbox, people, hole
):
    hole(invited, people)

    deliver_outbox()

    assert people.intake.email not in [to for mail in mailbox.recipients for to in mail]
    assert people.social_worker.email in [to for mail in mailbox.recipients for to in mail]
