"""The discharge board: who leaves soon, who has no Anschluss, and how many in a region."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from core import clock
from core.actor import Actor
from network.models import Facility
from referrals.models import Inquiry, Referral, Stay
from referrals.vocabulary import DischargeKind
from referrals.workflow import TAKEN, State

AHEAD = 14


def leaving(actor: Actor, *, days: int = AHEAD) -> QuerySet[Stay]:
    """Stays of the actor's facility that end within ``days``, or should have, soonest first."""
    until = clock.today() + timedelta(days=days)
    rows = Stay.objects.visible_to(actor).leaving_until(until)
    return _with_connection(rows).order_by("planned_discharge_on", "id")


def left_without_connection(actor: Actor) -> QuerySet[Stay]:
    """``ohne Anschluss entlassen``: stays of the actor's facility, the most overdue first."""
    return without_connection(Stay.objects.visible_to(actor)).order_by("contact_due_at", "id")


def without_connection(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    """Discharged, and nobody has confirmed, or nobody has seen the person by the deadline."""
    now = clock.now()
    asked = Inquiry.objects.filter(referral__stay=OuterRef("pk"))
    arrived = asked.filter(state__in=[State.ARRIVED, State.COMPLETED])
    confirmed = asked.filter(state=State.CONFIRMED)
    referrals = Referral.objects.filter(stay=OuterRef("pk"))
    needed = ~Exists(referrals) | Exists(referrals.filter(closed_at=None))
    return (
        rows.filter(discharged_on__isnull=False, settled_at=None)
        .exclude(discharge_kind=DischargeKind.DIED)
        .filter(needed, ~Exists(arrived))
        .filter(~Exists(confirmed) | Q(contact_due_at__lt=now))
    )


def count_without_connection(actor: Actor) -> int:
    """How many people of the coordination's region left without Anschluss; no names."""
    if not actor.holds("coordinate_region"):
        return 0
    return without_connection(Stay.objects.filter(owner_facility__in=_region_of(actor))).count()


def day_of(stay: Stay) -> date | None:
    """The day the person left, or is to leave."""
    return stay.discharged_on or stay.planned_discharge_on


def _with_connection(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    taken = Inquiry.objects.filter(referral__stay=OuterRef("pk"), state__in=TAKEN)
    return rows.annotate(is_connected=Exists(taken)).select_related("client__data_key", "unit")


def _region_of(actor: Actor) -> QuerySet[Facility, UUID]:
    region = Facility.objects.filter(pk__in=[actor.facility]).values("organisation__region")
    return Facility.objects.filter(organisation__region__in=region).values_list("pk", flat=True)
