"""What the asked service does until the person has chosen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actor import Actor
from core.models import User
from network.models import Service
from referrals.engine import clocks, mails
from referrals.engine.staff import Worker, must_work_there
from referrals.engine.steps import advance, take
from referrals.engine.wants import a_code, must, not_in_past, written
from referrals.models import Inquiry, Question
from referrals.models.inquiry import Binding
from referrals.reasons import Decline
from referrals.workflow import State, Step


@transaction.atomic
def claim(
    *, inquiry: Inquiry, by: Actor, person: User | None = None, version: int | None = None
) -> Inquiry:
    """A named person takes the inquiry; the decision clock starts."""
    row = take(inquiry, Step.CLAIM, by=by, version=version)
    if person is not None and person != by.person:
        must_work_there(person, row)
    row = advance(row, Step.CLAIM, by=by, claimed_by=person or by.person, claimed_at=clock.now())
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def ask(*, inquiry: Inquiry, text: str, by: Actor, version: int | None = None) -> Inquiry:
    """Ask back; the receiver's clock pauses and the sender's starts."""
    text = written(text, "text")
    row = take(inquiry, Step.ASK, by=by, version=version)
    clocks.pause(row)
    row = advance(row, Step.ASK, by=by, **_claimed(row, by))
    question = Question(inquiry=row, asked_at=clock.now(), asked_by=by.person)
    question.seal(text=text)
    question.save()
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def take_back(*, inquiry: Inquiry, by: Actor, version: int | None = None) -> Inquiry:
    """The question was cleared by telephone."""
    row = take(inquiry, Step.TAKE_BACK, by=by, version=version)
    row.questions.filter(answered_at=None, cleared_at=None).update(cleared_at=clock.now())
    due_at = clocks.resume(row)
    row = advance(row, Step.TAKE_BACK, by=by, **_claimed(row, by))
    return _due(row, due_at)


@transaction.atomic
def waitlist(
    *,
    inquiry: Inquiry,
    expected_on: date,
    news_on: date,
    by: Actor,
    version: int | None = None,
) -> Inquiry:
    """Put on the waiting list, with an expected day and the day of the next news."""
    _check_waiting(expected_on, news_on)
    row = take(inquiry, Step.WAITLIST, by=by, version=version)
    row = advance(
        row,
        Step.WAITLIST,
        by=by,
        expected_on=expected_on,
        news_on=news_on,
        paused_with=None,
        **_claimed(row, by),
    )
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def news(
    *,
    inquiry: Inquiry,
    news_on: date,
    by: Actor,
    expected_on: date | None = None,
    version: int | None = None,
) -> Inquiry:
    """Say how the waiting list moves, and when there is news again."""
    _check_waiting(expected_on or news_on, news_on)
    row = take(inquiry, Step.NEWS, by=by, version=version)
    expected: dict[str, Any] = {"expected_on": expected_on} if expected_on else {}
    row = advance(row, Step.NEWS, by=by, news_on=news_on, **expected)
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def offer(
    *,
    inquiry: Inquiry,
    start_on: date,
    worker: Worker,
    deputy: Worker,
    valid_until: datetime,
    by: Actor,
    binding: str = Binding.BINDING,
    version: int | None = None,
) -> Inquiry:
    """Offer a place from a day on, by name, until a moment."""
    not_in_past(start_on, "start_on")
    _check_until(valid_until)
    a_code(binding, Binding, "binding")
    names: dict[str, Any] = {
        "worker_name": written(worker.name, "worker"),
        "deputy_name": written(deputy.name, "deputy"),
    }
    row = take(inquiry, Step.OFFER, by=by, version=version)
    must_work_there(worker.person, row)
    must_work_there(deputy.person, row)
    row = advance(
        row,
        Step.OFFER,
        by=by,
        start_on=start_on,
        valid_until=valid_until,
        binding=binding,
        worker=worker.person,
        deputy=deputy.person,
        paused_with=None,
        **names,
        **_claimed(row, by),
    )
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def extend(
    *, inquiry: Inquiry, valid_until: datetime, by: Actor, version: int | None = None
) -> Inquiry:
    """Let the offer stand longer."""
    row = take(inquiry, Step.EXTEND, by=by, version=version)
    must(
        row.valid_until is not None and valid_until > row.valid_until,
        _("Das neue Ende muss nach dem bisherigen liegen."),
        "valid_until",
    )
    _check_until(valid_until)
    row = advance(row, Step.EXTEND, by=by, valid_until=valid_until)
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def retract(*, inquiry: Inquiry, reason: str, by: Actor, version: int | None = None) -> Inquiry:
    """Take the offer back, saying why; an open identity closes again."""
    reason = written(reason, "reason")
    row = take(inquiry, Step.RETRACT, by=by, version=version)
    row = advance(
        row,
        Step.RETRACT,
        by=by,
        note=reason,
        identity_open=False,
        valid_until=None,
        binding="",
        start_on=None,
        **_claimed(row, by),
    )
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def decline(
    *,
    inquiry: Inquiry,
    reason: str,
    by: Actor,
    alternative: Service | None = None,
    note: str = "",
    version: int | None = None,
) -> Inquiry:
    """Say no with a coded reason and, if there is one, another service."""
    a_code(reason, Decline, "reason")
    row = take(inquiry, Step.DECLINE, by=by, version=version)
    row = advance(
        row, Step.DECLINE, by=by, reason=reason, note=note, alternative_service=alternative
    )
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def reassign(
    *, inquiry: Inquiry, successor: User, by: Actor, version: int | None = None
) -> Inquiry:
    """Hand the work to a colleague, also when the old one is gone."""
    row = take(inquiry, Step.REASSIGN, by=by, version=version)
    must_work_there(successor, row)
    changes: dict[str, Any] = {"claimed_by": successor}
    if row.worker_name:
        changes |= {"worker": successor, "worker_name": successor.full_name}
    if row.state == State.REQUESTED:
        changes |= {"claimed_at": row.claimed_at or clock.now()}
    return advance(row, Step.REASSIGN, by=by, keep_clock=True, **changes)


def _claimed(inquiry: Inquiry, by: Actor) -> dict[str, Any]:
    """Whoever answers without having claimed has claimed."""
    if inquiry.claimed_at is not None:
        return {}
    return {"claimed_at": clock.now(), "claimed_by": by.person}


def _due(inquiry: Inquiry, due_at: datetime) -> Inquiry:
    clocks.start(inquiry, due_at=due_at)
    inquiry.save()
    return inquiry


def _check_waiting(expected_on: date, news_on: date) -> None:
    not_in_past(expected_on, "expected_on")
    not_in_past(news_on, "news_on")


def _check_until(moment: datetime) -> None:
    must(moment > clock.now(), _("Dieser Zeitpunkt ist schon vorbei."), "valid_until")
