"""What happened at a committee meeting: attendance, results, votes, measures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from conferences.meeting_access import listed_item, runs
from conferences.meeting_workflow import MeetingStep
from conferences.models import AgendaItem, Body, Measure, Meeting, Resolution
from conferences.services.meeting_stepping import advance, locked
from conferences.vocabulary import MeasureState, Outcome
from core import audit, clock, versions
from core.actor import Actor
from core.errors import Refused


@transaction.atomic
def attend(
    *,
    meeting: Meeting,
    presence: Mapping[UUID, tuple[str, str]],
    chair: str,
    keeper: str,
    by: Actor,
) -> Meeting:
    """Note for every seat whether it was there, who led and who kept the minutes."""
    meeting = locked(meeting=meeting, step=MeetingStep.ATTEND, by=by)
    for row in meeting.attendance.filter(pk__in=presence):
        row.presence, row.note = presence[row.pk]
        row.save(update_fields=["presence", "note"])
    meeting.chair, meeting.keeper = chair, keeper
    return advance(meeting=meeting, step=MeetingStep.ATTEND, by=by)


@transaction.atomic
def take(*, meeting: Meeting, step: MeetingStep, by: Actor) -> Meeting:
    """A step that changes nothing but the state."""
    meeting = locked(meeting=meeting, step=step, by=by)
    return advance(meeting=meeting, step=step, by=by)


@transaction.atomic
def write_result(
    *,
    meeting: Meeting,
    item_id: UUID,
    result: str,
    comes_back: bool,
    is_internal: bool,
    version: int | None = None,
    by: Actor,
) -> AgendaItem:
    """Write what was said on a point, whether it comes back, and whether it stays inside."""
    meeting = locked(meeting=meeting, step=MeetingStep.WRITE, by=by)
    versions.check(meeting, version)
    item = listed_item(meeting, item_id)
    item.result, item.comes_back, item.is_internal = result, comes_back, is_internal
    item.save(update_fields=["result", "comes_back", "is_internal"])
    advance(meeting=meeting, step=MeetingStep.WRITE, by=by)
    return item


@transaction.atomic
def resolve(
    *,
    meeting: Meeting,
    item_id: UUID,
    text: str,
    votes: tuple[int, int, int],
    owner: str = "",
    due_on: date | None = None,
    by: Actor,
) -> Resolution:
    """Record a decision; ``votes`` are yes, no, abstentions, never more than there are seats."""
    meeting = locked(meeting=meeting, step=MeetingStep.RESOLVE, by=by)
    yes, no, abstentions = votes
    _votes_fit(meeting, sum(votes))
    resolution = Resolution.objects.create(
        body=meeting.body,
        item=listed_item(meeting, item_id),
        year=meeting.year,
        number=_next(Resolution.objects.filter(body=meeting.body, year=meeting.year)),
        text=text,
        yes=yes,
        no=no,
        abstentions=abstentions,
        outcome=Outcome.CARRIED if yes > no else Outcome.LOST,
        owner=owner,
        due_on=due_on,
    )
    advance(meeting=meeting, step=MeetingStep.RESOLVE, by=by)
    return resolution


def _votes_fit(meeting: Meeting, cast: int) -> None:
    seats = meeting.attendance.filter(seat__has_vote=True).count()
    if cast > seats:
        words = _("Es sind %(cast)s Stimmen eingetragen, das Gremium hat %(seats)s.")
        raise Refused(words % {"cast": cast, "seats": seats})


def _next(rows: QuerySet[Any]) -> int:
    highest: int = rows.aggregate(Max("number"))["number__max"] or 0
    return highest + 1


@transaction.atomic
def agree(
    *,
    meeting: Meeting,
    what: str,
    who: str,
    due_on: date | None = None,
    is_internal: bool = False,
    by: Actor,
) -> Measure:
    """Somebody will do something until a day."""
    meeting = locked(meeting=meeting, step=MeetingStep.AGREE, by=by)
    measure = Measure.objects.create(
        body=meeting.body,
        meeting=meeting,
        year=meeting.year,
        number=_next(Measure.objects.filter(body=meeting.body, year=meeting.year)),
        what=what,
        who=who,
        due_on=due_on,
        is_internal=is_internal,
    )
    advance(meeting=meeting, step=MeetingStep.AGREE, by=by)
    return measure


@transaction.atomic
def settle(*, body: Body, measure_id: UUID, state: str, by: Actor) -> Measure:
    """A measure was carried out, fell away, or is open again."""
    if not runs(by, body):
        raise Http404
    measure = Measure.objects.select_for_update(no_key=True).filter(body=body, pk=measure_id)
    found = measure.first()
    if found is None:
        raise Http404
    found.state = MeasureState(state)
    found.settled_on = None if state == MeasureState.OPEN else clock.today()
    found.save(update_fields=["state", "settled_on"])
    audit.record(by=by, deed="measure.settle", obj=found, detail=state)
    return found
