"""What every form of a step has: it knows the inquiry and who fills it in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from core.actor import Actor
from core.models import User
from referrals.forms import entry_question
from referrals.forms.base import PortalForm
from referrals.models import Inquiry
from referrals.services import Worker


class StepForm(PortalForm):
    """A form for one step of one inquiry; without fields it is a question with one button."""

    asks_entry: ClassVar[bool] = False
    """Whether an answer may also say if the service's entry in the directory still holds."""

    def __init__(
        self, *args: Any, inquiry: Inquiry, actor: Actor, people: Iterable[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.inquiry, self.actor = inquiry, actor
        self.people = {str(person.pk): person for person in people}
        self.prepare()
        if self.asks_entry:
            entry_question.add_to(self, inquiry, actor)
        self.lay_out()

    def prepare(self) -> None:
        """Fill choices and first values that depend on the inquiry."""

    def arguments(self) -> dict[str, Any]:
        """What the service of the step takes beside inquiry, version and actor."""
        return self.cleaned_data

    def step_arguments(self) -> dict[str, Any]:
        """The arguments without what was said of the entry in the directory."""
        given = self.arguments().items()
        return {name: value for name, value in given if name not in entry_question.NAMES}

    def named(self, name: str) -> Worker:
        """A colleague who was chosen, or a name that was typed for a service without accounts."""
        given = self.cleaned_data[name]
        person = self.people.get(given)
        return Worker(person.full_name, person) if person else Worker(given)
