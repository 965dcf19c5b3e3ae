"""A group of words with one meaning, typed one a line."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import SynonymGroup
from network.search.text import stem, words

MAX_PHRASES = 30
MAX_LENGTH = 80


class SynonymForm(forms.Form):
    """What is typed, and what answers it; without the first, all phrases mean the same."""

    asked = forms.CharField(
        label=_("Wer das sucht"),
        max_length=MAX_LENGTH,
        required=False,
        help_text=_("Leer heißt: Alle Wörter darunter bedeuten dasselbe, in jeder Richtung."),
    )
    phrases = forms.CharField(
        label=_("findet auch"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=3000,
        error_messages={"required": _("Bitte schreiben Sie, welche Wörter gefunden werden.")},
        help_text=_("Ein Wort oder eine Wendung je Zeile, auch Abkürzungen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_asked(self) -> str:
        """A phrase that can be looked for, or none."""
        asked = str(self.cleaned_data["asked"]).strip()
        return _searchable(asked) if asked else ""

    def clean_phrases(self) -> list[str]:
        """The phrases, each once; every one can be looked for."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["phrases"].splitlines())
        phrases = list(dict.fromkeys(_searchable(line) for line in lines if line))
        if len(phrases) > MAX_PHRASES:
            raise forms.ValidationError(_("Bitte höchstens 30 Zeilen."))
        return phrases

    def clean(self) -> dict[str, Any]:
        """Words that mean the same are at least two."""
        values = super().clean() or {}
        if not values.get("asked") and len(values.get("phrases", ["", ""])) < 2:
            self.add_error("phrases", _("Bitte mindestens zwei Zeilen, oder oben ein Wort."))
        return values


def initial_of(group: SynonymGroup) -> dict[str, str]:
    """What the form shows of a group."""
    return {"asked": group.asked, "phrases": group.words}


def _searchable(phrase: str) -> str:
    stems = [stem(word) for word in words(phrase)]
    if not stems or not all(stems) or len(phrase) > MAX_LENGTH:
        raise forms.ValidationError(
            _("„%(phrase)s“ kann die Suche nicht verwenden."),
            params={"phrase": phrase[:MAX_LENGTH]},
        )
    return phrase
