"""Data protection marks an inquiry that opened somebody's name by mistake."""

import pytest

from core.models import AuditEntry
from referrals.models import Inquiry
from referrals.workflow import State
from tests.people import member
from tests.referrals.cases import NAME, bring


@pytest.fixture
def officer(case, visit):
    """Who watches over data protection at the asking facility."""
    return visit(case.people.data_protection, case.people.clinic)


def _mark(visitor, reference):
    return visitor.post("mistake", reference=reference, note="Falsche Person angefragt")


def test_an_opened_inquiry_is_marked_by_its_reference(case, officer, visit):
    inquiry = bring(case, State.CONFIRMED)

    response = _mark(officer, f" {inquiry.reference.lower()} ")

    assert response.status_code == 302
    assert Inquiry.objects.get(pk=inquiry.pk).state == State.ENTERED_IN_ERROR
    receiver = visit(case.people.intake, case.people.provider)
    assert NAME not in receiver.get("inquiry", inquiry.pk).content.decode()
    entry = AuditEntry.objects.filter(deed="inquiry.mark_error").get()
    assert (entry.person, entry.case) == (case.people.data_protection.pk, inquiry.referral_id)


def test_nothing_of_the_case_is_shown(case, officer):
    inquiry = bring(case, State.CONFIRMED)

    page = officer.get("mistakes").content.decode()
    wrong = _mark(officer, "K-2222222").content.decode()

    for shown in (page, wrong):
        assert NAME not in shown
        assert inquiry.reference not in shown
    assert "keine Anfrage mit diesem Kennzeichen" in wrong


def test_an_inquiry_that_never_opened_a_name_is_the_senders_to_mark(case, officer):
    inquiry = bring(case, State.REQUESTED)

    assert _mark(officer, inquiry.reference).status_code == 403
    assert Inquiry.objects.get(pk=inquiry.pk).state == State.REQUESTED


def test_another_house_finds_nothing_under_the_reference(case, visit):
    inquiry = bring(case, State.CONFIRMED)
    elsewhere = visit(
        member(case.people.other_clinic, "data_protection", "Nora Feld"), case.people.other_clinic
    )

    response = _mark(elsewhere, inquiry.reference)

    assert "keine Anfrage mit diesem Kennzeichen" in response.content.decode()
    assert Inquiry.objects.get(pk=inquiry.pk).state == State.CONFIRMED
