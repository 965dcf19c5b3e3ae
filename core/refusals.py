"""Why a step is not possible: one sentence for the button, the page and the service."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise

from core.errors import StepRefused


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step is not possible; ``forbidden`` when it is somebody else's."""

    message: str | Promise
    forbidden: bool = False

    def __str__(self) -> str:
        return str(self.message)


def insist(refusal: Refusal | None) -> None:
    """Raise what a ``may`` answered: PermissionDenied (403) or StepRefused (409)."""
    if refusal is None:
        return
    if refusal.forbidden:
        raise PermissionDenied(str(refusal))
    raise StepRefused(refusal.message)
