"""Points that a meeting put off stand on a later agenda, each once."""

from __future__ import annotations

from django.db.models import Exists, Max, OuterRef, QuerySet

from conferences.meeting_workflow import BEFORE, MeetingState
from conferences.models import AgendaItem, Meeting
from conferences.vocabulary import ItemState
from core import audit
from core.actor import Actor


def next_number(meeting: Meeting) -> int:
    """The number of the next point of this agenda."""
    highest: int = meeting.items.aggregate(Max("number"))["number__max"] or 0
    return highest + 1


def carry_over(into: Meeting) -> int:
    """Put what earlier meetings put off at the end of this agenda; how many points that were."""
    coming = list(_put_off_before(into))
    for number, item in enumerate(coming, start=next_number(into)):
        AgendaItem.objects.create(
            meeting=into,
            number=number,
            title=item.title,
            text=item.text,
            is_internal=item.is_internal,
            carried_from=item,
        )
    return len(coming)


def carry_on(meeting: Meeting, *, by: Actor) -> None:
    """The same for the meeting after this one, where it is planned already."""
    later = Meeting.objects.filter(body=meeting.body, starts_at__gt=meeting.starts_at)
    ahead = later.filter(state__in=BEFORE).select_for_update(of=("self",), no_key=True)
    following = ahead.order_by("starts_at", "pk").first()
    if following is not None and carry_over(following):
        audit.record(by=by, deed="meeting.carry_over", obj=following)


def _put_off_before(meeting: Meeting) -> QuerySet[AgendaItem]:
    earlier = AgendaItem.objects.filter(
        meeting__body=meeting.body,
        meeting__starts_at__lt=meeting.starts_at,
        state=ItemState.LISTED,
        comes_back=True,
    ).exclude(meeting__state=MeetingState.CANCELLED)
    again = AgendaItem.objects.filter(carried_from=OuterRef("pk"))
    taken_up = Exists(again.exclude(meeting__state=MeetingState.CANCELLED))
    return earlier.exclude(taken_up).order_by("meeting__starts_at", "number")
