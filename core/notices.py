"""Reminders that go out once, however often the scheduler runs."""

import datetime as dt
from uuid import UUID

from core.models import Notice


def notify(
    kind: str,
    object_id: UUID,
    *,
    dedupe_key: str,
    person: UUID | None = None,
    facility: UUID | None = None,
    due_at: dt.datetime | None = None,
) -> bool:
    """Note the reminder; False when this one was noted before."""
    _, created = Notice.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": kind,
            "object_id": object_id,
            "person": person,
            "facility": facility,
            "due_at": due_at,
        },
    )
    return created
