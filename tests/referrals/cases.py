"""Whole cases made through the services, brought into any state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from core import clock
from core.actor import Actor
from core.models import User
from network.life import Step
from network.models import Facility, Service
from network.roles import Role
from network.services.life import take_step
from referrals import services
from referrals.models import Client, Inquiry, Referral, Release, Stay
from referrals.reasons import Decline, Fail, NextStep, Outcome, Withdraw
from referrals.vocabulary import Category, ContactKind
from referrals.workflow import BEFORE_ARRIVAL, Kind, State
from tests.factories import AreaFactory, ServiceFactory
from tests.people import People, acting, member

NAME = "Vogelsang-Prüfstein"


@dataclass
class Case:
    """A person of the clinic who leaves in ten days, and the services A, B and C."""

    people: People
    sender: Actor
    receiver: Actor
    lead: Actor
    client: Client
    stay: Stay
    referral: Referral
    a: Service
    b: Service
    c: Service
    inquiry: Inquiry = field(init=False)

    def other(self, user: User, facility: Facility) -> Actor:
        """Somebody else, acting for a facility."""
        return acting(user, facility)


def today() -> date:
    """The day in Berlin."""
    return clock.today()


def in_days(days: int) -> date:
    """A day from now on."""
    return today() + timedelta(days=days)


def moment_in(days: int) -> datetime:
    """A moment from now on."""
    return clock.now() + timedelta(days=days)


def identity(**changes: object) -> services.Identity:
    """A person with planted texts in every sealed field."""
    plain = {
        "last_name": NAME,
        "first_name": "Jutta-Prüfstein",
        "birth_date": date(1984, 5, 17),
        "phone": "030 23125-777",
        "address": "Prüfsteinweg 7",
        "guardian_name": "Karin Thalheim-Prüfstein",
        "guardian_phone": "030 23125-778",
        "guardian_tasks": "Vermögen und Gesundheit",
        "wishes": "Frau als Bezugsperson",
    }
    return services.Identity(**{**plain, **changes})


def make_case(people: People, *, kind: str = Kind.NEW) -> Case:
    """Client, stay, consent and referral of the clinic; three services that take requests."""
    sender = acting(people.social_worker, people.clinic)
    a, b, c = (
        ServiceFactory(facility=facility)
        for facility in (people.provider, people.other_provider, people.third_provider)
    )
    client = services.create_client(identity=identity(), area=AreaFactory(), by=sender)
    stay = services.log_stay(
        client=client, admitted_on=in_days(-30), planned_discharge_on=in_days(3), by=sender
    )
    consent = services.record_consent(client=client, stay=stay, given_on=today(), by=sender)
    referral = services.open_referral(
        client=client,
        stay=stay,
        basis=consent,
        kind=kind,
        wanted=services.Wanted(
            service_type="bewo", needs=["daily_life"], remarks="kocht gern, Prüfsteinbemerkung"
        ),
        callback=services.Callback(person="Sozialdienst", phone="030 23125-512"),
        by=sender,
    )
    referral = services.record_escalation_consent(
        referral=referral, agreed=True, agreed_on=today(), by=sender
    )
    return Case(
        people=people,
        sender=sender,
        receiver=acting(people.intake, people.provider),
        lead=acting(people.intake_lead, people.provider),
        client=client,
        stay=stay,
        referral=referral,
        a=a,
        b=b,
        c=c,
    )


def open_another(case: Case, **wanted: Any) -> Referral:
    """One more referral of the same person, stay and consent."""
    return services.open_referral(
        client=case.client,
        stay=case.stay,
        basis=case.referral.basis,
        wanted=services.Wanted(**wanted),
        callback=services.Callback(person="Sozialdienst", phone="030 23125-512"),
        by=case.sender,
    )


def another_referral(case: Case) -> Case:
    """The same person with a fresh need, so that a repeated test need not begin with a new one."""
    for row in Inquiry.objects.filter(client=case.client, state__in=BEFORE_ARRIVAL):
        services.withdraw(inquiry=row, reason=Withdraw.OTHER_CHOICE, by=case.sender)
    referral = open_another(case)
    services.record_escalation_consent(
        referral=referral, agreed=False, agreed_on=today(), by=case.sender
    )
    case.referral = referral
    return case


def release_for(
    case: Case, *facilities: Facility, categories: tuple[str, ...] = tuple(Category), days: int = 90
) -> Release:
    """A signed release of everything to the named facilities."""
    return services.record_release(
        client=case.client,
        hearing=facilities or (case.people.provider,),
        categories=categories,
        valid_until=in_days(days),
        by=case.sender,
    )


def send(case: Case, service: Service) -> Inquiry:
    """An inquiry that was sent to ``service``."""
    inquiry = services.draft(referral=case.referral, service=service, by=case.sender)
    return services.send(inquiry=inquiry, agreed_on=today(), by=case.sender)


def offer(case: Case, inquiry: Inquiry, by: Actor | None = None) -> Inquiry:
    """An offer by the facility that was asked."""
    actor = by or case.receiver
    assert actor.person is not None
    return services.offer(
        inquiry=inquiry,
        start_on=in_days(4),
        worker=services.Worker(actor.person.full_name, actor.person),
        deputy=services.Worker("Lea Onwudiwe"),
        valid_until=moment_in(5),
        by=actor,
    )


def give_up(service: Service) -> None:
    """Its house says that the service is no longer offered."""
    admin = member(service.facility, Role.ORG_ADMIN, "Anke Verwaltung")
    take_step(service=service, step=Step.INACTIVATE, by=acting(admin, service.facility))


def discharge(case: Case) -> None:
    """The person leaves today."""
    services.record_discharge(stay=case.stay, discharged_on=today(), by=case.sender)


def arrive(case: Case, inquiry: Inquiry) -> Inquiry:
    """Discharged, and seen by the service on the same day."""
    discharge(case)
    return services.contact(
        inquiry=inquiry, contact_on=today(), kind=ContactKind.IN_PERSON, by=case.receiver
    )


def bring(case: Case, state: State) -> Inquiry:
    """The case's inquiry to service A in ``state``, by the shortest way through the services."""
    release_for(case)
    case.inquiry = PATHS[state](case)
    assert case.inquiry.state == state
    return case.inquiry


def _claimed(case: Case) -> Inquiry:
    return services.claim(inquiry=send(case, case.a), by=case.receiver)


def _confirmed(case: Case) -> Inquiry:
    return services.confirm(inquiry=offer(case, _claimed(case)), by=case.sender)


def _superseded(case: Case) -> Inquiry:
    waiting = send(case, case.a)
    other = acting(case.people.other_intake, case.people.other_provider)
    release_for(case, case.people.other_provider)
    offered = offer(case, send(case, case.b), by=other)
    confirmed = services.confirm(inquiry=offered, by=case.sender)
    services.fail(
        inquiry=confirmed,
        reason=Fail.PLACE_LOST,
        next_step=NextStep.NEW_SEARCH,
        by=case.sender,
    )
    waiting.refresh_from_db()
    return waiting


def _expired(case: Case) -> Inquiry:
    inquiry = send(case, case.a)
    Inquiry.objects.filter(pk=inquiry.pk).update(expires_at=clock.now())
    from referrals.tasks import clockwork

    clockwork.run()
    inquiry.refresh_from_db()
    return inquiry


PATHS: dict[State, Callable[[Case], Inquiry]] = {
    State.DRAFT: lambda case: services.draft(
        referral=case.referral, service=case.a, by=case.sender
    ),
    State.REQUESTED: lambda case: send(case, case.a),
    State.IN_REVIEW: _claimed,
    State.QUERY: lambda case: services.ask(
        inquiry=_claimed(case), text="Wer stellt die Medikamente?", by=case.receiver
    ),
    State.WAITLISTED: lambda case: services.waitlist(
        inquiry=_claimed(case), expected_on=in_days(20), news_on=in_days(7), by=case.receiver
    ),
    State.OFFERED: lambda case: offer(case, _claimed(case)),
    State.INTRODUCED: lambda case: services.introduce(
        inquiry=offer(case, _claimed(case)), meeting_on=in_days(2), by=case.sender
    ),
    State.CONFIRMED: _confirmed,
    State.ARRIVED: lambda case: arrive(case, _confirmed(case)),
    State.COMPLETED: lambda case: services.complete(
        inquiry=arrive(case, _confirmed(case)), outcome=Outcome.STAYS, by=case.receiver
    ),
    State.DECLINED: lambda case: services.decline(
        inquiry=_claimed(case), reason=Decline.NO_PLACE, by=case.receiver
    ),
    State.WITHDRAWN: lambda case: services.withdraw(
        inquiry=_claimed(case), reason=Withdraw.NEED_CHANGED, by=case.sender
    ),
    State.EXPIRED: _expired,
    State.SUPERSEDED: _superseded,
    State.FAILED: lambda case: services.fail(
        inquiry=_confirmed(case),
        reason=Fail.PLACE_LOST,
        next_step=NextStep.NEW_SEARCH,
        by=case.receiver,
    ),
    State.ENTERED_IN_ERROR: lambda case: services.mark_error(
        inquiry=_claimed(case), by=case.sender
    ),
}
