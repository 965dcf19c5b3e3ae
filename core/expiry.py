"""Forgetting what has had its time: kept texts, receipts of forms, sessions."""

import datetime as dt

from django.contrib.sessions.models import Session

from core import clock, tokens
from core.models import FormReceipt, KeptText

RECEIPTS_KEPT = dt.timedelta(days=2)
"""Longer than any page stays open: a session lasts eight hours."""


def forget_kept_texts() -> int:
    """Delete the texts whose half hour is over; returns how many rows."""
    return KeptText.objects.filter(until__lte=clock.now()).delete()[0]


def forget_receipts_and_sessions() -> int:
    """Delete old receipts and the sessions that have ended; returns how many rows."""
    receipts = FormReceipt.objects.filter(created_at__lte=clock.now() - RECEIPTS_KEPT)
    sessions = Session.objects.filter(expire_date__lte=clock.now() - RECEIPTS_KEPT)
    return receipts.delete()[0] + sessions.delete()[0]


def forget_links() -> int:
    """Delete the links without sign-in that are over; returns how many rows."""
    return tokens.forget_ended()
