"""Freezing the minutes of a case conference, and ordering the copies that people may read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from conferences import minutes as shared
from conferences.access import freezable
from conferences.coverage import granted
from conferences.deadlines import REVIEW_DAYS
from conferences.models import CaseConference, CaseMinutes, MinutesCopy
from conferences.services.stepping import advance, locked
from conferences.vocabulary import ParticipantKind, ReviewEnd
from conferences.workflow import CaseStep
from core import clock, outbox
from core.actor import Actor
from core.errors import StepRefused
from network.models import Facility
from referrals.vocabulary import Category


@transaction.atomic
def release(*, conference: CaseConference, review_end: str, by: Actor) -> CaseMinutes:
    """Freeze the minutes after the client's reading; the worker makes the PDFs."""
    conference = locked(conference=conference, step=CaseStep.RELEASE, by=by)
    _review_is_over(conference, review_end)
    conference.review_end = review_end
    edition = _frozen(conference, by)
    for facility in _readers(conference):
        order_copy(minutes=edition, facility=facility, by=by)
    advance(conference=conference, step=CaseStep.RELEASE, by=by)
    return edition


def _review_is_over(conference: CaseConference, review_end: str) -> None:
    if review_end != ReviewEnd.LAPSED:
        return
    delivered = conference.delivered_on
    if delivered is None or clock.today() < delivered + timedelta(days=REVIEW_DAYS):
        raise StepRefused(
            _("Die sieben Tage zum Lesen sind noch nicht um. Warten Sie, oder fragen Sie nach.")
        )


def _frozen(conference: CaseConference, by: Actor) -> CaseMinutes:
    number = conference.editions.count() + 1
    content: dict[str, Any] = freezable(conference)
    content |= {"edition": number, "released_on": shared.iso(clock.today())}
    text = shared.canonical(content)
    edition = CaseMinutes(
        conference=conference,
        edition=number,
        digest=shared.digest(text),
        released_at=clock.now(),
        released_by=by.person,
    )
    edition.seal(content=text)
    edition.save()
    return edition


def _readers(conference: CaseConference) -> list[Facility]:
    """The facilities at the table that a release lets read, the owner's first."""
    seated = conference.participants.filter(kind=ParticipantKind.PROFESSIONAL)
    others = Facility.objects.filter(
        pk__in=seated.exclude(facility=conference.owner_facility).values("facility")
    ).order_by("name", "pk")
    covered = [row for row in others if Category.CONFERENCE in granted(conference, row.pk)]
    return [conference.owner_facility, *covered]


def order_copy(*, minutes: CaseMinutes, facility: Facility, by: Actor) -> MinutesCopy:
    """The row for this facility's copy as its release stands now; made by the worker, once."""
    categories = granted(minutes.conference, facility.pk)
    copy, created = MinutesCopy.objects.get_or_create(
        minutes=minutes,
        facility=facility,
        categories=",".join(sorted(categories)),
    )
    if created:
        outbox.enqueue("conferences.case_minutes_pdf", copy.pk, by=by)
    return copy


@transaction.atomic
def restrict(*, conference: CaseConference, by: Actor) -> CaseConference:
    """The consent was taken back: nobody but the owner reads on, nothing more is shared."""
    conference = locked(conference=conference, step=CaseStep.RESTRICT, by=by)
    return advance(conference=conference, step=CaseStep.RESTRICT, by=by)
