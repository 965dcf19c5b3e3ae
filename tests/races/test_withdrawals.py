"""A withdrawal and a disclosure, each caught between the other's look and its commit.

Tripped by planted faults: with ``hold_shared`` doing nothing, and without the release lock of
``conferences.services.stepping`` or ``conferences.access``, nobody waits and each test fails.
"""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from conferences.access import opened as opened_conference
from conferences.access import readable_copy
from conferences.models import CaseConference, MinutesCopy
from conferences.services import recording, releasing, scheduling
from conferences.workflow import CaseState
from core.errors import Refused
from core.models import OutboxMessage
from referrals import services
from referrals.access import fetch_held, opened
from referrals.models import Inquiry, Release
from referrals.workflow import State
from tests.conferences import tables
from tests.people import make
from tests.races.interleaved import interleaved
from tests.referrals.cases import (
    NAME,
    another_referral,
    in_days,
    make_case,
    offer,
    release_for,
    send,
)

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

ROUNDS = 50
"""Of each order, so that a withdrawal meets a disclosure a hundred times."""


def disclosures(case, inquiry):
    """Every service by which a name becomes readable to the asked side."""
    return {
        "confirm": lambda: services.confirm(inquiry=inquiry, by=case.sender),
        "introduce": lambda: services.introduce(
            inquiry=inquiry, meeting_on=in_days(2), by=case.sender
        ),
    }


def rounds(word):
    """Fresh offers under a fresh release, with the disclosure and the withdrawal of each."""
    case = make_case(make())
    for _ in range(ROUNDS):
        case = another_referral(case)
        release = release_for(case)
        inquiry = offer(case, send(case, case.a))
        yield case, inquiry, disclosures(case, inquiry)[word], taking_back(release, case.sender)


def taking_back(release, by):
    return lambda: services.withdraw_release(release=release, by=by)


@pytest.mark.parametrize("word", ["confirm", "introduce"])
def test_who_withdraws_first_is_never_disclosed(word):
    for case, inquiry, disclose, withdraw in rounds(word):
        met = interleaved(withdraw, disclose)

        assert met.waited
        assert isinstance(met.second, Refused), met
        row = Inquiry.objects.get(pk=inquiry.pk)
        assert (row.state, row.identity_open) == (State.OFFERED, False)
        assert NAME not in _texts(case, row)


@pytest.mark.parametrize("word", ["confirm", "introduce"])
def test_what_was_disclosed_first_is_closed_by_the_withdrawal_behind_it(word):
    for case, inquiry, disclose, withdraw in rounds(word):
        met = interleaved(disclose, withdraw)

        assert met.waited
        assert [row.pk for row in met.second] == [inquiry.pk]
        row = Inquiry.objects.get(pk=inquiry.pk)
        assert (row.state, row.identity_open) == (State.WITHDRAWN, False)
        assert NAME not in _texts(case, row)


def _texts(case, row):
    row = Inquiry.objects.select_related("referral", "client__data_key").get(pk=row.pk)
    found = opened(row.client, by=case.receiver, stage=3, purpose="Seite", inquiry=row)
    return found.texts.values()


def test_a_page_is_read_to_its_end_before_the_withdrawal_counts():
    case = make_case(make())
    release = release_for(case)
    inquiry = services.confirm(inquiry=offer(case, send(case, case.a)), by=case.sender)

    met = interleaved(
        lambda: NAME in _texts(case, inquiry),
        lambda: services.withdraw_release(release=release, by=case.sender),
    )

    assert met.waited
    assert met.first is True
    assert NAME not in _texts(case, inquiry)


def test_the_page_of_an_inquiry_waits_for_a_withdrawal_that_came_first():
    case = make_case(make())
    release = release_for(case)
    inquiry = services.confirm(inquiry=offer(case, send(case, case.a)), by=case.sender)

    met = interleaved(
        lambda: services.withdraw_release(release=release, by=case.sender),
        lambda: _page(case, inquiry),
    )

    assert met.waited
    assert NAME not in met.second


def _page(case, inquiry):
    """The texts as the page reads them."""
    row = fetch_held(Inquiry.objects.received_by, case.receiver, pk=inquiry.pk)
    return opened(
        row.client, by=case.receiver, stage=3, purpose="Seite", inquiry=row
    ).texts.values()


@pytest.fixture
def table():
    """A table that is covered and dated."""
    people = make()
    table = tables.propose(people, tables.make_client(people.clinic))
    tables.schedule(table, people)
    return table


def withdrawing(table):
    """Takes back the one release that covers the guests."""
    release = Release.objects.get(client=table.conference.client)
    return lambda: services.withdraw_release(release=release, by=table.owner)


def inviting(table):
    return lambda: scheduling.invite(conference=table.now(), by=table.owner)


def test_nobody_is_invited_under_a_release_that_is_being_withdrawn(table):
    met = interleaved(withdrawing(table), inviting(table))

    assert met.waited
    assert isinstance(met.second, Refused)
    assert "fehlt die Entbindung" in str(met.second)
    assert table.now().state == CaseState.SCHEDULING
    assert not OutboxMessage.objects.filter(kind="conferences.invitation").exists()


def test_a_withdrawal_waits_for_the_invitation_and_then_stops_its_mails(table):
    met = interleaved(inviting(table), withdrawing(table))

    assert met.waited
    assert met.second == []
    assert table.now().state == CaseState.INVITED
    assert not CaseConference.objects.visible_to(table.guest).exists()


def released(table):
    """The minutes of the table, frozen."""
    inviting(table)()
    tables.hold(table)
    tables.write(table)
    recording.present(conference=table.now(), by=table.owner)
    releasing.release(conference=table.now(), review_end="approved", by=table.owner)
    return MinutesCopy.objects.get(facility=table.guest.facility)


def test_the_page_of_a_table_is_read_to_its_end_before_the_withdrawal_counts(table):
    met = interleaved(
        lambda: opened_conference(table.now(), by=table.guest, purpose="page"),
        withdrawing(table),
    )

    assert met.waited
    assert met.first.person


def test_the_page_of_a_table_waits_for_a_withdrawal_that_came_first(table):
    met = interleaved(
        withdrawing(table),
        lambda: opened_conference(table.now(), by=table.guest, purpose="page", for_page=True),
    )

    assert met.waited
    assert isinstance(met.second, PermissionDenied)


def test_minutes_are_fetched_before_the_withdrawal_or_not_at_all(table):
    copy = released(table)

    met = interleaved(
        lambda: readable_copy(table.now(), copy.pk, by=table.guest), withdrawing(table)
    )

    assert met.waited
    assert met.first == copy
