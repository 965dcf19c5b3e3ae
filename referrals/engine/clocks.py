"""Starts, stops and resumes the clock of an inquiry; changes the row, saves nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from core import clock
from core.working_time import BERLIN, CLOSES
from network.models import Service
from referrals.deadlines import ARRIVED_KEPT, DRAFT_KEPT, RENEW_RELEASE, Clock, contact_due
from referrals.engine.regions import deadlines_at, deadlines_of
from referrals.models import Appointment, Inquiry
from referrals.models.inquiry import Owner
from referrals.vocabulary import AppointmentState
from referrals.workflow import DUE_SIDE, STEPS, Kind, Side, State, Step

EXPIRING = frozenset(state for state, step in STEPS if step == Step.EXPIRE)
LONG = frozenset({Service.Type.HOUSING, Service.Type.DAY_CENTRE})
STOPPED_DAYS = 5


def start(inquiry: Inquiry, *, due_at: datetime | None = None) -> None:
    """Give the owner of the present state their time, from now on."""
    now = clock.now()
    side = DUE_SIDE[State(inquiry.state)]
    inquiry.due_side = _owner(inquiry, side)
    inquiry.clock_started_at = now
    inquiry.due_at = due_at or due_of(inquiry, now)
    inquiry.renew_release = False
    if is_stopped(inquiry):
        _wait_for_a_new_date(inquiry, now)
    elif inquiry.state in EXPIRING:
        _set_reminders(inquiry, now, inquiry.due_at)
    else:
        _clear_reminders(inquiry)


def finish(inquiry: Inquiry) -> None:
    """Nobody owns a next step any more."""
    inquiry.ended_at = clock.now()
    inquiry.due_side, inquiry.due_at, inquiry.paused_with = Owner.NOBODY, None, None
    inquiry.renew_release = False
    _clear_reminders(inquiry)


def pause(inquiry: Inquiry) -> None:
    """Keep what is left of the receiver's time while a question is open."""
    now = clock.now()
    working_time = deadlines_at(inquiry.receiver_facility).working_time
    due_at = inquiry.due_at or now
    inquiry.paused_with = working_time.remaining(now, due_at)


def resume(inquiry: Inquiry) -> datetime:
    """When the receiver's time ends that was paused; at least one working day from now."""
    left = inquiry.paused_with or timedelta()
    inquiry.paused_with = None
    return deadlines_at(inquiry.receiver_facility).resumed(clock.now(), left)


def leave_a_working_day(inquiry: Inquiry) -> None:
    """After a change the receiver has at least one working day."""
    if inquiry.state == State.QUERY or inquiry.due_side != _owner(inquiry, Side.RECEIVER):
        return
    deadlines = deadlines_at(inquiry.receiver_facility)
    least = deadlines.resumed(clock.now(), timedelta())
    if inquiry.due_at is not None and inquiry.due_at < least:
        start(inquiry, due_at=least)


def ask_for_renewal(inquiry: Inquiry) -> None:
    """The release has run out: the sender has two working days to renew it."""
    now = clock.now()
    inquiry.due_side, inquiry.renew_release = Owner.SENDER, True
    deadlines = deadlines_of(inquiry.sender_facility_id)
    inquiry.due_at = deadlines.after_working_days(now, RENEW_RELEASE)
    _clear_reminders(inquiry)


def is_stopped(inquiry: Inquiry) -> bool:
    """Whether the discharge was called off, so that nobody can be late."""
    stay = inquiry.referral.stay
    called_off = stay is not None and stay.discharge_cancelled_at is not None
    return called_off and inquiry.state not in {State.DRAFT, State.ARRIVED}


def due_of(inquiry: Inquiry, now: datetime) -> datetime:
    """When the owner of the present state is to have acted."""
    match State(inquiry.state):
        case State.DRAFT:
            return now + DRAFT_KEPT
        case State.REQUESTED:
            return _answer_due(inquiry, now)
        case State.IN_REVIEW:
            return _decision_due(inquiry, now)
        case State.QUERY:
            deadlines = deadlines_of(inquiry.sender_facility_id)
            return deadlines.due(Clock.ANSWER, inquiry.referral.urgency, now)
        case State.WAITLISTED if inquiry.news_on:
            return datetime.combine(inquiry.news_on, CLOSES, tzinfo=BERLIN)
        case State.OFFERED if inquiry.valid_until:
            return inquiry.valid_until
        case State.INTRODUCED if inquiry.meeting_on:
            return deadlines_at(inquiry.receiver_facility).after_meeting(inquiry.meeting_on)
        case State.CONFIRMED:
            return _confirmed_due(inquiry, now)
        case State.ARRIVED:
            return (inquiry.arrived_at or now) + ARRIVED_KEPT
    raise ValueError(f"{inquiry.state} has no clock")


def contact_due_of(inquiry: Inquiry) -> datetime:
    """Until when the first contact must have happened, as far as is known now."""
    stay = inquiry.referral.stay
    left = stay.leaves_on if stay else None
    left = left or inquiry.start_on or clock.local(inquiry.confirmed_at or clock.now()).date()
    return contact_due(left, risk=inquiry.referral.risk_recorded)


def _answer_due(inquiry: Inquiry, now: datetime) -> datetime:
    deadlines = deadlines_at(inquiry.receiver_facility)
    if inquiry.referral.kind == Kind.EMERGENCY_CONTACT:
        return deadlines.after_working_days(now, 1)
    return deadlines.due(Clock.CLAIM, inquiry.referral.urgency, now)


def _decision_due(inquiry: Inquiry, now: datetime) -> datetime:
    kind = Clock.LONG_DECISION if inquiry.service.type in LONG else Clock.DECISION
    deadlines = deadlines_at(inquiry.receiver_facility)
    return deadlines.due(kind, inquiry.referral.urgency, now)


def _confirmed_due(inquiry: Inquiry, now: datetime) -> datetime:
    planned = Appointment.objects.filter(inquiry=inquiry, state=AppointmentState.PLANNED)
    if planned.exists():
        return contact_due_of(inquiry)
    if inquiry.referral.kind == Kind.EMERGENCY_CONTACT:
        return deadlines_at(inquiry.receiver_facility).after_working_days(now, 1)
    deadlines = deadlines_at(inquiry.receiver_facility)
    return deadlines.due(Clock.APPOINTMENT, inquiry.referral.urgency, now)


def _owner(inquiry: Inquiry, side: Side) -> Owner:
    """The sender answers itself for a service without accounts."""
    theirs = side == Side.RECEIVER and not inquiry.by_proxy
    return Owner.RECEIVER if theirs else Owner.SENDER


def _set_reminders(inquiry: Inquiry, now: datetime, due_at: datetime) -> None:
    deadlines = deadlines_at(inquiry.receiver_facility)
    inquiry.remind_at = deadlines.fraction(now, due_at, 50)
    inquiry.lead_remind_at = deadlines.fraction(now, due_at, 150)
    inquiry.expires_at = max(deadlines.fraction(now, due_at, 200), due_at)


def _clear_reminders(inquiry: Inquiry) -> None:
    inquiry.remind_at = inquiry.lead_remind_at = inquiry.expires_at = None


def _wait_for_a_new_date(inquiry: Inquiry, now: datetime) -> None:
    deadlines = deadlines_of(inquiry.sender_facility_id)
    inquiry.due_side = Owner.SENDER
    inquiry.due_at = deadlines.after_working_days(now, STOPPED_DAYS)
    _clear_reminders(inquiry)


__all__ = ["EXPIRING", "ask_for_renewal", "contact_due_of", "finish", "pause", "resume", "start"]
