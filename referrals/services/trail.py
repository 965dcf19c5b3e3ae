"""The access log of a case, for the facility that owns it; reads, and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from core.actor import Actor
from core.models import AuditEntry, User
from network.models import Facility
from referrals.engine.own import must_own
from referrals.models import Referral


def entries_of(*, referral: Referral, by: Actor) -> QuerySet[AuditEntry]:
    """Everything that was read or done in this case or of its person, by whichever facility."""
    must_own(referral.sender_facility_id, by)
    return AuditEntry.objects.filter(case__in=[referral.pk, referral.client_id])


@dataclass(frozen=True, slots=True)
class Known:
    """Names of people and facilities by key, and which facilities coordinate a region."""

    names: Mapping[UUID, str]
    offices: frozenset[UUID]


def people_in(*, entries: Iterable[AuditEntry], by: Actor) -> Known:
    """The people and facilities that entries name only by key; two statements."""
    rows = list(entries)
    people = User.objects.filter(pk__in={row.person for row in rows if row.person})
    places = Facility.objects.select_related("organisation").filter(
        pk__in={row.facility for row in rows if row.facility}
    )
    names = {
        **dict(people.values_list("pk", "full_name")),
        **{place.pk: f"{place.name}, {place.organisation.name}" for place in places},
    }
    offices = (place.pk for place in places if place.kind == Facility.Kind.COORDINATION)
    return Known(names, frozenset(offices))
