"""Any step of the table, taken through its own service with sensible words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from core import clock
from core.actor import SCHEDULER, Actor
from referrals import services
from referrals.models import Appointment, Inquiry
from referrals.reasons import Decline, Fail, NextStep, Outcome, Withdraw
from referrals.vocabulary import ContactKind
from referrals.workflow import State, Step
from tests.referrals.cases import Case, discharge, in_days, moment_in, today


def _appointment(case: Case, inquiry: Inquiry) -> None:
    if not inquiry.appointments.filter(state="planned").exists():
        row = Appointment(
            inquiry=inquiry,
            series=inquiry.pk,
            starts_at=moment_in(1),
            with_whom="Selma Arslan",
        )
        row.seal(place="Tagesstätte")
        row.save()


def _past_appointment(case: Case, inquiry: Inquiry) -> None:
    _appointment(case, inquiry)
    inquiry.appointments.update(starts_at=clock.now() - timedelta(hours=1))


def _overdue(case: Case, inquiry: Inquiry) -> None:
    long_ago = clock.now() - timedelta(days=31)
    changes = {"expires_at": clock.now()} if inquiry.expires_at else {}
    if inquiry.arrived_at:
        changes["arrived_at"] = long_ago
    Inquiry.objects.filter(pk=inquiry.pk).update(created_at=long_ago, **changes)


def _discharged(case: Case, inquiry: Inquiry) -> None:
    if case.stay.discharged_on is None:
        discharge(case)


BEFORE: dict[Step, Callable[[Case, Inquiry], None]] = {
    Step.RESCHEDULE: _appointment,
    Step.CANCEL: _appointment,
    Step.MISS: _past_appointment,
    Step.CONTACT: _discharged,
}


def prepare(case: Case, step: Step, inquiry: Inquiry, by: Actor) -> None:
    """Whatever a step needs besides its state, so that only state and side decide."""
    if by == SCHEDULER:
        _overdue(case, inquiry)
    if inquiry.state == State.CONFIRMED and step in BEFORE:
        BEFORE[step](case, inquiry)


def _when(days: int) -> dict[str, object]:
    return {"starts_at": moment_in(days), "place": "Tagesstätte", "with_whom": "Selma Arslan"}


def perform(case: Case, step: Step, inquiry: Inquiry, by: Actor) -> object:
    """Take ``step`` through its own service, with sensible words."""
    return PERFORM[step](case, inquiry, by)


PERFORM: dict[Step, Callable[[Case, Inquiry, Actor], object]] = {
    Step.DISCARD: lambda c, i, by: services.discard(inquiry=i, by=by),
    Step.SEND: lambda c, i, by: services.send(inquiry=i, agreed_on=today(), by=by),
    Step.CLAIM: lambda c, i, by: services.claim(inquiry=i, by=by),
    Step.ASK: lambda c, i, by: services.ask(inquiry=i, text="Wer?", by=by),
    Step.ANSWER: lambda c, i, by: services.answer(inquiry=i, text="Wir.", by=by),
    Step.TAKE_BACK: lambda c, i, by: services.take_back(inquiry=i, by=by),
    Step.WAITLIST: lambda c, i, by: services.waitlist(
        inquiry=i, expected_on=in_days(9), news_on=in_days(5), by=by
    ),
    Step.NEWS: lambda c, i, by: services.news(inquiry=i, news_on=in_days(5), by=by),
    Step.OFFER: lambda c, i, by: services.offer(
        inquiry=i,
        start_on=in_days(4),
        worker=services.Worker("Selma Arslan"),
        deputy=services.Worker("Lea Onwudiwe"),
        valid_until=moment_in(4),
        by=by,
    ),
    Step.EXTEND: lambda c, i, by: services.extend(inquiry=i, valid_until=moment_in(9), by=by),
    Step.RETRACT: lambda c, i, by: services.retract(inquiry=i, reason="Personal fehlt", by=by),
    Step.INTRODUCE: lambda c, i, by: services.introduce(inquiry=i, meeting_on=in_days(2), by=by),
    Step.CONFIRM: lambda c, i, by: services.confirm(
        inquiry=i,
        worker=services.Worker("Selma Arslan"),
        deputy=services.Worker("Lea Onwudiwe"),
        by=by,
    ),
    Step.SCHEDULE: lambda c, i, by: services.schedule(inquiry=i, by=by, **_when(2)),
    Step.RESCHEDULE: lambda c, i, by: services.reschedule(inquiry=i, by=by, **_when(3)),
    Step.CANCEL: lambda c, i, by: services.cancel(inquiry=i, by=by),
    Step.MISS: lambda c, i, by: services.miss(inquiry=i, next_step=NextStep.TELEPHONE, by=by),
    Step.ATTEMPT: lambda c, i, by: services.attempt(
        inquiry=i, tried_at=clock.now(), kind=ContactKind.TELEPHONE, by=by
    ),
    Step.CONTACT: lambda c, i, by: services.contact(
        inquiry=i, contact_on=today(), kind=ContactKind.IN_PERSON, by=by
    ),
    Step.COMPLETE: lambda c, i, by: services.complete(inquiry=i, outcome=Outcome.STAYS, by=by),
    Step.DECLINE: lambda c, i, by: services.decline(inquiry=i, reason=Decline.NO_PLACE, by=by),
    Step.AMEND: lambda c, i, by: services.amend(
        referral=i.referral, wanted=services.Wanted(needs=["work"]), by=by
    ),
    Step.REASSIGN: lambda c, i, by: services.reassign(
        inquiry=i, successor=c.people.intake_lead, by=by
    ),
    Step.WITHDRAW: lambda c, i, by: services.withdraw(
        inquiry=i, reason=Withdraw.NEED_CHANGED, by=by
    ),
    Step.EXPIRE: lambda c, i, by: services.expire(inquiry=i, by=by),
    Step.FAIL: lambda c, i, by: services.fail(
        inquiry=i, reason=Fail.PLACE_LOST, next_step=NextStep.NEW_SEARCH, by=by
    ),
    Step.REOPEN: lambda c, i, by: services.reopen(inquiry=i, note="Neuer Stand", by=by),
    Step.REVIVE: lambda c, i, by: services.revive(inquiry=i, by=by),
    Step.UNDO_CONTACT: lambda c, i, by: services.undo_contact(
        inquiry=i, reason="Verwechselt", by=by
    ),
    Step.MARK_ERROR: lambda c, i, by: services.mark_error(inquiry=i, by=by),
}
