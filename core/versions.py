"""A form that is older than the row it edits is refused."""

from typing import Any

from core.errors import Stale

FIELD = "version"


def check(instance: Any, version: int | str | None) -> None:
    """Raise Stale unless ``version`` is the row's own; None compares nothing."""
    if version is not None and str(instance.version) != str(version):
        raise Stale
