"""Who is open at this moment, and who opens next, for many entries at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from core import clock
from network.models import OpeningSpan, Region, Service
from network.models.service import closed_on
from network.opening import HOLIDAY, State, holidays_of, opening_at, spans_of


def open_at(moment: dt.datetime, region: Region) -> Q:
    """A condition: the structured hours say "open" at ``moment``, and it is not closed for a time.

    Hours that are not structured say nothing, so an entry without them does not fulfil it.
    """
    local = clock.local(moment)
    today, now = local.date(), local.time()
    this, last = _weekday(today, region), _weekday(today - dt.timedelta(days=1), region)
    past_midnight = Q(closes__lte=F("opens"))
    begun = Q(weekday=this, opens__lte=now) & (past_midnight | Q(closes__gt=now))
    since_yesterday = past_midnight & Q(weekday=last, closes__gt=now)
    days = OpeningSpan.objects.filter(region=region, weekday__in={this, last})
    spans = days.filter(begun | since_yesterday, service=OuterRef("pk"))
    return Q(Exists(spans)) & ~closed_on(today)


def by_opening(region: Region, ids: Iterable[UUID], moment: dt.datetime) -> dict[UUID, float]:
    """Seconds until each entry opens: 0 when it is open, none when that is not known."""
    rows = defaultdict(list)
    today = clock.local(moment).date()
    wanted = OpeningSpan.objects.filter(region=region, service__in=list(ids)).exclude(
        service__in=Service.objects.filter(closed_on(today), region=region)
    )
    for span in wanted:
        rows[span.service_id].append(span)
    is_holiday = holidays_of(region.land)
    found = {}
    for service, spans in rows.items():
        opening = opening_at(spans_of(spans), moment, is_holiday)
        if opening.state is State.OPEN:
            found[service] = 0.0
        elif opening.opens:
            found[service] = (opening.opens - moment).total_seconds()
    return found


def _weekday(day: dt.date, region: Region) -> int:
    return HOLIDAY if holidays_of(region.land)(day) else day.weekday()
