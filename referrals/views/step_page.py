"""How one step of an inquiry is asked for and carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from referrals.forms.steps import StepForm
from referrals.workflow import Step


@dataclass(frozen=True, slots=True)
class StepPage:
    """How one step is asked for and carried out."""

    word: str
    step: Step
    form: type[StepForm]
    carry_out: Callable[..., Any]
    icon: str
    done: str | Promise
    label: str | Promise = ""

    @property
    def title(self) -> str | Promise:
        """What the button and the heading say."""
        return self.label or self.step.label

    @property
    def is_plain(self) -> bool:
        """Whether one button is enough, with nothing to fill in."""
        return not self.form.base_fields
