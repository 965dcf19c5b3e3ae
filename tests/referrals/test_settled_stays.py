"""A stay is settled with its last referral, and taken up again with a new one."""

from referrals import services
from referrals.models import Stay
from referrals.reasons import Close
from tests.referrals.cases import discharge


def open_another(case):
    return services.open_referral(
        client=case.client,
        stay=Stay.objects.get(pk=case.stay.pk),
        basis=case.referral.basis,
        wanted=services.Wanted(service_type="bewo", needs=["daily_life"]),
        callback=services.Callback(person="Sozialdienst", phone="030 23125-512"),
        by=case.sender,
    )


def close(case, referral):
    services.close_referral(referral=referral, reason=Close.SUPPLIED, by=case.sender)
    return Stay.objects.get(pk=case.stay.pk)


def test_a_stay_is_settled_with_its_last_referral_only(case):
    discharge(case)
    second = open_another(case)

    assert close(case, case.referral).settled_at is None
    assert close(case, second).settled_reason == Close.SUPPLIED


def test_a_new_referral_takes_a_settled_stay_up_again(case):
    discharge(case)
    assert close(case, case.referral).settled_at is not None

    open_another(case)

    stay = Stay.objects.get(pk=case.stay.pk)
    assert (stay.settled_at, stay.settled_reason) == (None, "")
