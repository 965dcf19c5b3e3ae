"""Sealing of texts that belong to no client or conference, with the ring's own keys."""

import uuid

from django.conf import settings

from core import crypto

_NO_KEY = uuid.UUID(int=0)


def site_seal(text: str, place: str) -> bytes:
    """``text`` sealed with the first key of the ring."""
    first: bytes = next(iter(settings.GPV_KEY_RING.values()))
    return crypto.seal(text.encode(), key=first, key_id=_NO_KEY, place=place)


def site_unseal(sealed: bytes, place: str) -> str:
    """The text that ``site_seal`` was given, by whichever key of the ring opens it.

    Raises InvalidTag when none does.
    """
    ring = settings.GPV_KEY_RING.values()
    return crypto.unseal_with_any(ring, sealed, key_id=_NO_KEY, place=place).decode()
