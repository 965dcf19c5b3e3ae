"""Asking the coordination for help, without a name, where the person agreed to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from core import clock
from core.actor import Actor
from network.models import Facility
from referrals.deadlines import ESCALATE_AFTER
from referrals.engine import mails
from referrals.engine.regions import deadlines_of
from referrals.engine.rows import each_alone
from referrals.engine.steps import locked_referral
from referrals.models import Inquiry, Referral, Stay
from referrals.models.connection import without_connection
from referrals.workflow import TAKEN, State

Still = Callable[[Referral], bool]
"""Whether the reason to ask the coordination holds, once the referral is locked."""


def escalate(*, by: Actor) -> int:
    """No offer within five working days, or gone without Anschluss: show it to the coordination.

    Returns how many cases it was asked about; each in a transaction of its own.
    """
    agreed = Referral.objects.filter(escalation_agreed=True, escalated_to=None, closed_at=None)
    late = clock.now() - timedelta(days=ESCALATE_AFTER)
    waiting = agreed.filter(first_sent_at__lte=late)
    gone = agreed.filter(stay__in=without_connection(Stay.objects.all()))
    asked = each_alone(waiting, lambda row: _escalate(row, _nobody_offers, by))
    return asked + each_alone(gone, lambda row: _escalate(row, _nobody_came, by))


def _escalate(referral: Referral, still: Still, by: Actor) -> bool:
    row = locked_referral(referral)
    office = coordination_of(row.sender_facility_id)
    asked = row.escalated_to_id is not None or not row.escalation_agreed
    if asked or row.closed_at is not None or office is None or not still(row):
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


def coordination_of(facility: UUID) -> Facility | None:
    """The coordination's office of the facility's region."""
    region = Facility.objects.filter(pk=facility).values("organisation__region")
    offices = Facility.objects.filter(kind=Facility.Kind.COORDINATION, closed_on=None)
    return offices.filter(organisation__region__in=region).order_by("created_at", "pk").first()
