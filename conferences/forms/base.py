"""What all forms of the app share: one button, dates as days, times on the local clock."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LONG = 4_000
SHORT = 160


class DayInput(forms.DateInput):
    """A day, picked or typed."""

    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)


class TimeInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%H:%M", **options)


class PortalForm(forms.Form):
    """A form with one button, whose helper says where it goes."""

    submit: str | _StrPromise = _("Speichern")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, action: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()  # without a layout, so that fields added later are drawn too
        self.helper.form_action = action
        self.helper.attrs = {"novalidate": "novalidate"}
        self.helper.add_input(Submit("submit", str(self.submit), css_class="btn btn-primary"))


def text(
    label: str | _StrPromise, *, help_text: str | _StrPromise = "", **options: Any
) -> forms.CharField:
    """A paragraph or more."""
    rows = options.pop("rows", 4)
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=options.pop("max_length", LONG),
        widget=forms.Textarea(attrs={"rows": rows}),
        **options,
    )


def line(
    label: str | _StrPromise, *, help_text: str | _StrPromise = "", **options: Any
) -> forms.CharField:
    """One line."""
    return forms.CharField(
        label=label, help_text=help_text, max_length=options.pop("max_length", SHORT), **options
    )


def day(label: str | _StrPromise, **options: Any) -> forms.DateField:
    """One day."""
    return forms.DateField(label=label, widget=DayInput(), **options)


class SpanForm(PortalForm):
    """A day with start and end, both on the clocks of Europe/Berlin."""

    day = day(_("Tag"))
    start = forms.TimeField(label=_("Beginn"), widget=TimeInput())
    end = forms.TimeField(label=_("Ende"), widget=TimeInput())
    place = line(_("Ort"), max_length=200)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if {"day", "start", "end"} <= found.keys():
            found["starts_at"] = self._moment("start", found["day"], found["start"])
            found["ends_at"] = self._moment("end", found["day"], found["end"])
            if found["ends_at"] <= found["starts_at"]:
                self.add_error("end", _("Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide."))
        return found

    def _moment(self, field: str, on: date, at: time) -> datetime:
        try:
            return from_current_timezone(datetime.combine(on, at))
        except ValidationError:
            raise ValidationError(
                {field: _("Diese Uhrzeit gibt es an dem Tag nicht eindeutig (Zeitumstellung).")}
            ) from None
