"""What waits for somebody who keeps entries: checks that are due, hints, and what to publish."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import DateField, Expression, Q, Value
from django.db.models.functions import Coalesce, TruncDate
from django.db.models.query import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock, worklist
from core.actor import Actor
from core.working_time import BERLIN, end_of_day
from core.worklist import Key, Task
from network import freshness, rotting
from network.models import Service
from network.models.service import ServiceQuerySet
from network.models.suggestion import first_waiting

CHECK, HINT, REVIEW, ROTTING = "entry", "entry_hint", "entry_review", "rotting"
ANSWER_DAYS = 7
_DAYS = {CHECK: freshness.REVIEW_DAYS, HINT: ANSWER_DAYS, REVIEW: 0}
"""Days from the one that counts (``since``) to the one at whose end the task is due."""

_TITLES = {
    CHECK: gettext_lazy("Stimmt der Eintrag noch? %(name)s"),
    HINT: gettext_lazy("Hinweis zu %(name)s wartet"),
    REVIEW: gettext_lazy("Bitte prüfen und veröffentlichen: %(name)s"),
}
_RIGHTS = ("manage_facility", "coordinate_region")
_AT_MOST = worklist.SIZE + 1
_Rows = QuerySet[Service, Any]


@worklist.register
def entries(actor: Actor, after: Key | None) -> list[Task]:
    """Each entry that asks for its keeper or its coordination: three slices, one statement."""
    if not any(map(actor.holds, _RIGHTS)):
        return []
    kept = Service.objects.visible_to(actor).kept_by(actor)
    slices = [_to_check(kept, after), _hinted(kept, after)]
    if actor.holds("coordinate_region"):
        slices.append(_to_publish(actor, after))
    first, *others = slices
    return sorted(map(_task, first.union(*others, all=True)))[:_AT_MOST]


@worklist.register
def rotting_region(actor: Actor, after: Key | None) -> list[Task]:
    """One task for everything else that rots in the region, however much it is."""
    if not actor.facility or not actor.holds("coordinate_region"):
        return []
    said = [f"{tab.number} {tab.label}" for tab in rotting.elsewhere(actor) if tab.number]
    task = Task(
        due_at=end_of_day(clock.today()),
        kind=ROTTING,
        id=actor.facility,
        title=_("Einträge der Region prüfen"),
        url=reverse("network:entries-to-check"),
        note=", ".join(said),
    )
    return worklist.following([task] if said else [], after)


def _to_check(kept: ServiceQuerySet, after: Key | None) -> _Rows:
    """Entries of houses whose check is due; of those without a house the region has one task."""
    rows = kept.published().filter(freshness.due(), facility__isnull=False)
    made = TruncDate("created_at", tzinfo=BERLIN)
    return _slice(rows, CHECK, after, since=Coalesce("verified_on", made))


def _hinted(kept: ServiceQuerySet, after: Key | None) -> _Rows:
    """Entries about which somebody waits for an answer, since the first hint."""
    return _slice(kept, HINT, after, since=TruncDate(first_waiting(), tzinfo=BERLIN))


def _to_publish(actor: Actor, after: Key | None) -> _Rows:
    """Entries that houses have handed in; nothing says since when, so they are due today."""
    rows = Service.objects.visible_to(actor).reviewed_by(actor)
    today = Value(clock.today(), output_field=DateField())
    return _slice(rows.filter(rotting.IN_HOUSE_REVIEW), REVIEW, after, since=today)


def _slice(rows: ServiceQuerySet, kind: str, after: Key | None, *, since: Expression) -> _Rows:
    """What has a day that counts, in its order, behind the last task that was shown."""
    dated = rows.annotate(since=since, kind=Value(kind)).filter(since__isnull=False)
    found = dated.filter(_behind(kind, after)).order_by("since", "pk")
    return found.values("kind", "since", "pk", "slug", "name")[:_AT_MOST]


def _behind(kind: str, after: Key | None) -> Q:
    """``worklist.behind`` where whole days count, each due at the midnight that ends it."""
    if after is None:
        return Q()
    due_at, last_kind, last_id = after
    day = clock.local(due_at).date() - dt.timedelta(days=1)
    since = day - dt.timedelta(days=_DAYS[kind])
    later = Q(since__gt=since)
    if end_of_day(day) != due_at or last_kind > kind:
        return later
    return later | (Q(since=since, pk__gt=last_id) if last_kind == kind else Q(since=since))


def _task(row: dict[str, Any]) -> Task:
    kind, since = row["kind"], row["since"]
    stale = kind == CHECK and (clock.today() - since).days > freshness.STALE_DAYS
    return Task(
        due_at=end_of_day(since + dt.timedelta(days=_DAYS[kind])),
        kind=kind,
        id=row["pk"],
        title=_TITLES[kind] % {"name": row["name"]},
        url=reverse("network:hints" if kind == HINT else "network:service", args=[row["slug"]]),
        word=_("veraltet") if stale else "",
        loud=stale,
    )
