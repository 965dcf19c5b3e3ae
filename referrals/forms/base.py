"""What every form of the app shares: its layout, and where a service's refusal is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

Result = TypeVar("Result")


class PortalForm(forms.Form):
    """Drawn by crispy inside a ``<form>`` that the template writes, token and receipt included."""

    pairs: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Fields that stand side by side where there is room, each pair in its place of the order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.lay_out()

    def lay_out(self) -> None:
        """Put the fields in their order, pairs beside one another; again when fields change."""
        beside = dict(self.pairs)
        first = (name for name in self.fields if name not in beside.values())
        self.helper.layout = Layout(
            *(Div(n, beside[n], css_class="pair") if n in beside else n for n in first)
        )

    def shows(self, refusal: ValidationError) -> None:
        """Put what a service refused beside the field that its code names."""
        for error in refusal.error_list:
            known = error.code in self.fields
            self.add_error(error.code if known else None, ValidationError(error.messages))

    def offers(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        """Fill a field whose choices depend on who asks; an opening list begins empty."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{name} has no choices")
        opens = isinstance(field.widget, forms.Select) and not field.widget.allow_multiple_selected
        if opens and not isinstance(field.widget, forms.RadioSelect):
            choices = [("", _("bitte wählen") if field.required else "–"), *choices]
        field.choices = list(choices)

    @property
    def problems(self) -> int:
        """How many things are to be corrected."""
        return sum(len(errors) for errors in self.errors.values())


def moved(refusal: ValidationError, code: str, field: str) -> ValidationError:
    """``refusal`` with its code changed to the name of the field that is shown."""
    for error in refusal.error_list:
        if error.code == code:
            error.code = field
    return refusal


def succeeded(form: PortalForm, deed: Callable[[], object]) -> bool:
    """Whether ``form`` is in order and ``deed`` was carried out; what is wrong shows in it."""
    return form.is_valid() and carried_out(form, lambda: (deed(),)) is not None


def carried_out(form: PortalForm, deed: Callable[[], Result]) -> Result | None:
    """The answer of ``deed``, or None with the refusal shown in ``form``."""
    try:
        return deed()
    except ValidationError as refusal:
        form.shows(refusal)
        return None
