"""What the sender does with the person: answer, introduce, confirm, change, withdraw, ask again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, versions
from core.actor import Actor
from core.errors import StepRefused
from network.models import Service
from referrals.access import require
from referrals.disclosure import covering_release
from referrals.engine import clocks, mails
from referrals.engine.asking import must_be_free, must_take_requests
from referrals.engine.endings import supersede_siblings
from referrals.engine.need import Callback, Wanted, callback_of, describe
from referrals.engine.staff import Worker, must_work_there
from referrals.engine.steps import advance, locked, locked_inquiries, locked_referral, take
from referrals.engine.wants import a_code, must, must_stand, not_in_future, not_in_past, written
from referrals.models import Inquiry, Referral
from referrals.reasons import Withdraw
from referrals.services.drafts import draft
from referrals.standing import is_sender
from referrals.vocabulary import Form
from referrals.workflow import DIRECT, Kind, State, Step, rule

BRIDGED_AFTER = timedelta(days=7)


@transaction.atomic
def answer(*, inquiry: Inquiry, text: str, by: Actor, version: int | None = None) -> Inquiry:
    """Answer the open question; the receiver goes on with what was left."""
    text = written(text, "text")
    row = take(inquiry, Step.ANSWER, by=by, version=version)
    question = row.questions.filter(answered_at=None, cleared_at=None).last()
    if question is not None:
        question.inquiry = row
        question.seal(answer=text)
        question.answered_at, question.answered_by = clock.now(), by.person
        question.save()
    due_at = clocks.resume(row)
    claimed: dict[str, Any] = {} if row.claimed_at else {"claimed_at": clock.now()}
    row = advance(row, Step.ANSWER, by=by, **claimed)
    clocks.start(row, due_at=due_at)
    row.save()
    mails.tell_receiver(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def introduce(
    *, inquiry: Inquiry, meeting_on: date, by: Actor, version: int | None = None
) -> Inquiry:
    """The person wants to meet the service before deciding; the identity opens to it."""
    not_in_past(meeting_on, "meeting_on")
    release = covering_release(inquiry, lock=True)
    row = take(inquiry, Step.INTRODUCE, by=by, version=version)
    row = advance(
        row, Step.INTRODUCE, by=by, meeting_on=meeting_on, release=release, **_opening(row)
    )
    mails.tell_receiver(row, mails.CHOSEN, by=by)
    return row


@transaction.atomic
def confirm(
    *,
    inquiry: Inquiry,
    by: Actor,
    chosen_on: date | None = None,
    bridge: str = "",
    worker: Worker | None = None,
    deputy: Worker | None = None,
    version: int | None = None,
) -> Inquiry:
    """The person chose this service: open the identity to it and thank the others.

    In a Rückkehr or Notfallkontakt the asked service itself confirms and names ``worker``
    and ``deputy``. A start more than seven days after the discharge needs a ``bridge``.
    """
    chosen_on = chosen_on or clock.today()
    not_in_future(chosen_on, "chosen_on")
    release = covering_release(inquiry, lock=True)
    row = take(inquiry, Step.CONFIRM, by=by, version=version)
    named = _named(row, worker, deputy)
    _check_bridge(row, bridge)
    if bridge.strip():
        row.seal(bridge=bridge.strip())
    supersede_siblings(row, by=by)
    row = _confirmed(row, by, release=release, chosen_on=chosen_on, **named, **_opening(row))
    side = mails.tell_receiver if is_sender(by, row) else mails.tell_sender
    side(row, mails.CHOSEN, by=by)
    return row


@transaction.atomic
def amend(
    *,
    referral: Referral,
    wanted: Wanted,
    by: Actor,
    callback: Callback | None = None,
    version: int | None = None,
) -> Referral:
    """Change what is needed after sending; every asked service is told and gets a working day."""
    referral = locked_referral(referral)
    asked = locked_inquiries(referral)
    changing = [row for row in asked if rule(referral.kind, row.state, Step.AMEND)]
    if not changing:
        raise StepRefused(_("Es ist keine gesendete Anfrage offen, die sich ändern ließe."))
    for inquiry in changing:
        require(by, Step.AMEND, inquiry)
    versions.check(referral, version)
    describe(referral, wanted, callback or callback_of(referral))
    referral.version += 1
    referral.save()
    for inquiry in changing:
        row = advance(inquiry, Step.AMEND, by=by, keep_clock=True)
        clocks.leave_a_working_day(row)
        row.save()
        mails.tell_receiver(row, mails.CHANGED, by=by)
    return referral


@transaction.atomic
def withdraw(
    *,
    inquiry: Inquiry,
    reason: str,
    by: Actor,
    note: str = "",
    version: int | None = None,
) -> Inquiry:
    """Stop asking; the reason stays here, the receiver reads "nicht mehr erforderlich"."""
    a_code(reason, Withdraw, "reason")
    row = take(inquiry, Step.WITHDRAW, by=by, version=version)
    row = advance(row, Step.WITHDRAW, by=by, reason=reason, note=note)
    mails.tell_receiver(row, mails.ENDED, by=by)
    return row


@transaction.atomic
def reopen(
    *,
    inquiry: Inquiry,
    note: str,
    by: Actor,
    agreed_on: date | None = None,
    agreed_form: str = "",
    version: int | None = None,
) -> Inquiry:
    """Ask the same service again within 30 days.

    A superseded draft was never sent: then the person's agreement is needed, as for sending.
    """
    note = written(note, "note")
    release = covering_release(inquiry, lock=True)
    row = take(inquiry, Step.REOPEN, by=by, version=version)
    sent = {} if row.sent_at else _agreed(agreed_on, agreed_form)
    must_take_requests(row)
    must_be_free(row.referral, row.service)
    direct = Kind(row.referral.kind) in DIRECT
    must_stand(release or not direct, _("Die Entbindung gilt nicht mehr."))
    opening = {"release": release, **_opening(row)} if direct else {}
    row = advance(row, Step.REOPEN, by=by, note=note, **AFRESH, **sent, **opening)
    mails.tell_new(row, by=by)
    return row


@transaction.atomic
def forward(*, inquiry: Inquiry, service: Service, by: Actor) -> Inquiry:
    """Draft the same need for another service, such as the alternative a decline named."""
    row = locked(inquiry)
    return draft(referral=row.referral, service=service, by=by)


AFRESH: dict[str, Any] = {
    "reason": "",
    "ended_at": None,
    "claimed_at": None,
    "claimed_by": None,
    "valid_until": None,
    "binding": "",
    "start_on": None,
    "expected_on": None,
    "news_on": None,
    "meeting_on": None,
    "alternative_service": None,
}


def _confirmed(row: Inquiry, by: Actor, **fields: Any) -> Inquiry:
    """The database allows one taken inquiry per referral, whatever the code thinks."""
    try:
        with transaction.atomic():
            return advance(row, Step.CONFIRM, by=by, confirmed_at=clock.now(), **fields)
    except IntegrityError as error:
        if "referrals_one_taken_inquiry" not in str(error):
            raise
        words = _("Für diese Überleitung ist schon zugesagt.")
        raise StepRefused(words) from error


def _opening(inquiry: Inquiry) -> dict[str, Any]:
    now = clock.now()
    return {"identity_open": True, "identity_opened_at": inquiry.identity_opened_at or now}


def _named(row: Inquiry, worker: Worker | None, deputy: Worker | None) -> dict[str, Any]:
    if row.state == State.OFFERED:
        return {}
    worker, deputy = worker or Worker(""), deputy or Worker("")
    must(worker.name, _("Bitte nennen Sie, wer zuständig ist."), "worker")
    must(deputy.name, _("Bitte nennen Sie eine Vertretung."), "deputy")
    must_work_there(worker.person, row)
    must_work_there(deputy.person, row)
    return {
        "worker": worker.person,
        "worker_name": worker.name,
        "deputy": deputy.person,
        "deputy_name": deputy.name,
    }


def _check_bridge(row: Inquiry, bridge: str) -> None:
    stay = row.referral.stay
    leaves = stay.leaves_on if stay else None
    late = bool(leaves and row.start_on and row.start_on - leaves > BRIDGED_AFTER)
    must(
        not late or bridge.strip(),
        _("Der Platz beginnt später. Bitte nennen Sie, wer bis dahin hilft (Überbrückung)."),
        "bridge",
    )


def _agreed(agreed_on: date | None, agreed_form: str) -> dict[str, Any]:
    """What the first sending writes; without the person's agreement nothing is sent."""
    if agreed_on is None:
        words = _("Bitte geben Sie an, seit wann die Person mit diesem Dienst einverstanden ist.")
        raise ValidationError(words, code="agreed_on")
    not_in_future(agreed_on, "agreed_on")
    a_code(agreed_form, Form, "agreed_form")
    return {"sent_at": clock.now(), "agreed_on": agreed_on, "agreed_form": agreed_form}
