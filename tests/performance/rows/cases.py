"""Rows of the referrals app: whole cases, and what belongs to one of them."""

from __future__ import annotations

from typing import Any

from core.models import AuditEntry
from referrals import services
from referrals.workflow import State, Step
from tests.factories import ServiceFactory, UserFactory
from tests.people import People
from tests.performance.rows import Add, Listing
from tests.referrals.cases import bring, in_days, make_case, release_for, send, today
from tests.referrals.taking_steps import perform

Made = tuple[dict[str, Any], Add]


def whole(people: People) -> Made:
    """A person with a stay, a referral and an inquiry."""

    def add(number: int) -> None:
        case = make_case(people)
        send(case, case.a)

    return {}, add


def left(people: People) -> Made:
    """A person who left without Anschluss."""

    def add(number: int) -> None:
        case = make_case(people)
        services.record_discharge(stay=case.stay, discharged_on=today(), by=case.sender)

    return {}, add


def of_a_person(people: People) -> Made:
    """A stay with its consent, a release and a referral of one person."""
    case = make_case(people)

    def add(number: int) -> None:
        stay = services.log_stay(client=case.client, admitted_on=in_days(-1), by=case.sender)
        consent = services.record_consent(
            client=case.client, stay=stay, given_on=today(), by=case.sender
        )
        release_for(case)
        services.open_referral(
            client=case.client,
            stay=stay,
            basis=consent,
            wanted=services.Wanted(),
            callback=services.Callback(person="Sozialdienst", phone="030 23125-512"),
            by=case.sender,
        )

    return {"pk": case.client.pk}, add


def asked(people: People) -> Made:
    """A service that was asked about one referral."""
    case = make_case(people)
    release_for(case)

    def add(number: int) -> None:
        region = people.provider.organisation.region
        send(case, ServiceFactory(facility=people.provider, region=region, type="bewo"))

    return {"pk": case.referral.pk}, add


def offered(people: People) -> Made:
    """A service whose inquiry stands beside others with a question of its own."""
    case = make_case(people)
    release_for(case)

    def add(number: int) -> None:
        inquiry = send(case, ServiceFactory(facility=people.provider))
        services.ask(inquiry=inquiry, text="Wer?", by=case.receiver)

    return {"pk": case.referral.pk}, add


def read(people: People) -> Made:
    """A reading of one case by somebody else each time."""
    case = make_case(people)

    def add(number: int) -> None:
        AuditEntry.objects.create(
            person=UserFactory().pk,
            facility=people.provider.pk,
            via="web",
            deed="inquiry.opened",
            case=case.referral.pk,
        )

    return {"pk": case.referral.pk}, add


def received(people: People) -> Made:
    """A question and its answer about one inquiry, as the service reads them."""
    inquiry, add = _talk(people)
    return {"pk": inquiry.pk}, add


def sent(people: People) -> Made:
    """A question and its answer about one inquiry, as the sender reads them."""
    inquiry, add = _talk(people)
    return {"referral": inquiry.referral_id, "pk": inquiry.pk}, add


def _talk(people: People) -> tuple[Any, Add]:
    case = make_case(people)
    inquiry = bring(case, State.IN_REVIEW)

    def add(number: int) -> None:
        perform(case, Step.ASK, inquiry, case.receiver)
        perform(case, Step.ANSWER, inquiry, case.sender)

    return inquiry, add


def in_the_directory(people: People) -> Made:
    """A service that could be asked."""
    case = make_case(people)
    region = people.clinic.organisation.region

    def add(number: int) -> None:
        ServiceFactory(facility=people.provider, region=region, type="bewo")

    return {"pk": case.referral.pk}, add


LISTINGS = (
    Listing("core:tasks", "clinic_lead", whole),
    Listing("core:tasks", "clinic_lead", left),
    Listing("core:tasks", "intake", whole),
    Listing("referrals:discharges", "social_worker", whole),
    Listing("referrals:discharges", "social_worker", left),
    Listing("referrals:stay-new", "social_worker", whole),
    Listing("referrals:referrals", "social_worker", whole),
    Listing("referrals:inquiries", "intake", whole),
    Listing("referrals:person", "social_worker", of_a_person),
    Listing("referrals:release-new", "social_worker", of_a_person),
    Listing("referrals:referral", "social_worker", asked),
    Listing("referrals:referral", "social_worker", offered),
    Listing("referrals:services", "social_worker", asked),
    Listing("referrals:services", "social_worker", in_the_directory),
    Listing("referrals:slip", "social_worker", asked),
    Listing("referrals:accesses", "social_worker", read),
    Listing("referrals:inquiry", "intake", received),
    Listing("referrals:sent-inquiry", "social_worker", sent),
)
