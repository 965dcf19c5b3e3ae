"""Links that work without signing in: made once, stored only as a hash."""

import datetime as dt
import hashlib
import secrets
from uuid import UUID

from core import clock
from core.models import AccessToken


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


def redeemable(token: str, purpose: str) -> AccessToken | None:
    """The unused, unexpired row of ``token`` for ``purpose``."""
    return AccessToken.objects.filter(
        token_hash=_hash(token), purpose=purpose, used_at=None, until__gt=clock.now()
    ).first()
