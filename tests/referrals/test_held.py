"""An inquiry read while its releases are held says the same as the releases themselves."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from referrals import services
from referrals.access import fetch_held, opened, opened_questions
from referrals.disclosure import granted
from referrals.models import Inquiry, Release
from referrals.vocabulary import Category
from referrals.workflow import State
from tests.referrals.cases import another_referral, bring, in_days, release_for, send

SOME = (Category.IDENTITY, Category.CONTACT)


def _partly_withdrawn(case):
    release = release_for(case)
    services.withdraw_release(release=release, categories=["medication"], by=case.sender)


def _one_facility_withdrawn(case):
    release = release_for(case, case.people.provider, case.people.other_provider)
    release.parties.filter(facility=case.people.provider).update(withdrawn_at=clock.now())


def _ended(case):
    release = release_for(case)
    day = clock.today() - timedelta(days=1)
    Release.objects.filter(pk=release.pk).update(valid_from=day, valid_until=day)


def _for_another_to_tell(case):
    services.record_release(
        client=case.client,
        hearing=[case.people.provider],
        speaking=[case.people.other_provider],
        categories=list(Category),
        valid_until=in_days(9),
        by=case.sender,
    )


RELEASES = {
    "none": lambda case: None,
    "of everything": release_for,
    "of some": lambda case: release_for(case, categories=SOME),
    "two": lambda case: (release_for(case, categories=SOME), release_for(case)),
    "to another facility": lambda case: release_for(case, case.people.other_provider),
    "partly withdrawn": _partly_withdrawn,
    "withdrawn for one facility": _one_facility_withdrawn,
    "ended": _ended,
    "for another to tell": _for_another_to_tell,
}
OPENING = {"of everything", "of some", "two", "partly withdrawn"}


def held(inquiry, actor):
    return fetch_held(Inquiry.objects.received_by, actor, pk=inquiry.pk)


@pytest.mark.parametrize("name", RELEASES)
def test_the_row_carries_what_the_releases_grant(case, name):
    inquiry = send(case, case.a)
    RELEASES[name](case)

    row = held(inquiry, case.receiver)

    assert row.held_grants == granted(Inquiry.objects.get(pk=inquiry.pk))
    assert bool(row.held_grants) == (name in OPENING)


def test_what_was_opened_of_one_inquiry_opens_nothing_of_another(case):
    first = held(bring(case, State.QUERY), case.receiver)
    second = held(send(another_referral(case), case.a), case.receiver)
    seen = opened(first.client, by=case.receiver, stage=1, purpose="Anfrage", inquiry=first)

    assert opened_questions(first, by=case.receiver, seen=seen)
    with pytest.raises(PermissionDenied):
        opened_questions(second, by=case.receiver, seen=seen)
