"""Links without sign-in: one purpose, one time, one place, until they end."""

import datetime as dt
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import Http404, HttpResponse

from core import clock
from core.access import by_token
from core.actor import Via
from core.errors import LinkOver
from core.models import AccessToken
from core.tokens import forget_ended, issue, redeemable, spend, withdraw
from core.views.errors import not_found

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@by_token("answer")
def answer(request, token):
    who = request.actor
    return HttpResponse(f"{who.via} {who.facility} {token.object_id}")


@pytest.fixture
def visit(rf):
    def visit(token: str) -> HttpResponse:
        request = rf.get("/l/")
        request.user, request.session = AnonymousUser(), SessionStore()
        return answer(request, token=token)

    return visit


def test_a_link_opens_its_object_for_its_facility(visit):
    row, facility = uuid4(), uuid4()

    page = visit(issue(purpose="answer", object_id=row, facility=facility, valid_for=DAY))

    assert page.content.decode() == f"{Via.LINK} {facility} {row}"


def test_a_link_for_something_else_does_not_open(visit):
    token = issue(purpose="other", object_id=uuid4(), facility=None, valid_for=DAY)

    with pytest.raises(Http404):
        visit(token)


def test_a_link_ends(visit, time_machine):
    token = issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=DAY)

    time_machine.move_to(clock.now() + DAY + dt.timedelta(seconds=1))

    with pytest.raises(Http404):
        visit(token)


def test_a_used_link_does_not_open_again(visit):
    token = issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=DAY)
    AccessToken.objects.update(used_at=clock.now())

    with pytest.raises(Http404):
        visit(token)


def test_the_link_itself_is_not_kept():
    token = issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=DAY)

    assert token not in str(AccessToken.objects.values().get())


def test_a_link_is_spent_once():
    token = issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=DAY)
    row = redeemable(token, "answer")

    spend(row)

    with pytest.raises(LinkOver):
        spend(row)
    assert redeemable(token, "answer") is None


def test_a_link_that_ended_on_the_open_page_is_not_spent(time_machine):
    token = issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=DAY)
    row = redeemable(token, "answer")

    time_machine.move_to(clock.now() + DAY + dt.timedelta(seconds=1))

    with pytest.raises(LinkOver):
        spend(row)


def test_a_newer_link_takes_the_older_back_for_its_own_object_only():
    row, other = uuid4(), uuid4()
    old = issue(purpose="answer", object_id=row, facility=None, valid_for=DAY)
    beside = issue(purpose="answer", object_id=other, facility=None, valid_for=DAY)

    withdraw(purpose="answer", object_id=row)

    assert redeemable(old, "answer") is None
    assert redeemable(beside, "answer") is not None


def test_links_that_are_over_are_forgotten_a_month_later(time_machine):
    used = issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=400 * DAY)
    spend(redeemable(used, "answer"))
    issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=DAY)
    lasting = issue(purpose="answer", object_id=uuid4(), facility=None, valid_for=400 * DAY)

    assert forget_ended() == 0
    time_machine.move_to(clock.now() + 32 * DAY)

    assert forget_ended() == 2
    assert redeemable(lasting, "answer") is not None


def test_a_link_that_is_over_reads_the_same_whatever_became_of_it(rf):
    page = not_found(rf.get("/l/"), LinkOver()).content.decode()

    assert "Dieser Link gilt nicht mehr" in page
    assert "alles erledigt" in page
    assert "Dieser Link" not in not_found(rf.get("/x/"), Http404()).content.decode()
