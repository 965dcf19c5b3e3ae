"""The page changes what is needed, whoever is asked at the moment."""

from core.models import OutboxMessage
from referrals.models import Referral
from tests.referrals.cases import send
from tests.referrals.test_amending import ended

FIELDS = {
    "needs": ["work"],
    "urgency": "urgent",
    "cost_state": "unknown",
    "callback_person": "Jonas Petersen",
    "callback_phone": "030 23125-513",
}


def _amend(case, visit):
    sender = visit(case.people.social_worker, case.people.clinic)
    response = sender.post("referral-amend", case.referral.pk, **FIELDS)
    assert response.status_code == 302, response.content.decode()
    row = Referral.objects.get(pk=case.referral.pk)
    assert (row.urgency, row.callback_phone) == ("urgent", "030 23125-513")


def test_before_anything_was_sent(case, visit):
    _amend(case, visit)


def test_while_a_service_is_asked_and_told(case, visit):
    inquiry = send(case, case.a)
    OutboxMessage.objects.all().delete()

    _amend(case, visit)

    assert {message.object_id for message in OutboxMessage.objects.all()} == {inquiry.pk}


def test_after_every_inquiry_has_ended(case, visit):
    ended(case)

    _amend(case, visit)

    assert not OutboxMessage.objects.exists()
