"""A contact of one's own facility."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from network.models import Contact, Facility, Service, Unit

LETTERS = re.compile(r"^[A-ZÄÖÜ][a-zäöüß]{0,3}(?: ?[-–, ] ?[A-ZÄÖÜ][a-zäöüß]{0,3})*$")


class ContactForm(forms.Form):
    """Function before person; a vacancy and an absence name a deputy and no reason."""

    function = forms.CharField(
        label=_("Funktion"),
        max_length=120,
        help_text=_("Was die Stelle tut, zum Beispiel „Sozialdienst Station 4“; kein Name."),
    )
    unit: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(
        label=_("Station oder Team"), queryset=None, required=False
    )
    service: "forms.ModelChoiceField[Service]" = forms.ModelChoiceField(
        label=_("Angebot"),
        queryset=None,
        required=False,
        help_text=_("Bei einem Aufnahmeteam: für welches Angebot im Verzeichnis es antwortet."),
    )
    letters = forms.CharField(
        label=_("Anfangsbuchstaben"),
        max_length=20,
        required=False,
        help_text=_("Wenn Nachnamen aufgeteilt sind, zum Beispiel A–K."),
    )
    responsible_for = forms.CharField(
        label=_("Sektor oder Fachgebiet"), max_length=160, required=False
    )
    person = forms.CharField(
        label=_("Person"),
        max_length=160,
        required=False,
        help_text=_(
            "Antworten mehrere, schreiben Sie „Team“. Leer heißt: derzeit unbesetzt. "
            "Namen sehen nur angemeldete Fachkräfte des Verbunds."
        ),
    )
    absent_from = forms.DateField(
        label=_("Abwesend ab"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Ein Grund gehört nicht hierher."),
    )
    absent_until = forms.DateField(
        label=_("Abwesend bis"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leer heißt: bis auf Weiteres."),
    )
    deputy: "forms.ModelChoiceField[Contact]" = forms.ModelChoiceField(
        label=_("Vertretung"), queryset=None, required=False
    )
    phone = forms.CharField(label=_("Telefon"), max_length=60, required=False)
    fax = forms.CharField(label=_("Fax"), max_length=60, required=False)
    email = forms.EmailField(
        label=_("Funktionspostfach"),
        required=False,
        max_length=254,
        help_text=_(
            "Ein Postfach der Stelle, nicht einer Person. "
            "Dorthin geht die Frage, ob alles noch stimmt."
        ),
    )
    kim = forms.CharField(label=_("KIM-Adresse"), max_length=254, required=False)
    hours = forms.CharField(label=_("Erreichbar"), max_length=160, required=False)

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        facility: Facility,
        contact: Contact | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        others = Contact.objects.visible_to(actor).order_by("function")
        if contact is not None:
            others = others.exclude(pk=contact.pk)
        self._choose("deputy", others)
        self._choose("unit", facility.units.all())
        self._choose("service", Service.objects.visible_to(actor).kept_by(actor).order_by("name"))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(_("Die Stelle"), "function", "unit", "service", "letters", "responsible_for"),
            Fieldset(_("Wer da ist"), "person", "absent_from", "absent_until", "deputy"),
            Fieldset(_("Wie man sie erreicht"), "phone", "fax", "email", "kim", "hours"),
        )

    def clean_letters(self) -> str:
        """Letters alone, written as a span or a list; nobody's name."""
        letters = str(self.cleaned_data["letters"]).strip()
        if letters and not LETTERS.match(letters):
            raise forms.ValidationError(_("Bitte nur Buchstaben angeben, zum Beispiel A–K."))
        return letters.replace("-", "–")

    def clean(self) -> dict[str, Any]:
        """An absence begins before it ends."""
        values = super().clean() or {}
        first, last = values.get("absent_from"), values.get("absent_until")
        if last and not first:
            self.add_error("absent_from", _("Bitte nennen Sie auch den ersten Tag."))
        elif first and last and last < first:
            self.add_error("absent_until", _("Das Ende liegt vor dem Anfang."))
        return values

    def _choose(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows
            field.empty_label = str(
                {"deputy": _("niemand"), "service": _("keins")}.get(name, _("keine"))
            )


def initial_of(contact: Contact) -> dict[str, Any]:
    """What the form shows of a contact that exists."""
    return {name: getattr(contact, name) for name in ContactForm.base_fields}
