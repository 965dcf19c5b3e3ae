"""Who reads a file of the handover: its own house, and the named worker while files are given."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import AuditEntry
from referrals import services
from referrals.access import opened_document
from referrals.models import Inquiry
from referrals.vocabulary import Category
from referrals.workflow import State
from tests.people import acting
from tests.referrals.cases import another_referral, bring
from tests.referrals.reading import fresh

CONTENT = b"%PDF-1.7 Entlassbrief"
WITHOUT_FILES = [category for category in Category if category != Category.FILES]


@pytest.fixture
def document(case):
    """A file beside the handover of the case."""
    return services.attach_document(
        referral=case.referral,
        content=CONTENT,
        content_type="application/pdf",
        title="Entlassbrief",
        by=case.sender,
    )


def test_the_owner_and_the_named_worker_read_it_and_leave_a_trace(case, document):
    inquiry = fresh(bring(case, State.CONFIRMED))

    assert opened_document(document, by=case.sender) == CONTENT
    assert opened_document(document, by=case.receiver, inquiry=inquiry) == CONTENT

    read = AuditEntry.objects.filter(deed="document.opened").order_by("id")
    assert [(e.person, e.case) for e in read] == [
        (case.people.social_worker.pk, case.referral.pk),
        (case.people.intake.pk, case.referral.pk),
    ]


def test_nothing_of_it_stands_readable_in_the_database(document):
    assert CONTENT not in bytes(document.file.ciphertext)
    assert "Entlassbrief" not in f"{document.title}{document.file.name}{bytes(document.title.raw)}"


@pytest.mark.parametrize("state", [State.REQUESTED, State.INTRODUCED, State.DECLINED])
def test_without_a_confirmed_place_it_stays_closed(case, document, state):
    inquiry = fresh(bring(case, state))

    with pytest.raises(PermissionDenied):
        opened_document(document, by=case.receiver, inquiry=inquiry)


def test_files_that_were_taken_back_are_closed(case, document):
    inquiry = bring(case, State.CONFIRMED)
    release = fresh(inquiry).release
    services.withdraw_release(release=release, categories=[Category.FILES], by=case.sender)
    assert fresh(inquiry).state == State.CONFIRMED

    with pytest.raises(PermissionDenied):
        opened_document(document, by=case.receiver, inquiry=fresh(inquiry))


def test_a_colleague_who_is_not_named_and_a_stranger_do_not_read_it(case, document):
    inquiry = bring(case, State.CONFIRMED)
    Inquiry.objects.update(worker=None, deputy=None)
    elsewhere = acting(case.people.other_intake, case.people.other_provider)

    for reader in (case.receiver, elsewhere):
        with pytest.raises(PermissionDenied):
            opened_document(document, by=reader, inquiry=fresh(inquiry))
        with pytest.raises(PermissionDenied):
            opened_document(document, by=reader)


def test_an_inquiry_of_another_referral_opens_it_to_nobody(case, document):
    services.close_referral(referral=case.referral, reason="supplied", by=case.sender)
    inquiry = fresh(bring(another_referral(case), State.CONFIRMED))

    for reader in (case.receiver, case.lead):
        with pytest.raises(PermissionDenied):
            opened_document(document, by=reader, inquiry=inquiry)
