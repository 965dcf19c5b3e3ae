"""What happened at the table: who was there, what was said, what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from conferences.disclosure import visible_sections
from conferences.models import CaseConference, CaseMeasure
from conferences.services.stepping import advance, locked
from conferences.standing import participant_of
from conferences.workflow import CaseStep
from core import clock, versions
from core.actor import Actor


@transaction.atomic
def attend(
    *,
    conference: CaseConference,
    presence: Mapping[UUID, tuple[str, str]],
    version: int | None = None,
    by: Actor,
) -> CaseConference:
    """Note for every participant whether they were there, and from when until when."""
    conference = locked(conference=conference, step=CaseStep.ATTEND, by=by)
    versions.check(conference, version)
    for key, (word, note) in presence.items():
        participant = participant_of(conference, key)
        participant.presence, participant.presence_note = word, note
        participant.save(update_fields=["presence", "presence_note"])
    return advance(conference=conference, step=CaseStep.ATTEND, by=by)


@transaction.atomic
def write(
    *,
    conference: CaseConference,
    texts: Mapping[str, str],
    measures: Iterable[Mapping[str, Any]],
    next_review_on: date | None = None,
    version: int | None = None,
    by: Actor,
) -> CaseConference:
    """Write the minutes: the sections the writer may read, and the agreements by number.

    An agreement that is there already keeps what became of it; one that is left out is gone.
    """
    conference = locked(conference=conference, step=CaseStep.WRITE, by=by)
    versions.check(conference, version)
    if not texts.keys() <= visible_sections(by, conference):
        raise PermissionDenied
    conference.seal(**texts)
    conference.next_review_on = next_review_on
    _agree(conference, measures)
    return advance(conference=conference, step=CaseStep.WRITE, by=by)


def _agree(conference: CaseConference, measures: Iterable[Mapping[str, Any]]) -> None:
    left_out = {measure.number: measure for measure in conference.measures.all()}
    for place, facts in enumerate(measures, start=1):
        number = facts.get("number", place)
        known = left_out.pop(number, None)
        measure = known or CaseMeasure(conference=conference, number=number)
        measure.due_on = facts.get("due_on")
        measure.seal(what=facts["what"], who=facts["who"])
        measure.save()
    conference.measures.filter(number__in=left_out).delete()


@transaction.atomic
def present(*, conference: CaseConference, by: Actor) -> CaseConference:
    """Hand the minutes to the client, who reads first; seven days begin."""
    conference = locked(conference=conference, step=CaseStep.PRESENT, by=by)
    conference.delivered_on = clock.today()
    return advance(conference=conference, step=CaseStep.PRESENT, by=by)


@transaction.atomic
def settle(
    *, conference: CaseConference, measure_id: UUID, state: str, by: Actor
) -> CaseConference:
    """An agreement was carried out, or fell away."""
    conference = locked(conference=conference, step=CaseStep.SETTLE, by=by)
    measure = conference.measures.filter(pk=measure_id).first()
    if measure is None:
        raise Http404
    measure.state, measure.settled_on = state, clock.today()
    measure.save(update_fields=["state", "settled_on"])
    return advance(conference=conference, step=CaseStep.SETTLE, by=by)
