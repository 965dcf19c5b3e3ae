"""Lists cost the same number of statements for one row and for many."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import clock
from referrals import services
from tests.factories import ServiceFactory
from tests.referrals.cases import identity, send

MANY = 20


def _people(case, number, *, discharged=False):
    """More people of the clinic with stay, referral and one inquiry each."""
    for place in range(number):
        client = services.create_client(
            identity=identity(last_name=f"Prüfstein {place}"), by=case.sender
        )
        planned = None if discharged else clock.today() + dt.timedelta(days=1 + place % 9)
        stay = services.log_stay(
            client=client,
            admitted_on=clock.today() - dt.timedelta(days=9),
            planned_discharge_on=planned,
            by=case.sender,
        )
        if discharged:
            services.record_discharge(stay=stay, discharged_on=clock.today(), by=case.sender)
        consent = services.record_consent(
            client=client, stay=stay, given_on=clock.today(), by=case.sender
        )
        referral = services.open_referral(
            client=client,
            stay=stay,
            basis=consent,
            wanted=services.Wanted(needs=["work"]),
            callback=services.Callback(person="Sozialdienst", phone="030 23125-512"),
            by=case.sender,
        )
        services.record_escalation_consent(
            referral=referral, agreed=False, agreed_on=clock.today(), by=case.sender
        )
        services.send_all(
            referral=referral, services=[case.a], agreed_on=clock.today(), by=case.sender
        )


def _statements(visitor, name, *args, **query):
    visitor.get(name, *args, **query)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        response = visitor.get(name, *args, **query)
    assert response.status_code == 200
    return len(seen)


@pytest.mark.parametrize("name", ["discharges", "referrals", "stay-new"])
def test_a_list_of_the_sender_costs_the_same_for_many(case, visit, name):
    sender = visit(case.people.social_worker, case.people.clinic)
    _people(case, 1)
    _people(case, 1, discharged=True)
    few = _statements(sender, name)

    _people(case, MANY)
    _people(case, MANY, discharged=True)

    assert _statements(sender, name) == few


def test_the_inbox_costs_the_same_for_many(case, visit):
    receiver = visit(case.people.intake, case.people.provider)
    _people(case, 1)
    few = _statements(receiver, "inquiries")

    _people(case, MANY)

    assert _statements(receiver, "inquiries") == few


def test_a_referral_costs_the_same_for_three_inquiries_and_for_eight(case, visit):
    sender = visit(case.people.social_worker, case.people.clinic)
    for service in (case.a, case.b, case.c):
        send(case, service)
    few = _statements(sender, "referral", case.referral.pk)

    for _place in range(5):
        send(case, ServiceFactory(facility=case.people.provider))

    assert _statements(sender, "referral", case.referral.pk) == few


def test_the_inbox_is_paged_by_key(case, visit):
    receiver = visit(case.people.intake, case.people.provider)
    _people(case, 27)

    page = receiver.get("inquiries")

    cursor = page.context["next_cursor"]
    rest = receiver.get("inquiries", nach=cursor)
    assert len(page.context["rows"]) == 25
    assert len(rest.context["rows"]) == 2
    assert not {r["url"] for r in page.context["rows"]} & {r["url"] for r in rest.context["rows"]}
