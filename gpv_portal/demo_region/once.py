"""How a whole region is written quickly, and what its past leaves behind."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import F

from core import clock
from core.models import OutboxMessage

RENDERED_LATER = ("_pdf", "edition_published")


@contextmanager
def in_one_piece() -> Iterator[None]:
    """All or nothing: every deed's own savepoint would only double the statements."""
    features = connection.features
    with transaction.atomic():
        features.uses_savepoints = False
        gc.disable()
        try:
            yield
        finally:
            gc.enable()
            features.uses_savepoints = True


def forget_old_mails() -> None:
    """What was to be told before today was told then; PDF files are still made."""
    old = OutboxMessage.objects.filter(created_at__lt=clock.start_of(clock.today()))
    for ending in RENDERED_LATER:
        old = old.exclude(kind__endswith=ending)
    old.update(state=OutboxMessage.State.DONE, done_at=F("created_at"), note="Vorgeschichte")
