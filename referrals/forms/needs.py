"""What is needed, whom to call back, and which services are asked."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import clock
from network.models import Service
from referrals.forms import fields
from referrals.forms.base import PortalForm
from referrals.models import Release
from referrals.reasons import Close
from referrals.services import Callback, Wanted
from referrals.vocabulary import CostState, Flag, Form, Need, Urgency
from referrals.workflow import Kind


class NeedForm(PortalForm):
    """The need in words that name nobody, and whom the services can ring up."""

    pairs = (
        ("wanted_from", "cost_state"),
        ("callback_person", "callback_phone"),
        ("callback_hours", "callback_deputy"),
    )

    service_type = fields.picked(_("Gesucht"), Service.Type.choices, required=False)
    needs = fields.some_of(_("Wobei braucht die Person Hilfe?"), Need.choices)
    flags = fields.some_of(_("Was für den Platz wichtig ist"), Flag.choices, required=False)
    urgency = fields.one_of(_("Dringlichkeit"), Urgency.choices)
    wanted_from = fields.day(
        _("Ab wann?"), required=False, help_text=_("Dienste sehen nur die Woche.")
    )
    cost_state = fields.picked(_("Kostenzusage"), CostState.choices)
    risk_recorded = fields.tick(
        _("Risiko vermerkt: erster Kontakt spätestens 48 Stunden nach der Entlassung")
    )
    remarks = fields.text(
        _("Was der Dienst noch wissen sollte"),
        required=False,
        help_text=_("Ohne Namen, Adressen und Daten, an denen man die Person erkennt."),
    )
    callback_person = fields.line(_("Rückruf bei"))
    callback_phone = fields.line(_("Telefon"), length=60)
    callback_hours = fields.line(_("Erreichbar"), required=False)
    callback_deputy = fields.line(_("Vertretung"), required=False)

    def wanted(self) -> Wanted:
        """What is looked for."""
        callback = ("callback_person", "callback_phone", "callback_hours", "callback_deputy")
        named = {k: v for k, v in self.cleaned_data.items() if k not in (*callback, "kind")}
        return Wanted(**named)

    def callback(self) -> Callback:
        """Whom to ring up."""
        given = self.cleaned_data
        return Callback(
            person=given["callback_person"],
            phone=given["callback_phone"],
            hours=given["callback_hours"],
            deputy=given["callback_deputy"],
        )


class NewReferralForm(NeedForm):
    """Also of which kind the referral is."""

    kind = fields.one_of(
        _("Worum geht es?"),
        [
            (Kind.NEW, _("neue Hilfe suchen")),
            (Kind.RETURN, _("zurück zu einem Dienst, der die Person schon begleitet (Rückkehr)")),
        ],
        initial=Kind.NEW,
    )
    field_order = ("kind",)


class SendForm(PortalForm):
    """The person agreed to each of the chosen services, and to escalation or not."""

    agreed_on = fields.day(_("Die Person ist einverstanden seit"), initial=clock.today)
    agreed_form = fields.one_of(_("In welcher Form?"), Form.choices)
    escalation = fields.one_of(
        _(
            "Wenn in fünf Werktagen niemand einen Platz anbietet: "
            "Darf die Koordination ohne Namen helfen?"
        ),
        [("yes", _("ja, ohne Namen")), ("no", _("nein"))],
    )

    def __init__(self, *args: Any, asks_escalation: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_escalation:
            del self.fields["escalation"]
        self.lay_out()

    @property
    def escalation_agreed(self) -> bool | None:
        """The answer about escalation, None when it was given before."""
        answer = self.cleaned_data.get("escalation")
        return None if answer is None else answer == "yes"


class CloseForm(PortalForm):
    """How the referral ends."""

    reason = fields.picked(_("Wie endet die Überleitung?"), Close.choices)
    release = fields.picked(
        _("Entbindung, die den SpDi nennt"),
        (),
        required=False,
        help_text=_("Nur bei Übergabe an den Sozialpsychiatrischen Dienst (SpDi)."),
    )
    legal_basis = fields.text(_("oder Rechtsgrundlage der Übergabe"), rows=2, required=False)

    def __init__(self, *args: Any, releases: list[Release], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._releases = {str(row.pk): row for row in releases}
        words = [
            (k, _("gültig bis %(day)s") % {"day": f"{r.valid_until:%d.%m.%Y}"})
            for k, r in self._releases.items()
        ]
        self.offers("release", words)

    def arguments(self) -> dict[str, Any]:
        """What ``close_referral`` takes."""
        return {**self.cleaned_data, "release": self._releases.get(self.cleaned_data["release"])}


class SectionForm(PortalForm):
    """One section of the handover."""

    text = fields.text(_("Text"), rows=5, required=False)
