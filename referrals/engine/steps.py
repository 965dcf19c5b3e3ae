"""What every step does: lock in one order, ask, write state and event together, tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from core import audit, clock, versions
from core.actor import Actor
from referrals.access import require
from referrals.engine import clocks
from referrals.engine.regions import deadlines_of
from referrals.models import Client, Inquiry, InquiryEvent, Referral
from referrals.standing import is_on_behalf
from referrals.workflow import CONSEQUENCES, FINAL, OPEN, State, Step, rule


def locked_client(client: Client) -> Client:
    """The person's row, held until the transaction ends; the first lock of all.

    A row that only names the person can still be added: whoever adds an inquiry holds its
    referral already, and would wait here for somebody who waits for that referral.
    """
    rows = Client.objects.select_for_update(of=("self",), no_key=True).select_related("data_key")
    return rows.get(pk=client.pk)


def locked_referral(referral: Referral) -> Referral:
    """The referral's row, held before any of its inquiries."""
    rows = Referral.objects.select_for_update(of=("self",))
    return rows.select_related("client__data_key", "stay", "basis").get(pk=referral.pk)


def locked_inquiries(referral: Referral) -> list[Inquiry]:
    """All inquiries of a locked referral, held in the order of their keys."""
    inquiries = list(_rows_to_lock().filter(referral=referral).order_by("pk"))
    for inquiry in inquiries:
        inquiry.referral, inquiry.client = referral, referral.client
    return inquiries


def _rows_to_lock() -> QuerySet[Inquiry]:
    """With the service and the region whose clocks run, which every step asks for."""
    rows = Inquiry.objects.select_for_update(of=("self",))
    return rows.select_related("service", "receiver_facility__organisation__region")


def locked(inquiry: Inquiry, *, version: int | None = None) -> Inquiry:
    """The inquiry with its referral, both held; the referral first, or siblings deadlock.

    Raises Stale when ``version`` is older than the row.
    """
    referral = locked_referral(Referral(pk=inquiry.referral_id))
    row = _rows_to_lock().get(pk=inquiry.pk)
    row.referral, row.client = referral, referral.client
    versions.check(row, version)
    return row


@dataclass(frozen=True, slots=True)
class Moved:
    """What the event tells of one step: from where, by whom, why."""

    step: Step
    origin: State
    by: Actor
    reason: str = ""
    note: str = ""
    on_behalf: bool = False


def advance(
    inquiry: Inquiry,
    step: Step,
    *,
    by: Actor,
    reason: str = "",
    note: str = "",
    keep_clock: bool = False,
    **fields: Any,
) -> Inquiry:
    """Write ``fields``, the next state, its clock and the event; the caller has asked ``may``."""
    row = rule(inquiry.referral.kind, inquiry.state, step)
    if row is None or row.target is None:
        raise ValueError(f"{step} leads nowhere from {inquiry.state}")
    on_behalf = is_on_behalf(by, inquiry, row.side)
    for name, value in fields.items():
        setattr(inquiry, name, value)
    moved = Moved(step, State(inquiry.state), by, reason, note, on_behalf)
    return _move(inquiry, row.target, moved, keep_clock=keep_clock)


def follow(inquiry: Inquiry, step: Step, *, by: Actor, reason: str = "") -> Inquiry:
    """Move an inquiry because something else happened; see ``CONSEQUENCES``."""
    target = CONSEQUENCES[State(inquiry.state), step]
    return _move(inquiry, target, Moved(step, State(inquiry.state), by, reason))


def take(inquiry: Inquiry, step: Step, *, by: Actor, version: int | None = None) -> Inquiry:
    """Lock, compare versions and ask: the first half of every step."""
    row = locked(inquiry, version=version)
    require(by, step, row)
    return row


def _move(inquiry: Inquiry, target: State, moved: Moved, *, keep_clock: bool = False) -> Inquiry:
    inquiry.state = target
    inquiry.version += 1
    if target in FINAL:
        _end(inquiry, target, moved.reason)
    elif not keep_clock:
        clocks.start(inquiry)
    inquiry.save()
    _write_event(inquiry, moved)
    settle(inquiry.referral, asked=True if inquiry.state in OPEN else None)
    return inquiry


def _end(inquiry: Inquiry, target: State, reason: str) -> None:
    clocks.finish(inquiry)
    if target != State.COMPLETED:
        inquiry.identity_open = False
        inquiry.reason = reason or inquiry.reason


def _write_event(inquiry: Inquiry, moved: Moved) -> None:
    by = moved.by
    event = InquiryEvent(
        inquiry=inquiry,
        number=inquiry.version,
        step=moved.step,
        from_state=moved.origin,
        to_state=inquiry.state,
        at=clock.now(),
        person=by.person,
        facility_id=by.facility,
        via=by.via,
        on_behalf=moved.on_behalf,
        reason=moved.reason,
    )
    if moved.note:
        event.seal(note=moved.note)
    event.save()
    case = inquiry.referral_id
    audit.record(
        by=by, deed=f"inquiry.{moved.step.value}", obj=inquiry, case=case, detail=moved.reason
    )


def settle(referral: Referral, *, asked: bool | None = None) -> None:
    """A referral that nobody is asked about is its sender's task, due next working day.

    A caller that holds an open inquiry in its hands says so with ``asked``.
    """
    if asked is None:
        asked = Inquiry.objects.filter(referral=referral, state__in=OPEN).exists()
    due_at = None
    if referral.closed_at is None and not asked:
        due_at = referral.due_at or due_unasked(referral)
    if due_at != referral.due_at:
        referral.due_at = due_at
        referral.save(update_fields=["due_at"])


def due_unasked(referral: Referral) -> datetime:
    """Until when the sender is to ask somebody, from now on."""
    working_time = deadlines_of(referral.sender_facility_id).working_time
    return working_time.end_of_next_day(clock.now())
