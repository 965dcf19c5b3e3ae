"""An inquiry that ran out, one asked about afterwards, a mistaken one taken out."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actor import Actor
from referrals.engine import mails
from referrals.engine.asking import must_be_free
from referrals.engine.steps import advance, take
from referrals.models import Inquiry, Question
from referrals.reasons import Expiry
from referrals.workflow import Step

STILL_NEEDED = _("Wird der Platz noch benötigt?")


@transaction.atomic
def expire(*, inquiry: Inquiry, by: Actor) -> Inquiry:
    """Nobody answered in time; both sides are told, and it never looks like a decision."""
    row = take(inquiry, Step.EXPIRE, by=by)
    row = advance(row, Step.EXPIRE, by=by, reason=Expiry.NO_ANSWER)
    mails.tell_sender(row, mails.CHANGED, by=by)
    mails.tell_receiver(row, mails.ENDED, by=by)
    return row


@transaction.atomic
def revive(*, inquiry: Inquiry, by: Actor, version: int | None = None) -> Inquiry:
    """The service comes back to an inquiry that ran out, and asks whether it is still needed."""
    row = take(inquiry, Step.REVIVE, by=by, version=version)
    must_be_free(row.referral, row.service)
    row = advance(
        row,
        Step.REVIVE,
        by=by,
        reason="",
        ended_at=None,
        paused_with=timedelta(),
        claimed_at=clock.now(),
        claimed_by=by.person,
    )
    question = Question(inquiry=row, asked_at=clock.now(), asked_by=by.person)
    question.seal(text=str(STILL_NEEDED))
    question.save()
    mails.tell_sender(row, mails.CHANGED, by=by)
    return row


@transaction.atomic
def mark_by_reference(*, reference: str, by: Actor, note: str = "") -> Inquiry:
    """Take a mistaken inquiry of the acting facility out, known by its reference alone."""
    rows = Inquiry.objects.reviewed_by(by).filter(reference=reference.strip().upper())
    inquiry = rows.first()
    if inquiry is None:
        words = _("In Ihrer Einrichtung gibt es keine Anfrage mit diesem Kennzeichen.")
        raise ValidationError(words, code="reference")
    return mark_error(inquiry=inquiry, note=note, by=by)


@transaction.atomic
def mark_error(
    *, inquiry: Inquiry, by: Actor, note: str = "", version: int | None = None
) -> Inquiry:
    """Take an inquiry out that should never have been; its texts are wiped unless disclosed.

    Once the identity was open the content is kept, under restriction: nobody reads it here.
    """
    row = take(inquiry, Step.MARK_ERROR, by=by, version=version)
    if row.identity_opened_at is None:
        row.questions.all().delete()
        row.bridge = b""
    return advance(row, Step.MARK_ERROR, by=by, note=note)
