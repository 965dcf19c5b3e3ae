"""What a release opens, and what its end, withdrawal or narrowing closes."""

import pytest
from django.utils import timezone

from core import clock
from referrals import services
from referrals.access import visible_fields
from referrals.disclosure import STAGE_1
from referrals.models import Inquiry, Release
from referrals.vocabulary import Category
from referrals.workflow import State
from tests.people import acting
from tests.referrals.cases import NAME, bring, in_days, offer, release_for, send
from tests.referrals.reading import fresh, read


@pytest.mark.parametrize("state", [State.INTRODUCED, State.CONFIRMED, State.ARRIVED])
def test_an_expired_release_closes_the_access_at_midnight_and_keeps_the_state(case, state):
    inquiry = bring(case, state)
    Release.objects.update(valid_from=in_days(-9), valid_until=in_days(-1))

    assert NAME not in read(inquiry, case.receiver)
    assert fresh(inquiry).state == state


def test_a_release_holds_until_the_end_of_its_last_day_in_berlin(case, time_machine_at):
    release = release_for(case, days=1)
    last_evening = f"{release.valid_until} 23:59:59"

    with time_machine_at(last_evening):
        assert Release.objects.valid_at(clock.now()).exists()
        assert release.is_valid_at(clock.now())
    with time_machine_at(f"{in_days(2)} 00:00:00"):
        assert not Release.objects.valid_at(clock.now()).exists()
        assert not release.is_valid_at(clock.now())


def test_withdrawing_the_release_ends_what_it_disclosed_at_once(case):
    inquiry = bring(case, State.CONFIRMED)
    release = Release.objects.get()

    ended = services.withdraw_release(release=release, by=case.sender)

    assert [row.pk for row in ended] == [inquiry.pk]
    assert fresh(inquiry).state == State.WITHDRAWN
    assert NAME not in read(inquiry, case.receiver)
    assert fresh(inquiry).referral.due_at is not None


@pytest.mark.parametrize("state", [State.ARRIVED, State.COMPLETED])
def test_after_arrival_the_state_stays_and_only_the_access_ends(case, state):
    inquiry = bring(case, state)

    ended = services.withdraw_release(release=Release.objects.get(), by=case.sender)

    assert ended == []
    assert fresh(inquiry).state == state
    assert NAME not in read(inquiry, case.receiver)


def test_an_offer_after_the_meeting_ends_with_the_release_and_one_before_it_does_not(case):
    met = offer(case, bring(case, State.INTRODUCED))
    other = acting(case.people.other_intake, case.people.other_provider)
    pseudonymous = offer(case, send(case, case.b), by=other)

    services.withdraw_release(release=Release.objects.get(), by=case.sender)

    assert fresh(met).state == State.WITHDRAWN
    assert fresh(pseudonymous).state == State.OFFERED


def test_a_partly_withdrawn_release_takes_only_those_sections(case):
    inquiry = bring(case, State.CONFIRMED)

    services.withdraw_release(
        release=Release.objects.get(), categories=[Category.MEDICATION], by=case.sender
    )

    fields = visible_fields(case.receiver, fresh(inquiry))
    assert fresh(inquiry).state == State.CONFIRMED
    assert "medication" not in fields
    assert {"last_name", "discharge_plan"} <= fields


def test_a_second_release_keeps_the_access_open(case):
    inquiry = bring(case, State.CONFIRMED)
    first = Release.objects.get()
    release_for(case)

    assert services.withdraw_release(release=first, by=case.sender) == []
    assert NAME in read(inquiry, case.receiver)


def test_a_release_that_names_another_facility_opens_nothing(case):
    release_for(case, case.people.other_provider)
    inquiry = send(case, case.a)
    Inquiry.objects.filter(pk=inquiry.pk).update(
        identity_open=True, identity_opened_at=timezone.now(), release=Release.objects.get()
    )

    assert visible_fields(case.receiver, fresh(inquiry)) == STAGE_1


def test_a_release_without_the_contact_category_does_not_open_the_identity(case):
    release_for(case, categories=(Category.IDENTITY, Category.FILES))
    inquiry = send(case, case.a)
    Inquiry.objects.filter(pk=inquiry.pk).update(
        identity_open=True, identity_opened_at=timezone.now(), release=Release.objects.get()
    )

    assert visible_fields(case.receiver, fresh(inquiry)) == STAGE_1
