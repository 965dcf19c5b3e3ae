"""Admission, discharge and the consent that goes with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core import clock
from network.models import Unit
from referrals.forms import fields
from referrals.forms.base import PortalForm
from referrals.reasons import Close
from referrals.vocabulary import DischargeKind, Form, SignedBy


class StayForm(PortalForm):
    """Ward, admission and the planned discharge."""

    pairs = (
        ("unit", "admitted_on"),
        ("planned_discharge_on", "planned_discharge_time"),
    )

    unit = fields.picked(_("Station oder Team"), (), required=False)
    admitted_on = fields.day(_("Aufgenommen am"))
    planned_discharge_on = fields.day(
        _("Entlassung geplant am"),
        required=False,
        help_text=_("Steht der Tag noch nicht fest, lassen Sie das Feld leer."),
    )
    planned_discharge_time = fields.time(_("Uhrzeit"), required=False)

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = {str(unit.pk): unit for unit in units}
        self.offers("unit", [(key, unit.name) for key, unit in self._units.items()])

    def arguments(self) -> dict[str, Any]:
        """What ``log_stay`` takes."""
        return {**self.cleaned_data, "unit": self._units.get(self.cleaned_data["unit"])}


class KnownPersonForm(PortalForm):
    """Somebody whom this facility already knows."""

    client = fields.picked(_("Person"), ())

    def __init__(
        self, *args: Any, names: Mapping[UUID, str], earlier: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.earlier = earlier
        ordered = sorted(names.items(), key=lambda pair: pair[1].casefold())
        self.offers("client", [(str(key), name) for key, name in ordered])


class PlanForm(PortalForm):
    """A new day for the discharge."""

    pairs = (("planned_discharge_on", "planned_discharge_time"),)

    planned_discharge_on = fields.day(_("Entlassung geplant am"))
    planned_discharge_time = fields.time(_("Uhrzeit"), required=False)


class DischargeForm(PortalForm):
    """The day the person really left, and how."""

    discharged_on = fields.day(_("Entlassen am"))
    kind = fields.one_of(
        _("Art der Entlassung"), DischargeKind.choices, initial=DischargeKind.REGULAR
    )


class ConsentForm(PortalForm):
    """A signed consent, recorded as it lies on paper; nothing is chosen beforehand."""

    given_on = fields.day(_("Unterschrieben am"), initial=clock.today)
    form = fields.one_of(_("In welcher Form?"), fields.without(Form.choices, Form.ORAL))
    signed_by = fields.one_of(_("Von wem?"), SignedBy.choices)


class SettleForm(PortalForm):
    """Why nobody is needed after this stay."""

    reason = fields.picked(_("Grund"), Close.choices)
