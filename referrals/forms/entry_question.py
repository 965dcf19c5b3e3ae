"""What a team says of its entry in the directory while it answers an inquiry; all optional."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from network.freshness import Freshness, capacity_is_current, freshness
from network.models import Service
from network.services.entries import hear_from_answer
from referrals.models import Inquiry

STILL_TRUE, CAPACITY = "entry_still_true", "entry_capacity"
NAMES = frozenset({STILL_TRUE, CAPACITY})
_SAID = {"ja": True, "nein": False}


class AnyWord(forms.ChoiceField):
    """Takes what is no choice for nothing said: a form is never refused because of it."""

    def clean(self, value: Any) -> str:
        """One of the choices, or nothing."""
        word = str(value or "")
        return word if self.valid_value(word) else ""


def add_to(form: forms.Form, inquiry: Inquiry, actor: Actor) -> None:
    """Ask for what is old, of a team that answers for its own service."""
    service = inquiry.service
    if service.facility_id is None or service.facility_id != actor.facility:
        return
    if freshness(service) != Freshness.FRESH:
        form.fields[STILL_TRUE] = AnyWord(
            label=_("Stimmt der Eintrag im Verzeichnis noch?"),
            choices=(("", _("keine Angabe")), ("ja", _("ja, stimmt noch")), ("nein", _("nein"))),
            required=False,
            help_text=_("Freiwillig. Bei Nein fragt das Portal die Verwaltung Ihrer Einrichtung."),
        )
    if not capacity_is_current(service):
        known = [choice for choice in Service.Capacity.choices if choice[0]]
        form.fields[CAPACITY] = AnyWord(
            label=_("Wie sieht es mit Plätzen aus?"),
            choices=[("", _("keine Angabe")), *known],
            required=False,
            help_text=_("Freiwillig. Steht mit Datum im Verzeichnis."),
        )


def hear(form: forms.Form, inquiry: Inquiry, actor: Actor) -> None:
    """Pass on what was said, if anything was."""
    still_true = _SAID.get(form.cleaned_data.get(STILL_TRUE, ""))
    capacity = form.cleaned_data.get(CAPACITY) or None
    if still_true is not None or capacity is not None:
        service = inquiry.service
        hear_from_answer(service=service, still_true=still_true, capacity=capacity, by=actor)
