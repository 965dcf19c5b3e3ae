"""Reads the environment; a missing secret stops the start with a sentence."""

import base64
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret(name: str) -> str:
    """The secret ``name`` from the environment, or from the file that ``<name>_FILE`` names."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    if value := os.environ.get(name):
        return value
    raise ImproperlyConfigured(f"{name} is not set; give it or {name}_FILE.")


def optional(name: str, default: str = "") -> str:
    """A setting with a sensible default, which empty means too; also read from ``<name>_FILE``."""
    if os.environ.get(name) or f"{name}_FILE" in os.environ:
        return secret(name)
    return default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated setting as a list without empty entries."""
    return [word.strip() for word in optional(name, default).split(",") if word.strip()]


def key_ring(name: str) -> dict[str, bytes]:
    """Keys as ``id:base64,id:base64``; the first one seals, all of them open.

    Raises ImproperlyConfigured unless every key has 32 bytes.
    """
    ring = {}
    for entry in secret(name).split(","):
        label, _, encoded = entry.strip().partition(":")
        try:
            ring[label] = base64.b64decode(encoded, validate=True)
        except ValueError as error:
            raise ImproperlyConfigured(f"{name}: key {label!r} is not base64.") from error
        if len(ring[label]) != 32 or not label:
            raise ImproperlyConfigured(f"{name}: key {label!r} needs a name and 32 bytes.")
    return ring
