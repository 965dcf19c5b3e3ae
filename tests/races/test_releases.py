"""A release is withdrawn in the very moment in which it is used."""

from __future__ import annotations

import time

import pytest
from django.urls import reverse

from core.models import AuditEntry
from referrals import services
from referrals.models import Inquiry, Release
from referrals.workflow import State
from tests.people import make
from tests.races.together import browser, sender_of, together
from tests.referrals.cases import NAME, bring, in_days, make_case

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

READINGS, DRAFTS = 30, 20
SHIFT = 0.003
"""Seconds by which the withdrawal starts later in every round, through a whole request."""


def withdrawing(case, nth=0):
    """Takes back the release of the person, a little later in every round."""
    release = Release.objects.get(client=case.client)

    def withdraw():
        time.sleep(nth * SHIFT)
        return services.withdraw_release(release=release, by=case.sender)

    return withdraw


def test_no_page_shows_a_name_once_the_withdrawal_is_written():
    people = make()
    receiver = browser(people.intake)

    for nth in range(READINGS):
        case = make_case(people)
        inquiry = services.introduce(
            inquiry=bring(case, State.OFFERED), meeting_on=in_days(2), by=case.sender
        )
        target = reverse("referrals:inquiry", args=[inquiry.pk])

        page, ended = together(lambda: receiver.get(target), withdrawing(case, nth))  # noqa: B023 - run at once

        assert page.status_code == 200
        assert [row.pk for row in ended] == [inquiry.pk]
        assert not Inquiry.objects.get(pk=inquiry.pk).identity_open
        if NAME in page.content.decode():
            assert _read_before_withdrawal(inquiry, case)
        assert NAME not in receiver.get(target).content.decode()


def _read_before_withdrawal(inquiry, case):
    """By the numbers that the audit log gives under the lock."""
    read = AuditEntry.objects.filter(object_id=inquiry.pk, deed="inquiry.opened")
    taken_back = AuditEntry.objects.filter(
        object_id=Release.objects.get(client=case.client).pk, deed="release.withdrawn"
    )
    return read.earliest("pk").pk < taken_back.get().pk


def test_a_choice_is_written_before_the_withdrawal_or_not_at_all():
    people = make()
    chooser = browser(people.social_worker)

    for nth in range(READINGS):
        case = make_case(people)
        inquiry = bring(case, State.OFFERED)
        kwargs = {"referral": inquiry.referral_id, "pk": inquiry.pk, "word": "kennenlernen"}
        target = reverse("referrals:sent-inquiry-step", kwargs=kwargs)
        introduce = sender_of(chooser, target, meeting_on=f"{in_days(2):%Y-%m-%d}")

        answer, ended = together(introduce, withdrawing(case, nth))

        assert answer.status_code in {302, 409}
        assert [row.pk for row in ended] == ([inquiry.pk] if answer.status_code == 302 else [])
        assert not Inquiry.objects.get(pk=inquiry.pk).identity_open


def test_asking_somebody_else_does_not_block_a_withdrawal():
    people = make()

    for _ in range(DRAFTS):
        case = make_case(people)
        bring(case, State.INTRODUCED)

        results = together(
            lambda: services.draft(referral=case.referral, service=case.b, by=case.sender),  # noqa: B023 - run at once
            withdrawing(case),
        )

        assert not [result for result in results if isinstance(result, Exception)]
