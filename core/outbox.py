"""What must happen after a change: written with it, done by the worker, never lost.

A row is pending, then published (its id lies in the broker), then done in the transaction of
its result. The broker is only a wake-up signal: the sweeper publishes again what got lost.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterable
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from core import clock
from core.access import acting_as
from core.actor import Actor
from core.database import take_role, worker_role
from core.models import OutboxMessage

CHANNEL = "gpv_outbox"
MAX_ATTEMPTS = 20
LONGEST_WAIT = dt.timedelta(hours=4)
logger = logging.getLogger("gpv.outbox")

Handler = Callable[[OutboxMessage, Actor], None]
HANDLERS: dict[str, Handler] = {}


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that does the work of messages of ``kind``."""

    def register(handler: Handler) -> Handler:
        if kind in HANDLERS:
            raise ValueError(f"{kind} has a handler already")
        HANDLERS[kind] = handler
        return handler

    return register


def enqueue(kind: str, object_id: UUID, *, by: Actor, recipient: UUID | None = None) -> None:
    """Write the message into the running transaction; its commit wakes the relay."""
    enqueue_all(kind, [(object_id, recipient)], by=by)


def enqueue_all(kind: str, targets: Iterable[tuple[UUID, UUID | None]], *, by: Actor) -> None:
    """One message for each object and recipient, in one statement; the table wakes the relay."""
    if kind not in HANDLERS:
        raise ValueError(f"nobody handles {kind}")
    OutboxMessage.objects.bulk_create(
        OutboxMessage(
            kind=kind,
            object_id=object_id,
            recipient=recipient,
            person=by.person.pk if by.person else None,
            facility=by.facility,
        )
        for object_id, recipient in targets
    )


def deliver(message_id: UUID) -> bool:
    """Do the work of one message, once; False when another worker has it or it is done."""
    with transaction.atomic():
        message = (
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(pk=message_id, state__in=["pending", "published"])
            .first()
        )
        if message is None:
            return False
        try:
            with transaction.atomic():
                _work(message)
            message.state = OutboxMessage.State.DONE
        except PermissionDenied:
            message.state, message.note = OutboxMessage.State.REFUSED, "nicht berechtigt"
        except Exception as error:
            _note_failure(message, error)
        message.done_at = clock.now() if message.state != "published" else None
        message.save()
        return message.state == OutboxMessage.State.DONE


def _work(message: OutboxMessage) -> None:
    actor = acting_as(message.person, message.facility)
    person = actor.person.pk if actor.person else None
    take_role(worker_role(), facilities=actor.facilities, person=person)
    HANDLERS[message.kind](message, actor)


def _note_failure(message: OutboxMessage, error: Exception) -> None:
    message.attempts += 1
    message.note = type(error).__name__
    given_up = message.attempts >= MAX_ATTEMPTS
    words = "%s failed %d times: %s%s"
    end = ", given up" if given_up else ""
    logger.warning(words, message.kind, message.attempts, message.note, end)
    message.state = OutboxMessage.State.FAILED if given_up else OutboxMessage.State.PUBLISHED
    message.published_at = clock.now()


def send_failed_again() -> int:
    """Let everything that was given up be tried anew, within seconds; returns how many."""
    rows = OutboxMessage.objects.filter(state=OutboxMessage.State.FAILED)
    return rows.update(state=OutboxMessage.State.PENDING, attempts=0, done_at=None)


def wait_after(attempts: int) -> dt.timedelta:
    """How long a published message rests: twice as long after each failure, four hours at most.

    All waits together last more than two days: a mail server may be away over a weekend's work.
    """
    shortest = dt.timedelta(seconds=settings.GPV_REPUBLISH_SECONDS)
    return min(shortest * (1 << attempts), max(shortest, LONGEST_WAIT))


def take_unpublished(limit: int = 100) -> list[UUID]:
    """Mark what waits as published and return the ids; the caller tells the broker after commit."""
    late = Q()
    for attempts in range(MAX_ATTEMPTS):
        rested = clock.now() - wait_after(attempts)
        late |= Q(state="published", attempts=attempts, published_at__lt=rested)
    with transaction.atomic():
        rows = list(
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(Q(state="pending") | late)
            .order_by("created_at")
            .values_list("pk", flat=True)[:limit]
        )
        OutboxMessage.objects.filter(pk__in=rows).update(
            state=OutboxMessage.State.PUBLISHED, published_at=clock.now()
        )
    return rows
