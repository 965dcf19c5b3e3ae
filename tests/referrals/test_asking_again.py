"""Asking a service again within 30 days, also one that had only a draft."""

import pytest
from django.core.exceptions import ValidationError

from referrals import services
from referrals.models import Inquiry
from referrals.reasons import Fail, NextStep
from referrals.workflow import State
from tests.referrals.cases import bring, today


def superseded_draft(case):
    """A draft for B that a confirmation of A, come to nothing since, has superseded."""
    waiting = services.draft(referral=case.referral, service=case.b, by=case.sender)
    confirmed = bring(case, State.CONFIRMED)
    services.fail(
        inquiry=confirmed, reason=Fail.PLACE_LOST, next_step=NextStep.NEW_SEARCH, by=case.sender
    )
    return Inquiry.objects.get(pk=waiting.pk)


def test_a_draft_that_was_never_sent_needs_the_persons_agreement(case):
    inquiry = superseded_draft(case)

    with pytest.raises(ValidationError, match="einverstanden"):
        services.reopen(inquiry=inquiry, note="Platz verloren", by=case.sender)


def test_with_the_agreement_it_is_sent(case):
    inquiry = superseded_draft(case)

    row = services.reopen(
        inquiry=inquiry,
        note="Platz verloren",
        agreed_on=today(),
        agreed_form="oral",
        by=case.sender,
    )

    assert (row.state, row.agreed_on, row.agreed_form) == (State.REQUESTED, today(), "oral")
    assert row.sent_at is not None


def test_one_that_was_sent_keeps_the_agreement_it_has(case):
    inquiry = bring(case, State.DECLINED)

    row = services.reopen(inquiry=inquiry, note="Neuer Stand", by=case.sender)

    assert (row.state, row.agreed_on) == (State.REQUESTED, today())
