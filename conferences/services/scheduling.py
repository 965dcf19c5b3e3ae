"""Finding a date, inviting, postponing and cancelling; every mail leaves through the outbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from conferences.coverage import coverage
from conferences.models import CaseConference, Participant, PollAnswer, PollDate
from conferences.services.stepping import advance, locked
from conferences.standing import seat_of
from conferences.vocabulary import Invitation
from conferences.workflow import CaseState, CaseStep
from core import outbox, versions
from core.actor import Actor
from core.errors import Refused

POLL_SIZE = range(2, 6)


@transaction.atomic
def poll(*, conference: CaseConference, dates: Iterable[datetime], by: Actor) -> CaseConference:
    """Propose two to five dates in place of the earlier ones."""
    conference = locked(conference=conference, step=CaseStep.POLL, by=by)
    wanted = sorted(set(dates))
    if len(wanted) not in POLL_SIZE:
        raise Refused(_("Bitte schlagen Sie zwei bis fünf Termine vor."))
    conference.poll_dates.all().delete()
    PollDate.objects.bulk_create(
        PollDate(conference=conference, starts_at=starts_at) for starts_at in wanted
    )
    conference = advance(conference=conference, step=CaseStep.POLL, by=by)
    asked = [row.pk for row in _answering(conference) if row.person != by.person]
    outbox.enqueue_all("conferences.poll", [(key, None) for key in asked], by=by)
    return conference


def _answering(conference: CaseConference) -> list[Participant]:
    """Who has an account and may come: they find the page, and can answer there."""
    covers = coverage(conference)
    return [row.participant for row in covers if row.is_covered and row.participant.person_id]


@transaction.atomic
def answer_poll(
    *, conference: CaseConference, possible: Mapping[UUID, bool], by: Actor
) -> CaseConference:
    """Say for every proposed date whether one could come."""
    conference = locked(conference=conference, step=CaseStep.ANSWER_POLL, by=by)
    seat = seat_of(by, conference)
    for date in conference.poll_dates.all():
        PollAnswer.objects.update_or_create(
            poll_date=date, participant=seat, defaults={"possible": possible.get(date.pk, False)}
        )
    return advance(conference=conference, step=CaseStep.ANSWER_POLL, by=by)


@transaction.atomic
def fix_date(
    *,
    conference: CaseConference,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    version: int | None = None,
    by: Actor,
) -> CaseConference:
    """Decide when and where."""
    conference = locked(conference=conference, step=CaseStep.EDIT, by=by)
    versions.check(conference, version)
    conference.starts_at, conference.ends_at = starts_at, ends_at
    conference.place = place
    return advance(conference=conference, step=CaseStep.EDIT, by=by)


@transaction.atomic
def invite(*, conference: CaseConference, by: Actor) -> CaseConference:
    """Invite everybody; refused while one of them is not covered."""
    conference = locked(conference=conference, step=CaseStep.INVITE, by=by)
    if conference.calendar_sequence:
        conference.calendar_sequence += 1  # a calendar takes a new date only above the last number
    conference = advance(conference=conference, step=CaseStep.INVITE, by=by)
    people = conference.participants.exclude(kind="client")
    people.update(invitation=Invitation.SENT)
    invited = [(participant.pk, None) for participant in people]
    outbox.enqueue_all("conferences.invitation", invited, by=by)
    return conference


@transaction.atomic
def answer(*, conference: CaseConference, comes: bool, by: Actor) -> CaseConference:
    """Somebody who was invited comes, or does not."""
    conference = locked(conference=conference, step=CaseStep.ANSWER, by=by)
    seat = seat_of(by, conference)
    if seat is None:
        raise PermissionDenied
    seat.invitation = Invitation.ACCEPTED if comes else Invitation.DECLINED
    seat.save(update_fields=["invitation"])
    return advance(conference=conference, step=CaseStep.ANSWER, by=by)


@transaction.atomic
def postpone(*, conference: CaseConference, by: Actor) -> CaseConference:
    """Take the date back and look for another one; calendars are told."""
    conference = locked(conference=conference, step=CaseStep.POSTPONE, by=by)
    return _called_off(conference, CaseStep.POSTPONE, by)


@transaction.atomic
def cancel(*, conference: CaseConference, by: Actor) -> CaseConference:
    """It will not take place; whoever was invited is told."""
    conference = locked(conference=conference, step=CaseStep.CANCEL, by=by)
    return _called_off(conference, CaseStep.CANCEL, by)


def _called_off(conference: CaseConference, step: CaseStep, by: Actor) -> CaseConference:
    was_invited = conference.state == CaseState.INVITED
    conference.calendar_sequence += 1
    conference = advance(conference=conference, step=step, by=by)
    for participant in conference.participants.exclude(kind="client"):
        if was_invited:
            outbox.enqueue("conferences.cancellation", participant.pk, by=by)
    conference.participants.update(invitation=Invitation.NONE)
    return conference
