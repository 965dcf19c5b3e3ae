"""The public directory: what was asked, narrowed by what was ticked, with counts beside each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, QuerySet, Value

from network.audiences import audiences
from network.models import Region, Service
from network.search.find import question, ranked

CANDIDATES = 1_000
"""Entries looked at for one question; beyond them the counts say "mehr als"."""

RANKED = 200
"""Entries that can be paged through; who has more narrows the question."""

PAGE = 20
FEW = 5
"""Entries with every word that are enough to leave out the others."""

ACCESS = ("walk_in", "without_referral", "outreach", "anonymous", "without_insurance")
GOOD = ("barrier_free", "takes_requests")
GROUPS = ("art", "wer", "bezirk", "zugang", "gut")
EVERY_ONE = frozenset({"zugang", "gut"})
"""Groups whose ticks must all hold; in the others any of them will do."""

_COLUMNS = ("id", "type", "target_groups", "district", "address_public", *ACCESS, *GOOD)


@dataclass(frozen=True)
class Ask:
    """A question to the directory: words, a place, and ticks by group."""

    text: str = ""
    place: str = ""
    ticks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    start: int = 0


@dataclass(frozen=True)
class Found:
    """One page of ids in their order, how many there are, and the counts of each group."""

    ids: list[UUID]
    total: int
    more: bool
    counts: dict[str, Counter[str]]
    next_start: int | None


@dataclass(frozen=True)
class _Candidate:
    id: UUID
    complete: bool
    near: bool
    marks: dict[str, frozenset[str]]


def search(region: Region | None, ask: Ask) -> Found:
    """What the published directory of ``region`` answers; three statements, whatever its size."""
    services = Service.objects.published().filter(region=region)
    asked = _asked(services, ask)
    rows = (
        asked.values(*_COLUMNS, "complete", "near")[: CANDIDATES + 1] if asked is not None else []
    )
    candidates = [_candidate(row) for row in rows]
    capped = len(candidates) > CANDIDATES
    fitting = _closest([each for each in candidates if _fits(each, ask.ticks)])
    shown = fitting[:RANKED]
    page = [each.id for each in shown[ask.start : ask.start + PAGE]]
    following = ask.start + PAGE
    return Found(
        ids=page,
        total=len(fitting),
        more=capped,
        counts=_counts(candidates, ask.ticks),
        next_start=following if following < len(shown) else None,
    )


def page_of(found: Found) -> list[Service]:
    """The services of a page, in its order, with their telephone numbers."""
    rows = Service.objects.published().filter(pk__in=found.ids).select_related("region")
    by_id = {service.pk: service for service in rows}
    return [by_id[each] for each in found.ids if each in by_id]


def _asked(services: QuerySet[Service], ask: Ask) -> QuerySet[Service] | None:
    """The services that answer words and place, ranked; None when the words ask for nothing."""
    if ask.place.strip():
        where = question(ask.place)
        if where is None:
            return None
        places = SearchQuery(where.every, config="simple", search_type="raw")
        services = services.filter(search=places)
    if not ask.text.strip():
        yes = Value(True, output_field=BooleanField())
        return services.annotate(complete=yes, near=yes).order_by("name", "id")
    what = question(ask.text)
    return ranked(services, what) if what else None


def _candidate(row: dict[str, Any]) -> _Candidate:
    district = str(row["district"]) if row["address_public"] and row["district"] else ""
    return _Candidate(
        id=row["id"],
        complete=bool(row["complete"]),
        near=bool(row["near"]),
        marks={
            "art": frozenset({str(row["type"])}),
            "wer": audiences(str(row["target_groups"])),
            "bezirk": frozenset({district}) if district else frozenset(),
            "zugang": frozenset(name for name in ACCESS if row[name]),
            "gut": frozenset(name for name in GOOD if row[name]),
        },
    )


def _fits(each: _Candidate, ticks: Mapping[str, frozenset[str]], *, without: str = "") -> bool:
    for group, wanted in ticks.items():
        if not wanted or group == without:
            continue
        hit = wanted <= each.marks[group] if group in EVERY_ONE else wanted & each.marks[group]
        if not hit:
            return False
    return True


def _closest(fitting: list[_Candidate]) -> list[_Candidate]:
    """Those that hold every word; when they are few, those with at least half of them follow."""
    complete = [each for each in fitting if each.complete]
    if len(complete) >= FEW:
        return complete
    return [each for each in fitting if each.near] or fitting


def _counts(
    candidates: list[_Candidate], ticks: Mapping[str, frozenset[str]]
) -> dict[str, Counter[str]]:
    """How many would be left with one tick more, per group and value."""
    counts: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
    best = _closest(candidates)
    for group in GROUPS:
        own = "" if group in EVERY_ONE else group
        for each in best:
            if _fits(each, ticks, without=own):
                counts[group].update(each.marks[group])
    return counts
