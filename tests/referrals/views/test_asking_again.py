"""The form that asks again wants the agreement where there is none."""

from referrals.models import Inquiry
from referrals.workflow import State
from tests.referrals.cases import bring, today
from tests.referrals.test_asking_again import superseded_draft


def test_a_superseded_draft_is_asked_with_the_agreement(case, visit):
    inquiry = superseded_draft(case)
    sender = visit(case.people.social_worker, case.people.clinic)
    keys = (inquiry.referral_id, inquiry.pk)

    page = sender.get("sent-inquiry", *keys, schritt="erneut")
    without = sender.post("sent-inquiry-step", *keys, "erneut", note="Platz verloren")
    fields = {"note": "Platz verloren", "agreed_on": today().isoformat(), "agreed_form": "oral"}
    asked = sender.post("sent-inquiry-step", *keys, "erneut", **fields)

    assert "agreed_on" in page.content.decode()
    assert (without.status_code, asked.status_code) == (200, 302)
    assert Inquiry.objects.get(pk=inquiry.pk).state == State.REQUESTED


def test_who_was_asked_before_needs_only_the_reason(case, visit):
    inquiry = bring(case, State.DECLINED)
    sender = visit(case.people.social_worker, case.people.clinic)
    keys = (inquiry.referral_id, inquiry.pk)

    page = sender.get("sent-inquiry", *keys, schritt="erneut")
    asked = sender.post("sent-inquiry-step", *keys, "erneut", note="Neuer Stand")

    assert "agreed_on" not in page.content.decode()
    assert asked.status_code == 302
