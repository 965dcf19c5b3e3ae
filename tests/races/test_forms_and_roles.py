"""A button pressed twice, and the last two leads who leave at once."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from core.actor import SCHEDULER
from core.errors import Refused
from core.models import FormReceipt
from network.models import Membership
from network.roles import Role
from network.services.memberships import grant, revoke
from referrals.models import Stay
from tests.factories import FacilityFactory, UserFactory
from tests.people import make
from tests.races.together import browser, sender_of, together
from tests.referrals.cases import make_case, today

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

PRESSES, LEAVINGS = 20, 20


def test_a_form_sent_twice_at_once_is_done_once():
    people = make()
    case = make_case(people)
    target = reverse("referrals:stay-log-known", args=[case.client.pk])
    windows = browser(people.social_worker), browser(people.social_worker)

    for _ in range(PRESSES):
        before, receipt = Stay.objects.count(), str(uuid.uuid4())
        texts = {"receipt": receipt, "admitted_on": f"{today():%Y-%m-%d}"}

        answers = together(*(sender_of(window, target, **texts) for window in windows))

        assert [answer.status_code for answer in answers] == [302, 302], answers
        assert answers[0]["Location"] == answers[1]["Location"]
        assert Stay.objects.count() == before + 1
        assert FormReceipt.objects.filter(key=receipt).count() == 1


def test_the_last_two_leads_cannot_both_leave():
    for _ in range(LEAVINGS):
        facility = FacilityFactory()
        leads = [
            grant(user=UserFactory(), facility=facility, role=Role.LEAD, by=SCHEDULER)
            for _ in range(2)
        ]

        results = together(
            *(lambda lead=lead: revoke(membership=lead, by=SCHEDULER) for lead in leads)
        )

        assert sorted(type(result) for result in results if result) == [Refused]
        held = Membership.objects.filter(facility=facility, role=Role.LEAD, until=None)
        assert held.count() == 1
