"""Asking the coordination for help, without a name, where the person agreed to it."""

from __future__ import annotations

from datetime import timedelta

from core import clock
from core.actor import Actor
from core.rows import each_alone
from network.models import Facility
from referrals.deadlines import ESCALATE_AFTER
from referrals.engine import mails
from referrals.engine.regions import deadlines_of
from referrals.engine.steps import locked_referral
from referrals.models import Inquiry, Referral, Stay
from referrals.models.connection import without_connection
from referrals.workflow import TAKEN, State


def escalate(*, by: Actor) -> int:
    """No offer within five working days, or gone without Anschluss: show it to the coordination.

    Returns how many cases it was asked about; each in a transaction of its own.
    """
    agreed = Referral.objects.filter(escalation_agreed=True, escalated_to=None, closed_at=None)
    late = clock.now() - timedelta(days=ESCALATE_AFTER)
    waiting = agreed.filter(first_sent_at__lte=late)
    gone = agreed.filter(stay__in=without_connection(Stay.objects.all()))

    def without_offer(referral: Referral) -> bool:
        row = locked_referral(referral)
        return _nobody_offers(row) and _escalate(row, by)

    def without_contact(referral: Referral) -> bool:
        row = locked_referral(referral)
        return _nobody_came(row) and _escalate(row, by)

    return each_alone(waiting, without_offer) + each_alone(gone, without_contact)


def _escalate(row: Referral, by: Actor) -> bool:
    office = Facility.objects.coordinating(row.sender_facility_id)
    asked = row.escalated_to_id is not None or not row.escalation_agreed
    if asked or row.closed_at is not None or office is None:
        return False
    row.escalated_to, row.escalated_at = office, clock.now()
    row.save(update_fields=["escalated_to", "escalated_at"])
    Inquiry.objects.filter(referral=row).update(escalated_to=office)
    mails.tell_coordination(row, office.pk, by=by)
    return True


def _nobody_offers(row: Referral) -> bool:
    now = clock.now()
    deadlines = deadlines_of(row.sender_facility_id)
    late = deadlines.after_working_days(row.first_sent_at or now, ESCALATE_AFTER)
    offered = Inquiry.objects.filter(referral=row, state__in=[*TAKEN, State.OFFERED]).exists()
    return now >= late and not offered


def _nobody_came(row: Referral) -> bool:
    return without_connection(Stay.objects.filter(pk__in=[row.stay_id])).exists()
