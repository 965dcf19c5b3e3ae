"""Days on the page of a person are those of the clocks in Berlin."""

from referrals import services
from tests.referrals.cases import in_days


def test_a_withdrawal_after_midnight_shows_its_own_day(case, visit, time_machine_at):
    with time_machine_at(f"{in_days(1)} 00:30:00"):
        services.withdraw_consent(consent=case.referral.basis, by=case.sender)
        page = visit(case.people.social_worker, case.people.clinic).get("person", case.client.pk)

    assert page.context["consents"][0]["withdrawn"].endswith(f"{in_days(1):%d.%m.%Y}")
