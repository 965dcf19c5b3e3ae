"""Schweigepflichtentbindung: prefilled for printing, recorded once signed, withdrawn."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import clock
from network.models import Facility
from referrals.forms import fields
from referrals.forms.base import PortalForm
from referrals.models import Release
from referrals.release_wording import VERSION, WORDINGS
from referrals.vocabulary import Category, Form, SignedBy


class ReleaseForm(PortalForm):
    """Who may tell whom what, until when, signed by whom; nothing is chosen beforehand."""

    pairs = (
        ("valid_from", "valid_until"),
        ("form", "signed_by"),
    )

    facility = fields.picked(
        _("Wer darf etwas erfahren?"),
        (),
        help_text=_("Eine Einrichtung je Entbindung. „Alle Partner“ ist nicht möglich."),
    )
    mutual = fields.tick(
        _("in beide Richtungen: die Einrichtung darf auch uns etwas sagen"),
    )
    categories = fields.some_of(
        _("Was darf weitergegeben werden?"),
        Category.choices,
        help_text=_(
            "Bitte nur ankreuzen, was die Person möchte. Ohne Name und Kontakt kann ein Dienst "
            "nicht zusagen."
        ),
    )
    valid_from = fields.day(_("Gilt ab"), initial=clock.today)
    valid_until = fields.day(_("Gilt bis"), help_text=_("Höchstens zwölf Monate."))
    form = fields.one_of(_("In welcher Form?"), fields.without(Form.choices, Form.ORAL))
    signed_by = fields.one_of(_("Wer hat unterschrieben?"), SignedBy.choices)
    guardian_covers_health = fields.tick(
        _("Der Aufgabenbereich der Betreuung umfasst die Gesundheit (nur bei Betreuung).")
    )
    wording_version = fields.one_of(
        _("Textfassung auf dem Papier"),
        [(version, version) for version in WORDINGS],
        initial=VERSION,
        help_text=_("Sie steht unten auf dem Blatt."),
    )

    def __init__(self, *args: Any, facilities: list[Facility], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._facilities = {str(row.pk): row for row in facilities}
        self.offers("facility", _named(self._facilities))

    def arguments(self) -> dict[str, Any]:
        """What ``record_release`` takes."""
        given = {k: v for k, v in self.cleaned_data.items() if k != "facility"}
        return {**given, "hearing": [self._facilities[self.cleaned_data["facility"]]]}


class WithdrawReleaseForm(PortalForm):
    """All of it, or only some kinds of data."""

    categories = fields.some_of(
        _("Nur diese Datenarten widerrufen"),
        (),
        required=False,
        help_text=_("Ohne Kreuz wird die ganze Entbindung widerrufen."),
    )

    def __init__(self, *args: Any, release: Release, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers("categories", [(c.value, c.label) for c in Category if c in release.granted])


def _named(facilities: dict[str, Facility]) -> list[tuple[str, str]]:
    return [(key, f"{row.name}, {row.organisation.name}") for key, row in facilities.items()]
