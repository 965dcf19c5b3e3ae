"""Tells the people of a facility that something waits; never what or about whom."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from core import outbox
from core.actor import Actor
from network.models import Membership
from network.roles import ROLE_PERMISSIONS
from referrals.models import Inquiry, Referral
from referrals.vocabulary import Urgency

NEW, NEW_URGENT = "referrals.new_inquiry", "referrals.new_urgent_inquiry"
CHANGED, CHOSEN, ENDED = "referrals.changed", "referrals.chosen", "referrals.ended"
DUE, LATE, RENEW = "referrals.due", "referrals.late", "referrals.renew_release"
REFERRAL, IN_REGION = "referrals.referral", "referrals.in_region"
TO_SENDER = ".sender"
"""Ends the kind of a mail that leads to the referral and not to the inquiry."""


def people_holding(facility: UUID, permission: str) -> list[UUID]:
    """Active members of ``facility`` whose role has ``permission``."""
    roles = [role for role, given in ROLE_PERMISSIONS.items() if permission in given]
    members = Membership.objects.current().filter(facility=facility, role__in=roles)
    return list(members.order_by("user_id").values_list("user_id", flat=True).distinct())


def answers_here(facility: UUID) -> bool:
    """Whether somebody there can sign in and answer."""
    return bool(people_holding(facility, "receive_referral"))


def answering(facilities: Collection[UUID]) -> set[UUID]:
    """Those of ``facilities`` where somebody can sign in and answer, in one query."""
    roles = [role for role, given in ROLE_PERMISSIONS.items() if "receive_referral" in given]
    members = Membership.objects.current().filter(facility__in=facilities, role__in=roles)
    return set(members.values_list("facility_id", flat=True))


def tell_receiver(inquiry: Inquiry, kind: str, *, by: Actor) -> None:
    """Mail to everybody who answers for the asked facility."""
    if inquiry.sent_at is not None:
        _tell(kind, inquiry.pk, inquiry.receiver_facility_id, "receive_referral", by)


def tell_lead(inquiry: Inquiry, kind: str, *, by: Actor) -> None:
    """Mail to the lead of the asked facility."""
    _tell(kind, inquiry.pk, inquiry.receiver_facility_id, "lead_team", by)


def tell_sender(inquiry: Inquiry, kind: str, *, by: Actor) -> None:
    """Mail to whoever is responsible for the referral, or to everybody there."""
    referral = inquiry.referral
    facility = referral.sender_facility_id
    people = people_holding(facility, "send_referral")
    if referral.responsible_id in people:
        people = [referral.responsible_id]
    outbox.enqueue_all(kind + TO_SENDER, [(referral.pk, person) for person in people], by=by)


def tell_new(inquiry: Inquiry, *, by: Actor) -> None:
    """Mail about a new inquiry, with its urgency and nothing else."""
    urgent = inquiry.referral.urgency == Urgency.URGENT
    tell_receiver(inquiry, NEW_URGENT if urgent else NEW, by=by)


def tell_referral(referral: Referral, facility: UUID, permission: str, *, by: Actor) -> None:
    """Mail about a referral as a whole."""
    _tell(REFERRAL, referral.pk, facility, permission, by)


def tell_coordination(referral: Referral, office: UUID, *, by: Actor) -> None:
    """Mail about a case without a name, with the address under which the office may read it."""
    _tell(IN_REGION, referral.pk, office, "coordinate_region", by)


def _tell(kind: str, object_id: UUID, facility: UUID, permission: str, by: Actor) -> None:
    people = people_holding(facility, permission)
    outbox.enqueue_all(kind, [(object_id, person) for person in people], by=by)
