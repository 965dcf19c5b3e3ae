"""What forms of the sender's side choose from: own wards, areas, partner facilities."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from core.actor import Actor
from network.models import Area, Facility, Region, Unit


def own_facility(actor: Actor) -> Facility:
    """The facility the actor acts for, with organisation and region."""
    rows = Facility.objects.visible_to(actor).select_related("organisation__region")
    if actor.facility is None:
        raise PermissionDenied
    return rows.get(pk=actor.facility)


def own_units(own: Facility) -> list[Unit]:
    """Wards and teams of the acting facility."""
    return list(own.units.order_by("name"))


def ward_names(actor: Actor) -> list[str]:
    """The names of wards and teams of the acting facility, to choose from."""
    rows = Facility.objects.visible_to(actor).filter(pk__in=[actor.facility], units__isnull=False)
    return list(rows.order_by("units__name").values_list("units__name", flat=True))


def areas(own: Facility) -> list[Area]:
    """Areas of the actor's region, by name."""
    region: Region = own.organisation.region
    return sorted(Area.objects.published(region), key=lambda area: area.name.casefold())


def partners(own: Facility) -> list[Facility]:
    """Facilities of the region that still work, by name; the own one left out.

    Also those without a service of their own, as the coordination's office.
    """
    rows = Facility.objects.working_in(own.organisation.region)
    found = rows.exclude(pk=own.pk).select_related("organisation")
    return sorted(found, key=lambda facility: facility.name.casefold())
