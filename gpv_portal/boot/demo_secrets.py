"""The demo's own secrets, made once and kept beside the database they belong to."""

from __future__ import annotations

import base64
import json
import os
import secrets
from pathlib import Path

KEY_BYTES = 32  # AES-256


def demo_secrets(state: Path) -> dict[str, str]:
    """GPV_SECRET_KEY and GPV_KEY_RING; the file is readable by its owner alone."""
    file = state / "secrets.json"
    if not file.exists():
        _write(file, _make())
    kept: dict[str, str] = json.loads(file.read_text())
    return kept


def _make() -> dict[str, str]:
    key = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    return {"GPV_SECRET_KEY": secrets.token_urlsafe(64), "GPV_KEY_RING": f"demo:{key}"}


def _write(file: Path, content: dict[str, str]) -> None:
    """Aside and renamed, so that a half-written file is never read."""
    draft = file.with_suffix(".new")
    if draft.exists():
        draft.unlink()
    with os.fdopen(os.open(str(draft), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(content, out)
    draft.rename(file)
