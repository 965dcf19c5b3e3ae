"""Links that work without signing in: made once, stored only as a hash."""

import datetime as dt
import hashlib
import secrets
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from core import clock
from core.errors import LinkOver
from core.models import AccessToken

Row = TypeVar("Row", bound=Model)

KEPT_AFTERWARDS = dt.timedelta(days=30)
"""How long a link that is over stays on record."""


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def issue(*, purpose: str, object_id: UUID, facility: UUID | None, valid_for: dt.timedelta) -> str:
    """A fresh token of 256 random bits; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    AccessToken.objects.create(
        token_hash=_hash(token),
        purpose=purpose,
        object_id=object_id,
        facility=facility,
        until=clock.now() + valid_for,
    )
    return token


def withdraw(*, purpose: str, object_id: UUID) -> None:
    """Take back what was issued before, so that the newest link alone opens."""
    AccessToken.objects.filter(purpose=purpose, object_id=object_id, used_at=None).delete()


def spend(row: AccessToken) -> None:
    """Use a link up; of two who press at once one is first.

    Raises ``LinkOver`` for everybody after the first.
    """
    now = clock.now()
    fresh = AccessToken.objects.filter(pk=row.pk, used_at=None, until__gt=now)
    if not fresh.update(used_at=now):
        raise LinkOver


def spend_on(link: AccessToken, rows: QuerySet[Row]) -> Row | None:
    """The row of ``rows`` that the link is about, locked, and the link used up behind it.

    In this order: whoever ends a row holds it and takes back its links, and would wait for ever
    for somebody who holds a link and wants the row. Raises ``LinkOver`` like ``spend``.
    """
    row = rows.select_for_update(of=("self",)).filter(pk=link.object_id).first()
    spend(link)
    return row


def forget_ended() -> int:
    """Delete the links that have ended or were used; returns how many."""
    kept = clock.now() - KEPT_AFTERWARDS
    over = Q(until__lte=kept) | Q(used_at__lte=kept)
    return AccessToken.objects.filter(over).delete()[0]


def redeemable(token: str, purpose: str) -> AccessToken | None:
    """The unused, unexpired row of ``token`` for ``purpose``."""
    return AccessToken.objects.filter(
        token_hash=_hash(token), purpose=purpose, used_at=None, until__gt=clock.now()
    ).first()
