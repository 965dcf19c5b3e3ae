"""Chains the committed audit entries, so that a change or a gap can be seen later."""

import hashlib
from collections.abc import Iterable

from django.db import connection, transaction

from core.models import AuditEntry, AuditSeal

BATCH = 5_000
SEALER_LOCK = 0x5EA1  # names our advisory lock; any number that nobody else uses


def _digest(previous: bytes, entries: Iterable[AuditEntry]) -> bytes:
    digest = hashlib.sha256(previous)
    for e in entries:
        row = (e.id, e.at.isoformat(), e.person, e.facility, e.via, e.deed, e.object_id, e.case)
        digest.update(repr(row).encode())
    return digest.digest()


@transaction.atomic
def seal_new() -> int:
    """Seal what came since the last link; returns how many entries."""
    with connection.cursor() as cursor:  # a row lock would need the right to change seals
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
    last = AuditSeal.objects.order_by("-last_entry").first()
    after = last.last_entry if last else 0
    entries = list(AuditEntry.objects.filter(id__gt=after).order_by("id")[:BATCH])
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
    previous = b""
    for seal in AuditSeal.objects.order_by("last_entry"):
        entries = AuditEntry.objects.filter(
            id__gte=seal.first_entry, id__lte=seal.last_entry
        ).order_by("id")
        if _digest(previous, entries) != bytes(seal.chain_hash):
            return seal
        previous = bytes(seal.chain_hash)
    return None
