"""What is asked when a person is announced to the clinic, or a contact is asked for overnight."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from core import clock
from network.models import Service
from referrals.forms import fields
from referrals.forms.base import PortalForm
from referrals.services import Agreement, Callback, Wanted
from referrals.vocabulary import Flag, Form, Need, SignedBy, Urgency

CALLBACK = ("person", "phone", "hours", "deputy")


class AnnouncementForm(PortalForm):
    """The asked service, the need, whom to ring up and what the person signed."""

    pairs = (
        ("callback_person", "callback_phone"),
        ("callback_hours", "callback_deputy"),
    )

    service = fields.picked(_("An wen?"), ())
    urgency = fields.one_of(_("Dringlichkeit"), Urgency.choices, initial=Urgency.URGENT)
    needs = fields.some_of(_("Wobei braucht die Person Hilfe?"), Need.choices)
    flags = fields.some_of(_("Was dabei wichtig ist"), Flag.choices, required=False)
    risk_recorded = fields.tick(_("Risiko vermerkt"))
    remarks = fields.text(
        _("Was dort noch wichtig ist"),
        required=False,
        help_text=_("Ohne Namen, Adressen und Daten, an denen man die Person erkennt."),
    )
    callback_person = fields.line(_("Rückruf bei"))
    callback_phone = fields.line(_("Telefon"), length=60)
    callback_hours = fields.line(_("Erreichbar"), required=False)
    callback_deputy = fields.line(_("Vertretung"), required=False)
    given_on = fields.day(_("Unterschrieben am"), initial=clock.today)
    form = fields.one_of(_("Form"), fields.without(Form.choices, Form.ORAL))
    signed_by = fields.one_of(_("Von wem?"), SignedBy.choices)
    escalation = fields.one_of(
        _("Wenn niemand hilft: Darf die Koordination ohne Namen helfen?"),
        [("yes", _("ja, ohne Namen")), ("no", _("nein"))],
    )

    def __init__(self, *args: Any, services: list[Service], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._services = {str(row.pk): row for row in services}
        named = {key: f"{row.name}, {row.provider_name}" for key, row in self._services.items()}
        self.offers("service", [(key, name.rstrip(", ")) for key, name in named.items()])

    @property
    def asks_nobody(self) -> bool:
        """Whether there is no service to choose from."""
        return not self._services

    def arguments(self) -> dict[str, Any]:
        """What the service function takes besides person and actor."""
        given = self.cleaned_data
        return {
            "service": self._services[given["service"]],
            "wanted": self._wanted(),
            "callback": Callback(**{name: given[f"callback_{name}"] for name in CALLBACK}),
            "agreement": Agreement(
                given_on=given["given_on"],
                form=given["form"],
                signed_by=given["signed_by"],
                guardian_covers_health=given.get("guardian_covers_health", False),
                escalation=given["escalation"] == "yes",
            ),
        }

    def _wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(
            service_type=self._services[given["service"]].type,
            needs=given["needs"],
            flags=given["flags"],
            urgency=given.get("urgency", Urgency.URGENT),
            risk_recorded=given["risk_recorded"],
            remarks=given["remarks"],
        )


class CrisisForm(AnnouncementForm):
    """Krisenaufnahme: the clinic sees no name before the person wants it."""


class ContactForm(AnnouncementForm):
    """Notfallkontakt: always urgent, and under a release that was signed just now."""

    field_order = (
        "service",
        "needs",
        "flags",
        "risk_recorded",
        "remarks",
        "callback_person",
        "callback_phone",
        "callback_hours",
        "callback_deputy",
        "given_on",
        "valid_until",
        "form",
        "signed_by",
        "guardian_covers_health",
    )
    urgency = None  # type: ignore[assignment]  # Django's way of leaving out an inherited field
    valid_until = fields.day(
        _("Entbindung gilt bis"),
        initial=lambda: clock.today() + timedelta(days=28),
        help_text=_("Der Dienst sieht Name und Kontakt so lange, sonst nichts."),
    )
    guardian_covers_health = fields.tick(
        _("Der Aufgabenbereich der Betreuung umfasst die Gesundheit (nur bei Betreuung).")
    )

    def arguments(self) -> dict[str, Any]:
        """Also until when the release holds."""
        return {**super().arguments(), "valid_until": self.cleaned_data["valid_until"]}
