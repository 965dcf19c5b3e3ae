"""Chains the committed audit entries, so that a change or a gap can be seen later."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from itertools import takewhile

from django.db import connection, transaction

from core import clock
from core.models import AuditEntry, AuditSeal

BATCH = 5_000
SETTLED = dt.timedelta(minutes=15)
"""Longer than any transaction: an entry gets its number when it is written, not at its commit."""

SEALER_LOCK = 0x5EA1  # names our advisory lock; any number that nobody else uses


def _digest(previous: bytes, entries: Iterable[AuditEntry]) -> bytes:
    digest = hashlib.sha256(previous)
    for e in entries:
        who, what = (e.person, e.facility, e.via), (e.deed, e.object_kind, e.object_id, e.detail)
        digest.update(repr((e.id, e.at.isoformat(), *who, *what, e.case)).encode())
    return digest.digest()


def _has_settled(entry: AuditEntry) -> bool:
    return entry.at <= clock.now() - SETTLED


@transaction.atomic
def seal_new() -> int:
    """Seal what has settled since the last link; returns how many entries.

    A younger number can be committed before an older one. Sealed at once, the older one would lie
    between two links and look like one that was put in later.
    """
    with connection.cursor() as cursor:  # a row lock would need the right to change seals
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
    last = AuditSeal.objects.order_by("-last_entry").first()
    after = last.last_entry if last else 0
    rows = AuditEntry.objects.filter(id__gt=after).order_by("id")[:BATCH]
    entries = list(takewhile(_has_settled, rows))
    if not entries:
        return 0
    AuditSeal.objects.create(
        first_entry=entries[0].id,
        last_entry=entries[-1].id,
        entries=len(entries),
        chain_hash=_digest(bytes(last.chain_hash) if last else b"", entries),
    )
    return len(entries)


def first_broken_seal() -> AuditSeal | None:
    """The first link that no longer fits its entries; None when the chain holds."""
    previous, after = b"", 0
    for seal in AuditSeal.objects.order_by("last_entry"):
        entries = AuditEntry.objects.filter(id__gt=after, id__lte=seal.last_entry).order_by("id")
        if _digest(previous, entries) != bytes(seal.chain_hash):
            return seal
        previous, after = bytes(seal.chain_hash), seal.last_entry
    return None
