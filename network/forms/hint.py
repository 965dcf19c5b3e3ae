"""What anybody may say about an entry, and what its owner answers."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _


class SuggestionForm(forms.Form):
    """What is wrong, and whom one may ask back; nothing else is kept of the visitor."""

    text = forms.CharField(
        label=_("Was stimmt nicht, und wie ist es richtig?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Bitte schreiben Sie nichts über einzelne Menschen oder ihre Gesundheit."),
    )
    contact = forms.CharField(
        label=_("Rückfragen an"),
        max_length=200,
        required=False,
        help_text=_("Telefon oder E-Mail. Drei Monate nach der Antwort wird beides gelöscht."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class DecisionForm(forms.Form):
    """Accepted or declined, with a note for oneself and one's colleagues."""

    accepted = forms.TypedChoiceField(
        choices=(("ja", _("Annehmen")), ("nein", _("Nicht übernehmen"))),
        coerce=lambda word: word == "ja",
    )
    note = forms.CharField(label=_("Notiz"), max_length=500, required=False)
