"""What the steps of an entry's life ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
        error_messages={"invalid": _("Bitte geben Sie einen Tag an, zum Beispiel 01.12.2026.")},
        **options,
    )


class ClosureForm(forms.Form):
    """From when until when a service is closed; the end may be open."""

    start = _day(_("Geschlossen vom"), initial=clock.today)
    until = _day(_("bis einschließlich"), required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        start, until = typed.get("start"), typed.get("until")
        if start and until and until < max(start, clock.today()):
            self.add_error("until", _("Das Ende liegt vor dem Anfang oder ist schon vorbei."))
        return typed


class NoteForm(forms.Form):
    """What is missing."""

    note = forms.CharField(label=_("Was fehlt?"), max_length=300, required=False)
