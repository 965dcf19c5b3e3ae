"""What both kinds of minutes share: one canonical text, and its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from core import clock


def canonical(content: Mapping[str, Any]) -> str:
    """The content as JSON in one spelling only: sorted keys, no spaces, no escapes."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def iso(value: date | None) -> str:
    """A day or moment as it stands in the canonical text; nothing stays nothing."""
    if isinstance(value, datetime):
        return clock.local(value).isoformat(timespec="minutes")
    return value.isoformat() if value else ""
