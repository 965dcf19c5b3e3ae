"""AES-256-GCM for sealed texts, and the key ring that wraps the data keys."""

import os
import uuid
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VERSION = b"\x01"
KEY_BYTES, NONCE_BYTES, ID_BYTES = 32, 12, 16


class KeyDestroyed(Exception):
    """The data key was destroyed on purpose; nothing it sealed can be read again."""


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY_BYTES)


def wrap(plain: bytes, key_id: uuid.UUID) -> bytes:
    """``plain`` wrapped by the current ring key: label, NUL, nonce, ciphertext."""
    label, ring_key = next(iter(settings.GPV_KEY_RING.items()))
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(ring_key).encrypt(nonce, plain, key_id.bytes)
    return bytes(label.encode() + b"\0" + nonce + sealed)


def unwrap(wrapped: bytes, key_id: uuid.UUID) -> bytes:
    """The data key inside ``wrapped``.

    Raises KeyDestroyed when it is empty, KeyError when the ring no longer has its key.
    """
    if not wrapped:
        raise KeyDestroyed(str(key_id))
    label, _, rest = wrapped.partition(b"\0")
    ring_key = settings.GPV_KEY_RING[label.decode()]
    nonce, sealed = rest[:NONCE_BYTES], rest[NONCE_BYTES:]
    return AESGCM(ring_key).decrypt(nonce, sealed, key_id.bytes)


def seal(plain: bytes, *, key: bytes, key_id: uuid.UUID, place: str) -> bytes:
    """``version, key id, nonce, ciphertext``, bound to ``place`` (table, column and row)."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + key_id.bytes + nonce + AESGCM(key).encrypt(nonce, plain, place.encode())


def unseal(sealed: bytes, *, key: bytes, key_id: uuid.UUID, place: str) -> bytes:
    """What ``seal`` was given; raises InvalidTag when bytes, key or place do not match."""
    if sealed[:1] != VERSION or sealed[1 : 1 + ID_BYTES] != key_id.bytes:
        raise ValueError("sealed with another key or version")
    body = sealed[1 + ID_BYTES :]
    return AESGCM(key).decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], place.encode())


def unseal_with_any(
    keys: Iterable[bytes], sealed: bytes, *, key_id: uuid.UUID, place: str
) -> bytes:
    """What ``seal`` was given with one of ``keys``; InvalidTag when none opens it."""
    for key in keys:
        try:
            return unseal(sealed, key=key, key_id=key_id, place=place)
        except InvalidTag:
            continue
    raise InvalidTag
