"""``ohne Anschluss entlassen``, and who among those who leave is expected somewhere."""

from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from core import clock
from network.models import Facility
from referrals.models.inquiry import Inquiry
from referrals.models.referral import Referral
from referrals.models.stay import Stay
from referrals.vocabulary import DischargeKind
from referrals.workflow import TAKEN, State


def without_connection(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    """Discharged, and nobody has confirmed, or nobody has seen the person by the deadline."""
    asked = Inquiry.objects.filter(referral__stay=OuterRef("pk"))
    return (
        rows.filter(discharged_on__isnull=False, settled_at=None)
        .exclude(discharge_kind=DischargeKind.DIED)
        .alias(
            is_needed=_is_needed(),
            has_arrived=_any(asked.filter(state__in=[State.ARRIVED, State.COMPLETED])),
            is_confirmed=_any(asked.filter(state=State.CONFIRMED)),
        )
        .filter(Q(is_confirmed=False) | Q(contact_due_at__lt=clock.now()))
        .filter(is_needed=True, has_arrived=False)
    )


def with_connection(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    """Adds ``is_connected``: a service has confirmed for this stay, or more."""
    taken = Inquiry.objects.filter(referral__stay=OuterRef("pk"), state__in=TAKEN)
    return rows.annotate(is_connected=_any(taken))


def _any(rows: QuerySet[Inquiry]) -> Coalesce:
    """Whether there is one, looked up stay by stay; PostgreSQL would read whole tables to
    answer an EXISTS that stands beside an OR or among the columns.
    """
    return Coalesce(Subquery(rows.values(found=Value(True))[:1]), Value(False))


def _is_needed() -> Coalesce:
    """No referral at all, or one that is still open."""
    rows = Referral.objects.filter(stay=OuterRef("pk"))
    open_first = rows.order_by(F("closed_at").desc(nulls_first=True))
    return Coalesce(Subquery(open_first.values(is_open=Q(closed_at=None))[:1]), Value(True))


def stays_in_region_of(facility: UUID | None) -> QuerySet[Stay]:
    """Every stay of the region that ``facility`` belongs to; for counting, never for reading."""
    region = Facility.objects.filter(pk__in=[facility]).values("organisation__region")
    own = Facility.objects.filter(organisation__region__in=region)
    return Stay.objects.filter(owner_facility__in=own)
