"""Who the person is, typed by the facility that keeps the record."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.models import Area
from referrals.forms import fields
from referrals.forms.base import PortalForm
from referrals.services import Identity


class IdentityForm(PortalForm):
    """Name, birth date and what a chosen service will need; all of it is kept sealed."""

    pairs = (
        ("last_name", "first_name"),
        ("birth_date", "phone"),
        ("guardian_name", "guardian_phone"),
    )

    last_name = fields.line(_("Nachname"))
    first_name = fields.line(_("Vorname"))
    birth_date = fields.day(_("Geburtsdatum"))
    phone = fields.line(_("Telefon"), length=60, required=False)
    address = fields.line(_("Anschrift"), length=300, required=False)
    area = fields.picked(
        _("Wohngegend"),
        (),
        required=False,
        help_text=_("Dienste sehen vor der Wahl nur die Gegend, nie die Anschrift."),
    )
    guardian_name = fields.line(_("Rechtliche Betreuung"), required=False)
    guardian_phone = fields.line(_("Telefon der Betreuung"), length=60, required=False)
    guardian_tasks = fields.line(_("Aufgabenbereiche"), length=300, required=False)
    wishes = fields.text(
        _("Wünsche der Person"),
        required=False,
        help_text=_("Liest erst der Dienst, den die Person kennenlernen möchte oder wählt."),
    )

    def __init__(self, *args: Any, areas: list[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._areas = {str(area.pk): area for area in areas}
        self.offers("area", [(key, area.name) for key, area in self._areas.items()])

    def identity(self) -> Identity:
        """What was typed, on its way to being sealed."""
        return Identity(**{k: v for k, v in self.cleaned_data.items() if k != "area"})

    def area_chosen(self) -> Area | None:
        """The area, when one was chosen."""
        return self._areas.get(self.cleaned_data["area"])


class DeathForm(PortalForm):
    """The day a person died."""

    died_on = fields.day(_("Verstorben am"))
