"""Who writes about a person: the facility that keeps the record, and nobody else."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from core.actor import Actor


def own_facility(by: Actor) -> UUID:
    """The facility that the actor refers people from; PermissionDenied without one."""
    if by.facility is None or not by.holds("send_referral"):
        raise PermissionDenied
    return by.facility


def must_own(facility: UUID, by: Actor) -> None:
    """Raise PermissionDenied unless the actor refers people from ``facility``."""
    if facility != own_facility(by):
        raise PermissionDenied
