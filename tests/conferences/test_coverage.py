"""Who may sit at the table, and who is shown as not covered."""

import datetime as dt

import pytest

from conferences.access import may
from conferences.coverage import coverage, granted, uncovered
from conferences.models import CaseConference
from conferences.services import people as seats
from conferences.workflow import CaseState, CaseStep
from core import clock
from referrals.models import ReleaseParty
from referrals.services import withdraw_release
from referrals.vocabulary import Category
from tests.conferences import tables


@pytest.fixture
def open_table(table, people):
    """Seats and approvals, but no release yet."""
    CaseConference.objects.filter(pk=table.conference.pk).update(state=CaseState.SCHEDULING)
    tables.seat_everybody(table, people)
    return table


def missing(table) -> set[str]:
    return {str(cover.participant.facility) for cover in uncovered(table.now())}


def test_a_mutual_release_covers_and_the_own_facility_needs_none(open_table, people):
    assert missing(open_table) == {"Psychiatriekoordination", "Aufnahme A"}

    tables.release_for(open_table.conference.client, people.provider)

    assert missing(open_table) == {"Psychiatriekoordination"}


FAULTS = {
    "without the category": lambda: {"categories": [Category.IDENTITY, Category.CONTACT]},
    "expired yesterday": lambda: {"until": clock.today() - dt.timedelta(days=1)},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_release_that_does_not_fit_covers_nobody(open_table, people, fault):
    tables.release_for(open_table.conference.client, people.provider, **FAULTS[fault]())

    assert "Aufnahme A" in missing(open_table)
    assert not CaseConference.objects.visible_to(open_table.guest).exists()


@pytest.mark.parametrize("field", ["speaks", "hears"])
def test_one_direction_is_not_enough(open_table, people, field):
    release = tables.release_for(open_table.conference.client, people.provider)
    ReleaseParty.objects.filter(release=release, facility=people.provider).update(**{field: False})

    assert "Aufnahme A" in missing(open_table)
    assert not granted(open_table.now(), people.provider.pk)


def test_another_client_s_release_covers_nobody(open_table, people):
    tables.release_for(tables.make_client(people.clinic), people.provider, people.office)

    assert missing(open_table) == {"Psychiatriekoordination", "Aufnahme A"}


def test_a_withdrawn_release_closes_the_page_at_once(open_table, people):
    release = tables.release_for(open_table.conference.client, people.provider)
    assert CaseConference.objects.visible_to(open_table.guest).exists()

    withdraw_release(release=release, by=open_table.owner)

    assert "Aufnahme A" in missing(open_table)
    assert not CaseConference.objects.visible_to(open_table.guest).exists()


def test_who_was_not_approved_by_the_client_is_not_invited(open_table, people):
    tables.release_for(open_table.conference.client, people.provider, people.office)
    seats.add_professional(
        conference=open_table.now(),
        facility=people.provider,
        person=people.intake_lead,
        by=open_table.owner,
    )

    (cover,) = uncovered(open_table.now())

    assert str(cover.reason) == "Zustimmung fehlt"


def test_relatives_sign_for_secrecy_themselves(open_table):
    row = seats.add_guest(
        conference=open_table.now(), kind="relative", name="Rolf Vogelsang", by=open_table.owner
    )
    seats.approve(
        conference=open_table.now(),
        participant=row,
        approved_on=clock.today(),
        by=open_table.owner,
    )
    assert row.pk in {cover.participant.pk for cover in uncovered(open_table.now())}

    seats.approve(
        conference=open_table.now(),
        participant=row,
        approved_on=clock.today(),
        confidentiality_on=clock.today(),
        by=open_table.owner,
    )

    assert row.pk not in {cover.participant.pk for cover in uncovered(open_table.now())}


def test_the_refusal_counts_who_is_missing(open_table):
    CaseConference.objects.filter(pk=open_table.conference.pk).update(
        starts_at=tables.tomorrow(13), ends_at=tables.tomorrow(15)
    )

    refusal = may(open_table.owner, CaseStep.INVITE, open_table.now())

    assert "Für 2 Personen fehlt" in str(refusal)


def test_more_guests_cost_no_more_queries(open_table, people, django_assert_num_queries):
    conference = open_table.now()
    tables.release_for(conference.client, people.provider)
    with django_assert_num_queries(2):
        few = len(coverage(conference))
    for number in range(20):
        seats.add_guest(
            conference=conference, kind="relative", name=f"Gast {number}", by=open_table.owner
        )

    conference = open_table.now()
    with django_assert_num_queries(2):
        assert len(coverage(conference)) == few + 20
