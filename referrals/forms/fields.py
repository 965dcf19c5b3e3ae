"""The fields that forms of the app are made of; lengths and words stand here once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock

LINE, TEXT = 160, 4000
Words: TypeAlias = "str | Any"
Choices = Iterable[tuple[str, Words]]


def line(label: Words, *, length: int = LINE, **kwargs: Any) -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, max_length=length, **kwargs)


def text(label: Words, *, rows: int = 3, **kwargs: Any) -> forms.CharField:
    """Some sentences."""
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": None})
    return forms.CharField(label=label, max_length=TEXT, widget=widget, **kwargs)


def day(label: Words, **kwargs: Any) -> forms.DateField:
    """A date, picked or typed as TT.MM.JJJJ."""
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
        error_messages={"invalid": _("Bitte geben Sie einen Tag an, zum Beispiel 01.12.2026.")},
        **kwargs,
    )


def time(label: Words, **kwargs: Any) -> forms.TimeField:
    """A time of day."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Bitte geben Sie eine Uhrzeit an, zum Beispiel 14:00.")},
        **kwargs,
    )


def one_of(label: Words, choices: Choices, **kwargs: Any) -> forms.ChoiceField:
    """One of a few, all visible, none chosen beforehand."""
    return forms.ChoiceField(label=label, choices=list(choices), widget=forms.RadioSelect, **kwargs)


def picked(label: Words, choices: Choices, **kwargs: Any) -> forms.ChoiceField:
    """One of many, from a list that opens."""
    empty = [("", _("bitte wählen"))] if kwargs.get("required", True) else [("", "–")]
    return forms.ChoiceField(label=label, choices=[*empty, *choices], **kwargs)


def some_of(label: Words, choices: Choices, **kwargs: Any) -> forms.MultipleChoiceField:
    """Any number of boxes to tick."""
    return forms.MultipleChoiceField(
        label=label, choices=list(choices), widget=forms.CheckboxSelectMultiple, **kwargs
    )


def tick(label: Words, **kwargs: Any) -> forms.BooleanField:
    """One box."""
    return forms.BooleanField(label=label, required=kwargs.pop("required", False), **kwargs)


def without(choices: Sequence[tuple[str, Words]], *codes: str) -> list[tuple[str, Words]]:
    """``choices`` less those that nobody picks by hand."""
    return [(code, label) for code, label in choices if code not in codes]


def moment(cleaned: dict[str, Any], day_field: str, time_field: str) -> datetime:
    """A day and a time of day on the clocks of the region."""
    return datetime.combine(cleaned[day_field], cleaned[time_field], tzinfo=clock.BERLIN)
