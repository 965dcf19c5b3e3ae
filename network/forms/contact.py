"""A contact of one's own facility."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from network.models import Contact, Facility, Unit


class ContactForm(forms.Form):
    """Function before person; a vacancy names its deputy and no reason."""

    function = forms.CharField(label=_("Funktion"), max_length=120)
    unit: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(
        label=_("Station oder Team"), queryset=None, required=False
    )
    person = forms.CharField(
        label=_("Person"),
        max_length=160,
        required=False,
        help_text=_(
            "Antworten mehrere, schreiben Sie „Team“. Leer heißt: derzeit unbesetzt. "
            "Ein Grund gehört nicht hierher."
        ),
    )
    phone = forms.CharField(label=_("Telefon"), max_length=60, required=False)
    fax = forms.CharField(label=_("Fax"), max_length=60, required=False)
    email = forms.EmailField(label=_("Funktionspostfach"), required=False, max_length=254)
    kim = forms.CharField(label=_("KIM-Adresse"), max_length=254, required=False)
    hours = forms.CharField(label=_("Erreichbar"), max_length=160, required=False)
    deputy: "forms.ModelChoiceField[Contact]" = forms.ModelChoiceField(
        label=_("Vertretung"), queryset=None, required=False
    )
    responsible_for = forms.CharField(label=_("Zuständig für"), max_length=160, required=False)

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
        self.helper = FormHelper()
        self.helper.form_tag = False

    def _choose(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows
            field.empty_label = str(_("niemand") if name == "deputy" else _("keine"))


def initial_of(contact: Contact) -> dict[str, Any]:
    """What the form shows of a contact that exists."""
    return {name: getattr(contact, name) for name in ContactForm.base_fields}
