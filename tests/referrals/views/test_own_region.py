"""Only services of the own region can be asked."""

from referrals.models import Inquiry
from tests.factories import RegionFactory, ServiceFactory
from tests.referrals.cases import today


def test_a_service_of_another_region_is_not_asked(case, visit):
    sender = visit(case.people.social_worker, case.people.clinic)
    elsewhere = ServiceFactory(region=RegionFactory(name="Anderswo", slug="anderswo"))
    fields = {"agreed_on": today().isoformat(), "agreed_form": "oral"}
    keys = [str(elsewhere.pk), str(case.a.pk)]

    sender.post("services-send", case.referral.pk, dienst=keys, **fields)

    assert [row.service_id for row in Inquiry.objects.all()] == [case.a.pk]
