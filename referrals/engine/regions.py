"""The clocks of the region that a facility belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from core.working_time import WorkingTime
from network.models import Facility
from referrals.deadlines import DEFAULTS, Clock, Deadlines
from referrals.vocabulary import Urgency


def deadlines_of(facility: UUID) -> Deadlines:
    """The clocks of the facility's region, its own settings over the usual ones."""
    return deadlines_at(Facility.objects.select_related("organisation__region").get(pk=facility))


def deadlines_at(facility: Facility) -> Deadlines:
    """The same for a row that was read with its region, as a locked inquiry's receiver is."""
    region = facility.organisation.region
    closed = frozenset((int(month), int(day)) for month, day in region.extra_closed_days)
    return Deadlines(WorkingTime(region.land, closed), _clocks(region.deadlines))


def _clocks(own: Mapping[str, Mapping[str, float]]) -> Mapping[Clock, Mapping[Urgency, timedelta]]:
    """``own`` holds working hours by clock and urgency, such as ``{"claim": {"urgent": 2}}``."""
    return {
        name: {
            urgency: timedelta(hours=own[name][urgency]) if urgency in own.get(name, {}) else usual
            for urgency, usual in allowances.items()
        }
        for name, allowances in DEFAULTS.items()
    }
