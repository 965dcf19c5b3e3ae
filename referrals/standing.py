"""How an actor stands towards an inquiry."""

from __future__ import annotations

from core.actor import Actor, Via
from referrals.models import Inquiry
from referrals.workflow import Side, Step

BY_LINK = frozenset({Step.ASK, Step.OFFER, Step.DECLINE})
"""What the holder of a safe link may do, without an account."""

NOWHERE = Side(0)


def is_sender(actor: Actor, inquiry: Inquiry) -> bool:
    """Refers people for the facility that asks."""
    return actor.facility == inquiry.sender_facility_id and actor.holds("send_referral")


def is_receiver(actor: Actor, inquiry: Inquiry) -> bool:
    """Answers for the facility that is asked, once it was asked."""
    if inquiry.sent_at is None or actor.facility != inquiry.receiver_facility_id:
        return False
    return actor.via == Via.LINK or actor.holds("receive_referral")


def stands_in(actor: Actor, inquiry: Inquiry) -> bool:
    """The sender answers "für die Einrichtung", because that one has no account."""
    return inquiry.by_proxy and is_sender(actor, inquiry)


def sides(actor: Actor, inquiry: Inquiry) -> Side:
    """Every side on which the actor stands."""
    found = NOWHERE
    if actor.via == Via.SCHEDULER:
        return Side.SCHEDULER
    if is_sender(actor, inquiry):
        found |= Side.SENDER
    if is_receiver(actor, inquiry) or stands_in(actor, inquiry):
        found |= Side.RECEIVER
    if is_receiver(actor, inquiry) and actor.holds("lead_team"):
        found |= Side.LEAD
    if actor.facility == inquiry.sender_facility_id and actor.holds("review_access"):
        found |= Side.DATA_PROTECTION
    return found


def is_on_behalf(actor: Actor, inquiry: Inquiry, needed: Side) -> bool:
    """Whether a step of ``needed`` is taken by the sender for a service without accounts."""
    if needed & Side.SENDER or not needed & Side.RECEIVER:
        return False
    return stands_in(actor, inquiry) and not is_receiver(actor, inquiry)
