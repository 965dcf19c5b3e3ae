"""What time alone brings about: reminders, expiry, completion, alarms. Idempotent.

Another door to the same services: everything goes through ``SCHEDULER`` and its own lock.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from core import clock, notices
from core.actor import SCHEDULER
from core.rows import each_alone
from network.models import Service
from referrals.deadlines import ALARM_DAYS, ARRIVED_KEPT, DRAFT_KEPT, DRAFT_WARNED
from referrals.disclosure import covering_release
from referrals.engine import clocks, mails
from referrals.engine.steps import locked
from referrals.models import Inquiry, Referral, Stay
from referrals.models.inquiry import is_taken
from referrals.reasons import Outcome
from referrals.services.arrivals import complete
from referrals.services.corrections import expire
from referrals.services.drafts import discard
from referrals.services.endings import end_at_closed_service
from referrals.services.escalation import escalate
from referrals.workflow import OPEN, UNDECIDED, State

CAUGHT_UP = timedelta(days=3)
"""How long the clockwork may have stood still without a reminder being lost."""


def run() -> dict[str, int]:
    """Do all that is due at this moment; returns how much of each was done."""
    now = clock.now()
    return {
        "expired": each_alone(_rows().filter(expires_at__lte=now), _expire),
        "closed": each_alone(_at_what_ended(), _end_there),
        "completed": each_alone(_arrived_long_ago(now), _complete),
        "discarded": each_alone(_old_drafts(now - DRAFT_KEPT), _discard),
        "warned": each_alone(_drafts_to_warn(now), _warn),
        "reminded": each_alone(_rows().filter(remind_at__lte=now), _remind_half),
        "due": each_alone(_just_due(now), _remind_due),
        "late": each_alone(_rows().filter(lead_remind_at__lte=now), _remind_lead),
        "releases": each_alone(_disclosing(), _look_at_release),
        "escalated": escalate(by=SCHEDULER),
        "alarms": alarm(),
    }


def _expire(inquiry: Inquiry) -> bool:
    expire(inquiry=inquiry, by=SCHEDULER)
    return True


def _end_there(inquiry: Inquiry) -> bool:
    end_at_closed_service(inquiry=inquiry, by=SCHEDULER)
    return True


def _complete(inquiry: Inquiry) -> bool:
    complete(inquiry=inquiry, outcome=Outcome.BY_TIME, by=SCHEDULER)
    return True


def _discard(inquiry: Inquiry) -> bool:
    discard(inquiry=inquiry, by=SCHEDULER)
    return True


def _warn(inquiry: Inquiry) -> bool:
    new = _noted("draft_warned", inquiry.pk, inquiry.sender_facility_id, inquiry.due_at)
    if new:
        mails.tell_sender(inquiry, mails.DUE, by=SCHEDULER)
    return new


def _remind_half(inquiry: Inquiry) -> bool:
    Inquiry.objects.filter(pk=inquiry.pk, remind_at=inquiry.remind_at).update(remind_at=None)
    return _tell_owner_once("half", inquiry)


def _remind_due(inquiry: Inquiry) -> bool:
    return _tell_owner_once("due", inquiry)


def _remind_lead(inquiry: Inquiry) -> bool:
    same = Inquiry.objects.filter(pk=inquiry.pk, lead_remind_at=inquiry.lead_remind_at)
    same.update(lead_remind_at=None)
    new = _noted("late", inquiry.pk, inquiry.receiver_facility_id, inquiry.due_at)
    if new:
        mails.tell_lead(inquiry, mails.LATE, by=SCHEDULER)
    return new


def _look_at_release(inquiry: Inquiry) -> bool:
    row = locked(inquiry)
    if not row.identity_open or row.renew_release or covering_release(row) is not None:
        return False
    clocks.ask_for_renewal(row)
    row.save()
    mails.tell_sender(row, mails.RENEW, by=SCHEDULER)
    return True


def _tell_owner_once(kind: str, inquiry: Inquiry) -> bool:
    new = _noted(kind, inquiry.pk, _owner(inquiry), inquiry.due_at)
    if new:
        _tell_owner(inquiry)
    return new


def _tell_owner(inquiry: Inquiry) -> None:
    if inquiry.due_side == "receiver":
        mails.tell_receiver(inquiry, mails.DUE, by=SCHEDULER)
    else:
        mails.tell_sender(inquiry, mails.DUE, by=SCHEDULER)


def _owner(inquiry: Inquiry) -> UUID:
    receiver = inquiry.due_side == "receiver"
    return inquiry.receiver_facility_id if receiver else inquiry.sender_facility_id


def _noted(kind: str, object_id: UUID, facility: UUID, due_at: datetime | None) -> bool:
    """Whether this reminder is new; the key holds the due time, so a new clock reminds anew."""
    return notices.notify(
        f"referrals.{kind}",
        object_id,
        facility=facility,
        due_at=due_at,
        dedupe_key=f"{kind}:{object_id}:{due_at:%Y%m%d%H%M}" if due_at else f"{kind}:{object_id}",
    )


def _rows() -> QuerySet[Inquiry]:
    return Inquiry.objects.select_related("referral")


def _at_what_ended() -> QuerySet[Inquiry]:
    """Waiting at a service that is no longer offered, however that came about."""
    return _rows().filter(service__state=Service.State.INACTIVE, state__in=UNDECIDED)


def _arrived_long_ago(now: datetime) -> QuerySet[Inquiry]:
    return _rows().filter(state=State.ARRIVED, arrived_at__lte=now - ARRIVED_KEPT)


def _just_due(now: datetime) -> QuerySet[Inquiry]:
    """Due in the last days; what is overdue for longer was reminded of before."""
    return _rows().filter(due_at__lte=now, due_at__gt=now - CAUGHT_UP)


def _drafts_to_warn(now: datetime) -> QuerySet[Inquiry]:
    return _old_drafts(now - DRAFT_WARNED).filter(created_at__gt=now - DRAFT_WARNED - CAUGHT_UP)


def _old_drafts(until: datetime) -> QuerySet[Inquiry]:
    return _rows().filter(state=State.DRAFT, created_at__lte=until)


def _disclosing() -> QuerySet[Inquiry]:
    """Open identities whose release ended before today."""
    return _rows().filter(
        identity_open=True,
        renew_release=False,
        state__in=OPEN,
        release__valid_until__lt=clock.today(),
    )


def alarm() -> int:
    """T-14, T-7, T-3, T-1 without a confirmed place: the sender is told, once each."""
    days = [clock.today() + timedelta(days=days) for days in ALARM_DAYS]
    leaving = Stay.objects.staying().filter(planned_discharge_on__in=days)
    rows = Referral.objects.filter(stay__in=leaving, closed_at=None)
    return each_alone(rows, _alarm)


def _alarm(referral: Referral) -> bool:
    facility, today = referral.sender_facility_id, clock.today()
    new = not is_taken(referral.pk) and notices.notify(
        "referrals.alarm",
        referral.pk,
        facility=facility,
        dedupe_key=f"alarm:{referral.pk}:{today}",
    )
    if new:
        mails.tell_referral(referral, facility, "send_referral", by=SCHEDULER)
    return new
