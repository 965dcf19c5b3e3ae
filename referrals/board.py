"""Who leaves soon, who has no Anschluss, and what of it the coordination of a region sees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery

from core import clock
from core.actor import Actor
from referrals.models import Inquiry, Referral, Stay
from referrals.models.connection import stays_in_region_of, with_connection, without_connection
from referrals.models.referral import ReferralQuerySet
from referrals.workflow import State

AHEAD = 14


def leaving(actor: Actor, *, days: int = AHEAD) -> QuerySet[Stay]:
    """Stays of the actor's facility that end within ``days``, or should have, soonest first."""
    until = clock.today() + timedelta(days=days)
    rows = with_connection(Stay.objects.visible_to(actor).leaving_until(until))
    rows = rows.select_related("client__data_key", "unit")
    return rows.order_by("planned_discharge_on", "id")


def with_counts(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    """Adds ``total`` and ``connected``: how many ``leaving`` finds, the same on each row.

    So a page of them needs no statement of its own to tell how many there are.
    """
    return rows.annotate(total=_number(rows), connected=_number(rows.filter(Q(is_connected=True))))


def _number(rows: QuerySet[Stay]) -> Subquery:
    count = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(number=count).values("number"))


def undated(actor: Actor) -> QuerySet[Stay]:
    """Stays of the actor's facility whose end nobody knows yet, the longest first."""
    rows = Stay.objects.visible_to(actor).staying().filter(planned_discharge_on=None)
    return rows.select_related("client__data_key", "unit").order_by("admitted_on", "id")


def left_without_connection(actor: Actor) -> QuerySet[Stay]:
    """``ohne Anschluss entlassen``: stays of the actor's facility, the most overdue first."""
    rows = without_connection(Stay.objects.visible_to(actor))
    return rows.select_related("client__data_key", "unit").order_by("contact_due_at", "id")


def count_without_connection(actor: Actor) -> int:
    """How many people of the coordination's region left without Anschluss; no names."""
    if not actor.holds("coordinate_region"):
        return 0
    return without_connection(stays_in_region_of(actor.facility)).count()


def open_in_region(actor: Actor) -> ReferralQuerySet:
    """The coordination's cases without a name, until a service met the person or it is closed."""
    seen = Inquiry.objects.filter(
        referral=OuterRef("pk"), state__in=[State.ARRIVED, State.COMPLETED]
    )
    rows = Referral.objects.escalated_to(actor).filter(~Exists(seen), closed_at=None)
    return rows.select_related("sender_facility", "client__data_key")


def left_without(referrals: Iterable[Referral]) -> set[UUID]:
    """The stays of ``referrals`` that ended without Anschluss, by their keys."""
    stays = Stay.objects.filter(pk__in=[row.stay_id for row in referrals if row.stay_id])
    return set(without_connection(stays).values_list("pk", flat=True))
