"""What is filled in between the confirmed place and the end."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import clock
from referrals.forms import fields
from referrals.forms.base import moved
from referrals.forms.steps import StepForm
from referrals.reasons import Fail, NextStep, Outcome
from referrals.vocabulary import ContactKind


class AppointmentForm(StepForm):
    """Date, place and who comes."""

    pairs = (
        ("starts_day", "starts_time"),
        ("place", "with_whom"),
    )

    starts_day = fields.day(_("Datum"))
    starts_time = fields.time(_("Uhrzeit"))
    place = fields.line(_("Ort"))
    with_whom = fields.line(_("Wer kommt?"))

    def prepare(self) -> None:
        self.initial.setdefault("with_whom", self.inquiry.worker_name)

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "starts_at": fields.moment(given, "starts_day", "starts_time"),
            "place": given["place"],
            "with_whom": given["with_whom"],
        }

    def shows(self, refusal: ValidationError) -> None:
        super().shows(moved(refusal, "starts_at", "starts_day"))


class MissForm(StepForm):
    """What follows a missed appointment."""

    next_step = fields.one_of(_("Wie geht es weiter?"), NextStep.choices)


class AttemptForm(StepForm):
    """When and how somebody tried to reach the person."""

    pairs = (("tried_day", "tried_time"),)

    tried_day = fields.day(_("Datum"), initial=clock.today)
    tried_time = fields.time(_("Uhrzeit"))
    kind = fields.one_of(_("Auf welchem Weg?"), ContactKind.choices)

    def arguments(self) -> dict[str, Any]:
        tried_at = fields.moment(self.cleaned_data, "tried_day", "tried_time")
        return {"tried_at": tried_at, "kind": self.cleaned_data["kind"]}

    def shows(self, refusal: ValidationError) -> None:
        super().shows(moved(refusal, "tried_at", "tried_day"))


class ContactForm(StepForm):
    """The first real contact."""

    contact_on = fields.day(_("Erster Kontakt am"))
    kind = fields.one_of(_("Auf welchem Weg?"), ContactKind.choices)


class UndoContactForm(StepForm):
    """Why the contact was entered by mistake."""

    reason = fields.text(_("Warum war der Eintrag falsch?"), rows=2)


class CompleteForm(StepForm):
    """How it turned out."""

    outcome = fields.one_of(
        _("Wie ist es ausgegangen?"), fields.without(Outcome.choices, Outcome.BY_TIME)
    )


class FailForm(StepForm):
    """Why the place came to nothing, and what follows."""

    reason = fields.one_of(_("Grund"), Fail.choices)
    next_step = fields.one_of(_("Wie geht es weiter?"), NextStep.choices)
    note = fields.text(_("Hinweis"), rows=2, required=False)
