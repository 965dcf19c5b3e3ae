"""A service is given up."""

from __future__ import annotations

from django.db import transaction

from core.actor import Actor
from network.models import Service
from referrals.engine import mails
from referrals.engine.steps import follow, locked_inquiries, locked_referral
from referrals.models import Inquiry, Referral
from referrals.reasons import Expiry
from referrals.workflow import OPEN, TAKEN, State, Step


@transaction.atomic
def close_service(*, service: Service, by: Actor) -> int:
    """The service is given up: undecided inquiries run out, the confirmed stay as they are.

    How many ran out; none while the service is still offered.
    """
    if service.state != Service.State.INACTIVE:
        return 0
    undecided = OPEN - TAKEN - {State.DRAFT}
    rows = Inquiry.objects.filter(service=service, state__in=undecided)
    referrals = Referral.objects.filter(pk__in=rows.values("referral")).order_by("pk")
    ended = 0
    for referral in referrals:
        for inquiry in locked_inquiries(locked_referral(referral)):
            if inquiry.service == service and inquiry.state in undecided:
                follow(inquiry, Step.CLOSE_SERVICE, by=by, reason=Expiry.SERVICE_CLOSED)
                mails.tell_sender(inquiry, mails.CHANGED, by=by)
                ended += 1
    return ended
