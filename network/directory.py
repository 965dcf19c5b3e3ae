"""The public directory: what was asked, narrowed by what was ticked, with counts beside each."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, Case, ExpressionWrapper, QuerySet, Value, When

from core import clock
from network import freshness
from network.models import Region, Service
from network.search.find import questions, ranked
from network.search.marks import COLUMNS, GROUPS, Candidate, candidate, counts, fits
from network.search.nearby import centre_of, distances
from network.search.opening import by_opening, open_at

CANDIDATES = 1_000
"""Entries looked at for one question; beyond them the counts say "mehr als"."""

RANKED = 200
"""Entries that can be paged through; who has more narrows the question."""

PAGE = 20
FEW = 5
"""Entries with every word that are enough to leave out the others."""

Rows = QuerySet[Service, Any]
_RELEVANCE: tuple[Any, ...] = ("-hits", "stale", "-rank", "name", "id")

BY_RELEVANCE, BY_DISTANCE, BY_OPENING = "passung", "naehe", "offen"


@dataclass(frozen=True)
class Ask:
    """A question to the directory: words, a place and how far around it, and ticks by group."""

    text: str = ""
    place: str = ""
    ticks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    start: int = 0
    radius: int | None = None
    order: str = BY_RELEVANCE

    @property
    def spatial(self) -> bool:
        """Whether the place is a point to measure from, and no word of the address."""
        return self._measures and bool(self.place.strip())

    @property
    def lacks_place(self) -> bool:
        """Whether distance counts and nobody said from where."""
        return self._measures and not self.place.strip()

    @property
    def _measures(self) -> bool:
        return bool(self.radius) or self.order == BY_DISTANCE


@dataclass(frozen=True)
class Found:
    """One page of ids in their order, how many there are, and the counts of each group.

    ``lost`` says that the place to measure from is not known, so nothing was left out for it.
    """

    ids: list[UUID]
    total: int
    more: bool
    counts: dict[str, Counter[str]]
    next_start: int | None
    km: Mapping[UUID, float] = field(default_factory=dict)
    lost: bool = False


NOTHING = Found([], 0, False, {group: Counter() for group in GROUPS}, None)


def search(region: Region | None, ask: Ask) -> Found:
    """What the published directory of ``region`` answers; three statements at most.

    One more when the coordination has changed its glossary since this process last read it.
    """
    moment = clock.now()
    asked = _asked(region, ask, moment) if region else None
    if region is None or asked is None:
        return NOTHING
    rows = list(asked[: CANDIDATES + 1])
    capped = len(rows) > CANDIDATES
    rows, km, lost = _around(ask, rows)
    candidates = [candidate(row) for row in rows]
    fitting = _closest([each for each in candidates if fits(each, ask.ticks)])
    shown = _ordered(fitting, ask, region, km, moment)[:RANKED]
    following = ask.start + PAGE
    return Found(
        ids=[each.id for each in shown[ask.start : following]],
        total=len(fitting),
        more=capped,
        counts=counts(_closest(candidates), ask.ticks),
        next_start=following if following < len(shown) else None,
        km=km,
        lost=lost,
    )


def fitting(region: Region, ask: Ask) -> set[UUID]:
    """Every entry that has all that was asked for, however many; "open now" passes and is no mark.

    Around a place that nobody knows there is nothing.
    """
    asked = _asked(region, ask, clock.now())
    rows, _km, lost = _around(ask, list(asked) if asked is not None else [])
    ticks = {group: values for group, values in ask.ticks.items() if group != "jetzt"}
    candidates = [candidate(row) for row in rows if not lost]
    return {each.id for each in candidates if each.complete and fits(each, ticks)}


def page_of(found: Found) -> list[Service]:
    """The services of a page, in its order."""
    rows = Service.objects.published().filter(pk__in=found.ids).select_related("region")
    by_id = {service.pk: service for service in rows}
    return [by_id[each] for each in found.ids if each in by_id]


def kilometres(found: Found, service: Service) -> float | None:
    """How far away the service is, where that was asked and may be said."""
    return found.km.get(service.pk)


def _asked(region: Region, ask: Ask, moment: dt.datetime) -> Rows | None:
    """The rows that answer words and place, ranked; None when the words ask for nothing."""
    services: Rows = Service.objects.published().filter(region=region)
    place, text = "" if ask.spatial else ask.place.strip(), ask.text.strip()
    where, what = questions(place, text)
    if (place and where is None) or (text and what is None):
        return None
    if where:
        vector = SearchQuery(where.every, config="simple", search_type="raw")
        services = services.filter(search=vector)
    ranks = ranked(services, what) if what else _unranked(services)
    return _read(ranks, region, moment)


def _read(services: Rows, region: Region, moment: dt.datetime) -> Rows:
    """The columns that marks are made of, in the order of relevance."""
    stale = freshness.stale()
    read: dict[str, Any] = {
        "stale": Case(When(stale, then=Value(1)), default=Value(0)),
        "open_now": ExpressionWrapper(open_at(moment, region), output_field=BooleanField()),
    }
    known: Rows = services.annotate(**read).order_by(*_RELEVANCE)
    columns: Rows = known.values(*COLUMNS, "complete", "near", "open_now")
    return columns


def _unranked(services: Rows) -> Rows:
    yes = Value(True, output_field=BooleanField())
    none: dict[str, Any] = {"hits": Value(0), "rank": Value(0.0), "complete": yes, "near": yes}
    return services.annotate(**none)


def _around(
    ask: Ask, rows: list[Mapping[str, Any]]
) -> tuple[list[Mapping[str, Any]], Mapping[UUID, float], bool]:
    """The rows near the place that was asked for, how far each is, and whether nobody knows it."""
    centre = centre_of(ask.place, rows) if ask.spatial else None
    if centre is None:
        return rows, {}, ask.spatial
    km = distances(centre, rows)
    return [row for row in rows if _within(row, km, ask.radius)], km, False


def _within(row: Mapping[str, Any], km: Mapping[UUID, float], radius: int | None) -> bool:
    """Whether the entry may lie inside; one without a public address is for the whole Kreis."""
    if not row["address_public"]:
        return True
    return row["id"] in km and (radius is None or km[row["id"]] <= radius)


def _closest(fitting: list[Candidate]) -> list[Candidate]:
    """Those that hold every word; when they are few, those with at least half of them follow."""
    complete = [each for each in fitting if each.complete]
    if len(complete) >= FEW:
        return complete
    return [each for each in fitting if each.near] or fitting


def _ordered(
    fitting: list[Candidate],
    ask: Ask,
    region: Region,
    km: Mapping[UUID, float],
    moment: dt.datetime,
) -> Sequence[Candidate]:
    """The entries in the order asked for; what has no figure stands last, by relevance."""
    if ask.order == BY_OPENING:
        figures = by_opening(region, [each.id for each in fitting], moment)
    elif ask.order == BY_DISTANCE:
        figures = dict(km)
    else:
        return fitting
    return sorted(fitting, key=lambda each: figures.get(each.id, float("inf")))
