"""What is needed can be corrected as long as the referral is open."""

import pytest
from django.core.exceptions import PermissionDenied

from core.errors import Refused, Stale
from core.models import OutboxMessage
from referrals import services
from referrals.models import Referral
from referrals.reasons import Close, Withdraw
from tests.referrals.cases import send

WANTED = services.Wanted(needs=["work"])
CALLBACK = services.Callback(person="Jonas Petersen", phone="030 23125-513")


def ended(case):
    """Once something was sent, and nobody is asked any more."""
    inquiry = send(case, case.a)
    services.withdraw(inquiry=inquiry, reason=Withdraw.OTHER_CHOICE, by=case.sender)
    OutboxMessage.objects.all().delete()
    return Referral.objects.get(pk=case.referral.pk)


def change(row, by, **more):
    return services.change_referral(referral=row, wanted=WANTED, callback=CALLBACK, by=by, **more)


def test_the_need_changes_once_nobody_is_to_be_told(case):
    change(ended(case), case.sender)

    row = Referral.objects.get(pk=case.referral.pk)
    assert (row.needs, row.callback_phone) == (["work"], "030 23125-513")
    assert not OutboxMessage.objects.exists()


def test_while_somebody_is_asked_it_changes_only_with_their_knowledge(case):
    ended(case)
    send(case, case.b)

    with pytest.raises(Refused, match="Angaben ändern"):
        change(case.referral, case.sender)


def test_an_old_page_is_refused(case):
    row = ended(case)
    change(row, case.sender)

    with pytest.raises(Stale):
        change(row, case.sender, version=row.version)


def test_nobody_else_changes_it(case):
    with pytest.raises(PermissionDenied):
        change(ended(case), case.receiver)


def test_a_closed_referral_stays_as_it_is(case):
    row = services.close_referral(referral=ended(case), reason=Close.SUPPLIED, by=case.sender)

    with pytest.raises(Refused, match="geschlossen"):
        change(row, case.sender)
