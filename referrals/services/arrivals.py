"""From the confirmed place to the first real contact, and to the end."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actor import Actor
from core.errors import Refused
from referrals.engine import mails
from referrals.engine.steps import advance, take
from referrals.engine.wants import a_code, must, must_stand, not_in_future, written
from referrals.models import Appointment, ContactAttempt, Inquiry
from referrals.reasons import Fail, NextStep, Outcome
from referrals.standing import is_sender
from referrals.vocabulary import AppointmentState, ContactKind
from referrals.workflow import Step


@transaction.atomic
def schedule(
    *,
    inquiry: Inquiry,
    starts_at: datetime,
    place: str,
    with_whom: str,
    by: Actor,
    version: int | None = None,
) -> Inquiry:
    """Enter the first appointment: when, where, with whom."""
    row = take(inquiry, Step.SCHEDULE, by=by, version=version)
    must_stand(
        _planned(row) is None,
        _("Es steht schon ein Termin. Bitte verschieben Sie ihn oder sagen Sie ihn ab."),
    )
    _make(row, starts_at, place, with_whom, by, series=uuid.uuid4(), sequence=0)
    return _told(row, Step.SCHEDULE, by)


@transaction.atomic
def reschedule(
    *,
    inquiry: Inquiry,
    starts_at: datetime,
    place: str,
    with_whom: str,
    by: Actor,
    version: int | None = None,
) -> Inquiry:
    """Move the appointment; the calendar entry keeps its identity and counts on."""
    row = take(inquiry, Step.RESCHEDULE, by=by, version=version)
    planned = _must_be_planned(row)
    planned.state = AppointmentState.MOVED
    planned.save(update_fields=["state"])
    series, sequence = planned.series, planned.sequence + 1
    _make(row, starts_at, place, with_whom, by, series=series, sequence=sequence)
    return _told(row, Step.RESCHEDULE, by)


@transaction.atomic
def cancel(*, inquiry: Inquiry, by: Actor, version: int | None = None) -> Inquiry:
    """Call the appointment off; the clock for a new one runs."""
    row = take(inquiry, Step.CANCEL, by=by, version=version)
    planned = _must_be_planned(row)
    planned.state = AppointmentState.CANCELLED
    planned.sequence += 1
    planned.save(update_fields=["state", "sequence"])
    return _told(row, Step.CANCEL, by)


@transaction.atomic
def miss(*, inquiry: Inquiry, next_step: str, by: Actor, version: int | None = None) -> Inquiry:
    """Nobody came; what happens next is named."""
    must(next_step in NextStep.values, _("Bitte wählen Sie den nächsten Schritt."), "next_step")
    row = take(inquiry, Step.MISS, by=by, version=version)
    planned = _must_be_planned(row)
    must_stand(planned.starts_at <= clock.now(), _("Der Termin ist noch nicht gewesen."))
    planned.state, planned.next_step = AppointmentState.MISSED, next_step
    planned.save(update_fields=["state", "next_step"])
    return _told(row, Step.MISS, by)


@transaction.atomic
def attempt(
    *,
    inquiry: Inquiry,
    tried_at: datetime,
    kind: str,
    by: Actor,
    version: int | None = None,
) -> Inquiry:
    """Somebody tried and reached nobody; recorded, never counted as a contact."""
    must(tried_at <= clock.now(), _("Dieser Zeitpunkt liegt in der Zukunft."), "tried_at")
    a_code(kind, ContactKind, "kind")
    row = take(inquiry, Step.ATTEMPT, by=by, version=version)
    ContactAttempt.objects.create(inquiry=row, tried_at=tried_at, kind=kind, by=by.person)
    return advance(row, Step.ATTEMPT, by=by, keep_clock=True)


@transaction.atomic
def contact(
    *,
    inquiry: Inquiry,
    contact_on: date,
    kind: str,
    by: Actor,
    version: int | None = None,
) -> Inquiry:
    """The first real contact, on the day of the actual discharge or later."""
    not_in_future(contact_on, "contact_on")
    a_code(kind, ContactKind, "kind")
    row = take(inquiry, Step.CONTACT, by=by, version=version)
    _after_discharge(row, contact_on)
    _keep_what_has_been(row)
    row = advance(
        row,
        Step.CONTACT,
        by=by,
        contact_on=contact_on,
        contact_kind=kind,
        arrived_at=clock.now(),
    )
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def undo_contact(
    *, inquiry: Inquiry, reason: str, by: Actor, version: int | None = None
) -> Inquiry:
    """The contact was entered by mistake; within 24 hours."""
    reason = written(reason, "reason")
    row = take(inquiry, Step.UNDO_CONTACT, by=by, version=version)
    row.appointments.filter(state=AppointmentState.KEPT).update(state=AppointmentState.PLANNED)
    row = advance(
        row,
        Step.UNDO_CONTACT,
        by=by,
        note=reason,
        contact_on=None,
        contact_kind="",
        arrived_at=None,
    )
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def complete(
    *,
    inquiry: Inquiry,
    by: Actor,
    outcome: str = Outcome.BY_TIME,
    version: int | None = None,
) -> Inquiry:
    """Close the loop with an outcome; the scheduler does it after 28 days."""
    a_code(outcome, Outcome, "outcome")
    row = take(inquiry, Step.COMPLETE, by=by, version=version)
    return advance(row, Step.COMPLETE, by=by, outcome=outcome)


@transaction.atomic
def fail(
    *,
    inquiry: Inquiry,
    reason: str,
    next_step: str,
    by: Actor,
    note: str = "",
    version: int | None = None,
) -> Inquiry:
    """The confirmed place came to nothing; the reason is coded and the next step named."""
    a_code(reason, Fail, "reason")
    must(next_step in NextStep.values, _("Bitte wählen Sie den nächsten Schritt."), "next_step")
    row = take(inquiry, Step.FAIL, by=by, version=version)
    must_stand(
        reason != Fail.NOT_REACHED or row.attempts.exists(),
        _("Für „nicht erreicht“ braucht es mindestens einen festgehaltenen Kontaktversuch."),
    )
    row.appointments.filter(state=AppointmentState.PLANNED).update(state=AppointmentState.CANCELLED)
    row = advance(row, Step.FAIL, by=by, reason=reason, note=note, next_step=next_step)
    _tell_other_side(row, mails.ENDED, by)
    return row


def _planned(inquiry: Inquiry) -> Appointment | None:
    return inquiry.appointments.filter(state=AppointmentState.PLANNED).first()


def _after_discharge(inquiry: Inquiry, contact_on: date) -> None:
    """Whoever is still in a clinic has not arrived anywhere."""
    stay = inquiry.referral.stay
    if stay is None:
        return
    must_stand(
        stay.discharged_on is not None,
        _("Die Entlassung ist noch nicht eingetragen. Vorher zählt kein Kontakt als Ankunft."),
    )
    must(
        stay.discharged_on is not None and contact_on >= stay.discharged_on,
        _("Der erste Kontakt kann nicht vor der Entlassung liegen."),
        "contact_on",
    )


def _keep_what_has_been(inquiry: Inquiry) -> None:
    """An appointment still to come stays planned; only one is ever planned or kept."""
    planned = inquiry.appointments.filter(state=AppointmentState.PLANNED)
    planned.filter(starts_at__lte=clock.now()).update(state=AppointmentState.KEPT)


def _must_be_planned(inquiry: Inquiry) -> Appointment:
    planned = _planned(inquiry)
    if planned is None:
        raise Refused(_("Es ist noch kein Termin eingetragen."))
    return planned


def _make(
    inquiry: Inquiry,
    starts_at: datetime,
    place: str,
    with_whom: str,
    by: Actor,
    *,
    series: uuid.UUID,
    sequence: int,
) -> None:
    must(starts_at > clock.now(), _("Dieser Zeitpunkt ist schon vorbei."), "starts_at")
    appointment = Appointment(
        inquiry=inquiry,
        series=series,
        sequence=sequence,
        starts_at=starts_at,
        with_whom=written(with_whom, "with_whom"),
        made_by=by.person,
    )
    appointment.seal(place=written(place, "place"))
    appointment.save()


def _told(inquiry: Inquiry, step: Step, by: Actor) -> Inquiry:
    row = advance(inquiry, step, by=by)
    _tell_other_side(row, mails.CHANGED, by)
    return row


def _tell_other_side(inquiry: Inquiry, kind: str, by: Actor) -> None:
    tell = mails.tell_receiver if is_sender(by, inquiry) else mails.tell_sender
    tell(inquiry, kind, by=by)
