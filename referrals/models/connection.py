"""``ohne Anschluss entlassen``, and who among those who leave is expected somewhere."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

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
    arrived = asked.filter(state__in=[State.ARRIVED, State.COMPLETED])
    confirmed = asked.filter(state=State.CONFIRMED)
    referrals = Referral.objects.filter(stay=OuterRef("pk"))
    needed = ~Exists(referrals) | Exists(referrals.filter(closed_at=None))
    return (
        rows.filter(discharged_on__isnull=False, settled_at=None)
        .exclude(discharge_kind=DischargeKind.DIED)
        .filter(needed, ~Exists(arrived))
        .filter(~Exists(confirmed) | Q(contact_due_at__lt=clock.now()))
    )


def with_connection(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    """Adds ``is_connected``: a service has confirmed for this stay, or more."""
    taken = Inquiry.objects.filter(referral__stay=OuterRef("pk"), state__in=TAKEN)
    return rows.annotate(is_connected=Exists(taken))


def stays_in_region_of(facility: UUID | None) -> QuerySet[Stay]:
    """Every stay of the region that ``facility`` belongs to; for counting, never for reading."""
    region = Facility.objects.filter(pk__in=[facility]).values("organisation__region")
    own = Facility.objects.filter(organisation__region__in=region)
    return Stay.objects.filter(owner_facility__in=own)
