"""Whoever answers an inquiry is asked by the way whether the entry holds; free to say nothing."""

import datetime as dt

import pytest

from core import clock
from network.models import Service, Suggestion
from referrals.reasons import Decline
from referrals.workflow import State
from tests.referrals.cases import bring, make_case

pytestmark = pytest.mark.django_db
FORMS = ("anbieten", "absagen", "warteliste", "fragen")


@pytest.fixture
def inquiry(people):
    return bring(make_case(people), State.REQUESTED)


def grow_old(inquiry, *, days, hours):
    Service.objects.filter(pk=inquiry.service_id).update(
        verified_on=clock.today() - dt.timedelta(days=days),
        capacity="free",
        capacity_at=clock.now() - dt.timedelta(hours=hours),
    )


def asked(client, inquiry, word="absagen"):
    page = client.get(f"/anfragen/{inquiry.pk}/", {"schritt": word}).content.decode()
    return {name for name in ("still_true", "capacity") if f'name="entry_{name}"' in page}


def decline(client, inquiry, **typed):
    inquiry.refresh_from_db()
    words = {"reason": Decline.values[0], "version": str(inquiry.version), **typed}
    return client.post(f"/anfragen/{inquiry.pk}/absagen/", words)


@pytest.fixture
def client_(people, sign_in, inquiry):
    return sign_in(people.intake, people.provider)


@pytest.mark.parametrize("word", FORMS)
def test_only_what_is_old_is_asked(client_, inquiry, word):
    for days, hours, expected in (
        (10, 1, set()),
        (181, 1, {"still_true"}),
        (10, 73, {"capacity"}),
        (300, 400, {"still_true", "capacity"}),
    ):
        grow_old(inquiry, days=days, hours=hours)
        assert asked(client_, inquiry, word) == expected


def test_saying_nothing_answers_the_inquiry_and_changes_nothing(client_, inquiry):
    grow_old(inquiry, days=300, hours=400)
    before = Service.objects.values().get(pk=inquiry.service_id)

    assert decline(client_, inquiry).status_code == 302

    inquiry.refresh_from_db()
    assert inquiry.state == "declined"
    assert Service.objects.values().get(pk=inquiry.service_id) == before


def test_what_is_said_is_taken_with_its_moment(client_, inquiry):
    grow_old(inquiry, days=300, hours=400)

    decline(client_, inquiry, entry_still_true="ja", entry_capacity="full")

    row = Service.objects.get(pk=inquiry.service_id)
    assert (row.verified_on, row.capacity) == (clock.today(), "full")
    assert clock.now() - row.capacity_at < dt.timedelta(minutes=1)


def test_a_no_waits_for_the_owner_as_a_hint_and_leaves_the_entry_alone(client_, inquiry):
    grow_old(inquiry, days=300, hours=1)

    decline(client_, inquiry, entry_still_true="nein")

    assert "stimmt nicht mehr" in Suggestion.objects.get(service=inquiry.service_id).text
    assert Service.objects.get(pk=inquiry.service_id).verified_on < clock.today()


@pytest.mark.parametrize("odd", ["", "vielleicht", "\0", "<b>", "🙂" * 500])
def test_odd_words_never_stop_the_answer(client_, inquiry, odd):
    grow_old(inquiry, days=300, hours=400)

    assert decline(client_, inquiry, entry_still_true=odd, entry_capacity=odd).status_code == 302

    row = Service.objects.get(pk=inquiry.service_id)
    assert (row.verified_on, row.capacity) == (clock.today() - dt.timedelta(days=300), "free")


def test_what_was_not_asked_is_not_taken(client_, inquiry):
    grow_old(inquiry, days=10, hours=1)

    decline(client_, inquiry, entry_still_true="nein", entry_capacity="full")

    assert Service.objects.get(pk=inquiry.service_id).capacity == "free"
    assert not Suggestion.objects.exists()


def test_an_answer_that_is_refused_takes_nothing_either(client_, inquiry):
    grow_old(inquiry, days=300, hours=400)

    assert decline(client_, inquiry, version="0", entry_capacity="full").status_code == 409

    assert Service.objects.get(pk=inquiry.service_id).capacity == "free"
