"""The list of tables names a client only to whom a release of this very client names them."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.access import opened_titles
from conferences.coverage import granted, granted_for
from conferences.models import CaseConference
from conferences.services import proposals
from conferences.workflow import CaseState, CaseStep
from core import clock
from referrals.models import ReleaseParty
from referrals.services import withdraw_release
from referrals.vocabulary import Category
from tests.conferences import tables

NAMED = " ".join(tables.NAME)


@pytest.fixture
def two_tables(table, people):
    """One guest at two tables of the clinic, each with a person of its own."""
    other = tables.propose(people, tables.make_client(people.clinic))
    for row in (table, other):
        CaseConference.objects.filter(pk=row.conference.pk).update(state=CaseState.SCHEDULING)
        tables.seat_everybody(row, people)
    tables.release_for(table.conference.client, people.provider)
    tables.release_for(other.conference.client, people.provider, categories=[Category.CONFERENCE])
    return table, other


def test_a_release_of_one_client_names_no_other(two_tables):
    first, second = (row.now() for row in two_tables)

    titles = opened_titles([first, second], by=two_tables[0].guest)

    assert titles == {first.pk: NAMED, second.pk: "ohne Namen"}


def test_the_page_of_the_guest_names_one_of_two(two_tables, people, sign_in):
    page = sign_in(people.intake, people.provider).get(reverse("conferences:conferences"))

    text = page.content.decode()
    assert page.status_code == 200
    assert text.count(NAMED) == 1
    assert "ohne Namen" in text


def _one_direction(client, facility):
    release = tables.release_for(client, facility)
    ReleaseParty.objects.filter(release=release, facility=facility).update(speaks=False)


def _another_client(client, facility):
    tables.release_for(tables.make_client(client.owner_facility), facility)


def _ended(client, facility):
    tables.release_for(client, facility, until=clock.today() - dt.timedelta(days=1))


SOME = {"categories": [Category.CONFERENCE]}
RELEASES = {
    "none": lambda client, facility: None,
    "of everything": tables.release_for,
    "for the table alone": lambda client, facility: tables.release_for(client, facility, **SOME),
    "ended": _ended,
    "in one direction": _one_direction,
    "of another client": _another_client,
}


@pytest.mark.parametrize("release", RELEASES)
def test_a_list_says_the_same_as_the_table(table, people, release):
    RELEASES[release](table.conference.client, people.provider)
    row = table.now()

    for facility in (people.provider.pk, people.clinic.pk, people.other_provider.pk, None):
        expected = granted(row, facility)
        assert granted_for([table.now()], facility) == {row.pk: expected}


def test_a_withdrawn_release_names_nobody_in_the_list(two_tables):
    first = two_tables[0]
    for release in first.now().releases():
        withdraw_release(release=release, by=first.owner)

    assert opened_titles([first.now()], by=first.guest) == {}


def test_a_table_without_a_name_has_none_in_the_list(people):
    table = tables.propose(people, None)
    proposals.take(conference=table.now(), step=CaseStep.GO_ANONYMOUS, by=table.owner)

    assert opened_titles([table.now()], by=table.guest) == {}
