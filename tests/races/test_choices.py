"""Two people choose at once, over the web: one wins, the other reads why and keeps their text."""

from __future__ import annotations

import pytest
from django.urls import reverse

from referrals import services
from referrals.models import Inquiry
from referrals.workflow import OPEN, TAKEN, State
from tests.people import acting, make
from tests.races.together import browser, sender_of, together
from tests.referrals.cases import make_case, offer, release_for, send, today

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

SIBLINGS, DRAFTS = 40, 20
TEXT = "Bis dahin hilft Frau Prüfstein"


def two_offers(case):
    """Services A and B both offer, and one release covers both."""
    release_for(case, case.people.provider, case.people.other_provider)
    other = acting(case.people.other_intake, case.people.other_provider)
    return offer(case, send(case, case.a)), offer(case, send(case, case.b), by=other)


def confirming(client, inquiry):
    """Sends the form that records the person's choice."""
    kwargs = {"referral": inquiry.referral_id, "pk": inquiry.pk, "word": "zusagen"}
    target = reverse("referrals:sent-inquiry-step", kwargs=kwargs)
    return sender_of(client, target, chosen_on=f"{today():%Y-%m-%d}", bridge=TEXT)


def test_of_two_choices_at_once_one_wins_and_the_other_keeps_its_text():
    people = make()
    browsers = browser(people.social_worker), browser(people.clinic_lead)

    for _ in range(SIBLINGS):
        case = make_case(people)
        offered = two_offers(case)

        answers = together(*map(confirming, browsers, offered))

        assert sorted(answer.status_code for answer in answers) == [302, 409], answers
        lost = next(answer for answer in answers if answer.status_code == 409).content.decode()
        assert TEXT in lost
        assert "ist nicht möglich" in lost or "schon zugesagt" in lost
        states = Inquiry.objects.filter(referral=case.referral).values_list("state", flat=True)
        assert sorted(states) == [State.CONFIRMED, State.SUPERSEDED]


def test_nobody_new_is_asked_while_somebody_is_chosen():
    people = make()

    for _ in range(DRAFTS):
        case = make_case(people)
        release_for(case)
        offered = offer(case, send(case, case.a))

        results = together(
            lambda: services.confirm(inquiry=offered, by=case.sender),  # noqa: B023 - run at once
            lambda: services.draft(referral=case.referral, service=case.b, by=case.sender),  # noqa: B023 - as above
        )

        states = set(Inquiry.objects.filter(referral=case.referral).values_list("state", flat=True))
        assert states & TAKEN, results
        assert not states & (OPEN - TAKEN), results
