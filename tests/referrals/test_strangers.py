"""Every deed about a person is the own facility's, whichever way a stranger came to the row."""

from dataclasses import replace
from inspect import isfunction

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.models import Facility
from referrals import services
from referrals.services.trail import entries_of
from referrals.vocabulary import Basis, Category
from tests.factories import ServiceFactory
from tests.people import acting
from tests.referrals.cases import discharge, identity, in_days, release_for, send, today
from tests.referrals.taking_steps import PERFORM

CALLBACK = services.Callback(person="Sozialdienst", phone="030 23125-512")
AGREED = services.Agreement(given_on=today(), escalation=True)
STRANGERS = {
    "the service that was asked": ("intake", "provider"),
    "another clinic": ("other_social_worker", "other_clinic"),
    "the night service": ("night_doctor", "ambulance"),
    "a colleague without the role": ("org_admin", "clinic"),
    "the coordination": ("coordinator", "office"),
}


def _crisis(case, by):
    """As if the person belonged to an ambulatory service."""
    Facility.objects.filter(pk=case.people.clinic.pk).update(kind=Facility.Kind.PROVIDER)
    case.client.refresh_from_db()
    clinic = ServiceFactory(facility=case.people.provider, type="clinic")
    return services.announce_crisis(
        client=case.client,
        service=clinic,
        wanted=services.Wanted(),
        callback=CALLBACK,
        agreement=AGREED,
        by=by,
    )


def _settled(case, by):
    discharge(case)
    services.close_referral(referral=case.referral, reason="supplied", by=case.sender)
    return services.settle_stay(stay=case.stay, reason="supplied", by=by)


def _readmitted(case, by):
    discharge(case)
    return services.reopen_stay(stay=case.stay, by=by)


# fmt: off
DEEDS = {
    "change_client": lambda c, by: services.change_client(
        client=c.client, identity=identity(), by=by),
    "record_death": lambda c, by: services.record_death(
        client=c.client, died_on=today(), by=by),
    "record_consent": lambda c, by: services.record_consent(
        client=c.client, kind=Basis.SEARCH, given_on=today(), by=by),
    "withdraw_consent": lambda c, by: services.withdraw_consent(
        consent=c.referral.basis, by=by),
    "log_stay": lambda c, by: services.log_stay(
        client=c.client, admitted_on=today(), by=by),
    "plan_discharge": lambda c, by: services.plan_discharge(
        stay=c.stay, planned_discharge_on=in_days(9), by=by),
    "cancel_discharge": lambda c, by: services.cancel_discharge(stay=c.stay, by=by),
    "record_discharge": lambda c, by: services.record_discharge(
        stay=c.stay, discharged_on=today(), by=by),
    "reopen_stay": _readmitted,
    "settle_stay": _settled,
    "record_release": lambda c, by: services.record_release(
        client=c.client, hearing=[c.people.provider], categories=[Category.IDENTITY],
        valid_until=in_days(9), by=by),
    "withdraw_release": lambda c, by: services.withdraw_release(release=release_for(c), by=by),
    "open_referral": lambda c, by: services.open_referral(
        client=c.client, wanted=services.Wanted(), callback=CALLBACK, by=by),
    "change_referral": lambda c, by: services.change_referral(
        referral=c.referral, wanted=services.Wanted(), callback=CALLBACK, by=by),
    "set_basis": lambda c, by: services.set_basis(
        referral=c.referral, basis=c.referral.basis, by=by),
    "record_escalation_consent": lambda c, by: services.record_escalation_consent(
        referral=c.referral, agreed=False, agreed_on=today(), by=by),
    "write_section": lambda c, by: services.write_section(
        referral=c.referral, category=Category.MEDICATION, text="Plan", by=by),
    "attach_document": lambda c, by: services.attach_document(
        referral=c.referral, content=b"%PDF-1.7", content_type="application/pdf",
        title="Entlassbrief", by=by),
    "close_referral": lambda c, by: services.close_referral(
        referral=c.referral, reason="supplied", by=by),
    "draft": lambda c, by: services.draft(referral=c.referral, service=c.a, by=by),
    "forward": lambda c, by: services.forward(inquiry=send(c, c.a), service=c.b, by=by),
    "send_all": lambda c, by: services.send_all(
        referral=c.referral, services=[c.a], agreed_on=today(), by=by),
    "announce_crisis": _crisis,
    "ask_for_contact": lambda c, by: services.ask_for_contact(
        client=c.client, service=c.a, wanted=services.Wanted(), callback=CALLBACK,
        agreement=AGREED, valid_until=in_days(9), by=by),
    "entries_of": lambda c, by: entries_of(referral=c.referral, by=by),
}
# fmt: on
ELSEWHERE = {
    "end_at_closed_service",  # follows from network.services.life, which asks for the right
    "create_client",  # makes the row: below
    "is_asked",  # a question
    "mark_by_reference",  # finds the row itself: tests/referrals/views/test_mistakes.py
}


def attempt(case, deed, by):
    """What came of one deed, which is rolled back."""
    with transaction.atomic():
        try:
            DEEDS[deed](case, by)
            return "done"
        except PermissionDenied:
            return "refused"
        finally:
            transaction.set_rollback(True)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_about_a_person_is_the_own_facilitys(case, deed):
    at_night = {(case.people.clinic.pk, "use_emergency")}
    owner = replace(case.sender, grants=case.sender.grants | at_night)
    strangers = {
        name: acting(getattr(case.people, person), getattr(case.people, facility))
        for name, (person, facility) in STRANGERS.items()
    }

    assert attempt(case, deed, owner) == "done"
    assert {n: attempt(case, deed, by) for n, by in strangers.items()} == dict.fromkeys(
        strangers, "refused"
    )


@pytest.mark.parametrize("who", ["intake", "org_admin"])
def test_a_person_is_kept_only_by_who_refers_people(case, who):
    facility = case.people.provider if who == "intake" else case.people.clinic

    with pytest.raises(PermissionDenied):
        services.create_client(identity=identity(), by=acting(getattr(case.people, who), facility))


def test_every_deed_stands_in_a_table():
    functions = {name for name in services.__all__ if isfunction(getattr(services, name))}

    assert functions == (DEEDS.keys() - {"entries_of"}) | ELSEWHERE | {
        step.value for step in PERFORM
    }
