"""Professionals and facilities that can be asked to a table."""

from __future__ import annotations

from django.db.models import QuerySet

from network.models import Facility, Membership
from network.roles import ROLE_PERMISSIONS

ROLES = tuple(role for role, may in ROLE_PERMISSIONS.items() if "hold_conference" in may)


def invitable_people() -> QuerySet[Membership]:
    """Members with an account, of every facility; who they are is in every contact list."""
    rows = Membership.objects.current().filter(role__in=ROLES, facility__closed_on=None)
    return rows.select_related("user", "facility__organisation").order_by(
        "facility__name", "user__full_name", "pk"
    )


def invitable_facilities() -> QuerySet[Facility]:
    """Facilities that still work."""
    rows = Facility.objects.filter(closed_on=None).select_related("organisation")
    return rows.order_by("name", "pk")
