"""What waits for a person: apps register providers, the page merges them."""

import datetime as dt
import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID

from django.db.models import Q

from core.actor import Actor

SIZE = 25


@dataclass(frozen=True, slots=True, order=True)
class Task:
    """One row of the worklist, with ready texts; ordered by due time, kind and id."""

    due_at: dt.datetime
    kind: str
    id: UUID
    title: str = ""
    url: str = ""
    chip: str = ""
    named: bool = False
    chip_note: str = ""
    state: str = ""
    word: str = ""
    note: str = ""
    loud: bool = False


Key = tuple[dt.datetime, str, UUID]
Provider = Callable[[Actor, Key | None], list[Task]]
PROVIDERS: list[Provider] = []


def behind(kind: str, after: Key | None, field: str = "due_at") -> Q:
    """Rows of one kind that come after the last shown task, in the order (due, kind, id)."""
    if after is None:
        return Q()
    due_at, last_kind, last_id = after
    later = Q(**{f"{field}__gt": due_at})
    if kind > last_kind:
        return Q(**{f"{field}__gte": due_at})
    if kind == last_kind:
        return Q(**{f"{field}__gte": due_at}) & (later | Q(pk__gt=last_id))
    return later


def following(tasks: Iterable[Task], after: Key | None) -> list[Task]:
    """What of ``tasks``, made in Python, comes after the last shown one; as many as fit."""
    key = attrgetter("due_at", "kind", "id")
    return sorted(task for task in tasks if after is None or key(task) > after)[: SIZE + 1]


def register(provider: Provider) -> Provider:
    """Add a provider: one indexed query, at most 26 tasks behind the key, ordered by it."""
    PROVIDERS.append(provider)
    return provider


def waiting_for(actor: Actor, after: Key | None = None) -> list[Task]:
    """The next tasks of the actor from all providers, overdue first; at most 26."""
    streams = [provider(actor, after) for provider in PROVIDERS]
    return list(heapq.merge(*streams))[: SIZE + 1]
