"""The trail: who did or read what, in the transaction of the deed itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import transaction

from core.actor import Actor
from core.models import AuditEntry

_gathering: ContextVar[list[AuditEntry] | None] = ContextVar("gathering", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """Write all entries of a page that only reads in one statement, when it was read to the end.

    Not for deeds: an entry would outlive a savepoint that is rolled back inside the block.
    """
    entries: list[AuditEntry] = []
    token = _gathering.set(entries)
    try:
        yield
    finally:
        _gathering.reset(token)
    if entries:
        AuditEntry.objects.bulk_create(entries)


def record(
    *, by: Actor, deed: str, obj: Any = None, case: UUID | None = None, detail: str = ""
) -> None:
    """Add one entry. ``detail`` is a code or a count, never somebody's text."""
    entry = AuditEntry(
        person=by.person.pk if by.person else None,
        facility=by.facility,
        via=by.via,
        deed=deed,
        object_kind=obj._meta.label_lower if obj is not None else "",
        object_id=obj.pk if obj is not None else None,
        case=case,
        detail=detail,
    )
    waiting = _gathering.get()
    if waiting is None:
        entry.save(force_insert=True)
    else:
        waiting.append(entry)


def record_refusal(*, by: Actor, status: int, view: str, object_id: UUID | None) -> None:
    """Add a refused request, after its rollback, in a transaction of its own."""
    with transaction.atomic():
        AuditEntry.objects.create(
            person=by.person.pk if by.person else None,
            facility=by.facility,
            via=by.via,
            deed=f"refused.{status}",
            object_kind=view[:60],
            object_id=object_id,
        )
