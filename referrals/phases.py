"""Where a referral as a whole stands, derived from its inquiries."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from referrals.workflow import OPEN, State


class Phase(TextChoices):
    """The phase of a referral; never stored."""

    OPEN = "open", _("offen")
    SEARCHING = "searching", _("in Suche")
    OFFERED = "offered", _("Angebot liegt vor")
    CONFIRMED = "confirmed", _("zugesagt")
    ARRIVED = "arrived", _("angekommen")
    CLOSED = "closed", _("geschlossen")


def phase(states: Iterable[State | str], *, closed: bool) -> Phase:
    """The furthest that any inquiry of a referral has come."""
    present = {State(state) for state in states}
    if closed:
        return Phase.CLOSED
    if present & {State.ARRIVED, State.COMPLETED}:
        return Phase.ARRIVED
    if State.CONFIRMED in present:
        return Phase.CONFIRMED
    if State.OFFERED in present:
        return Phase.OFFERED
    if present & (OPEN - {State.DRAFT}):
        return Phase.SEARCHING
    return Phase.OPEN
