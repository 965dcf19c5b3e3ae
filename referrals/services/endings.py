"""A service is given up."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from core.actor import Actor
from core.errors import StepRefused
from network.models import Service
from referrals.engine import mails
from referrals.engine.steps import follow, locked
from referrals.models import Inquiry
from referrals.reasons import Expiry
from referrals.workflow import UNDECIDED, Step


@transaction.atomic
def end_at_closed_service(*, inquiry: Inquiry, by: Actor) -> None:
    """An undecided inquiry at a service that is no longer offered runs out; its sender is told.

    The confirmed stay as they are. Raises StepRefused where there is nothing to end.
    """
    row = locked(inquiry)
    if row.service.state != Service.State.INACTIVE or row.state not in UNDECIDED:
        raise StepRefused(_("Dieses Angebot besteht weiter, oder es ist schon entschieden."))
    follow(row, Step.CLOSE_SERVICE, by=by, reason=Expiry.SERVICE_CLOSED)
    mails.tell_sender(row, mails.CHANGED, by=by)
