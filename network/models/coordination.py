"""Who coordinates which region: the right at an office is the right in its region."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from core.actor import Actor
from network.models.facility import Facility
from network.models.region import Region

RIGHT = "coordinate_region"

Regions = QuerySet[Facility, Any]
"""Keys of regions, for ``region__in``."""


def regions_coordinated_by(actor: Actor) -> Regions:
    """The regions of every office at which the actor coordinates."""
    return _regions_of(actor.holding(RIGHT))


def region_coordinated_now_by(actor: Actor) -> Regions:
    """The region of the office for which the actor acts; none when they act for another house."""
    return _regions_of([actor.facility] if actor.facility and actor.holds(RIGHT) else [])


def coordinates(actor: Actor, region: Region) -> bool:
    """Whether the actor coordinates ``region`` at any of their offices."""
    return regions_coordinated_by(actor).filter(organisation__region=region).exists()


def _regions_of(offices: Iterable[UUID]) -> Regions:
    return Facility.objects.filter(pk__in=offices).values("organisation__region")
