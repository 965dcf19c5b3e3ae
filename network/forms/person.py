"""Inviting somebody into one's own facility."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import Facility
from network.roles import Role, roles_at


class PersonForm(forms.Form):
    """Name, address and role of a colleague."""

    full_name = forms.CharField(label=_("Name"), max_length=160)
    email = forms.EmailField(label=_("Dienstliche E-Mail-Adresse"), max_length=254)
    role = forms.ChoiceField(label=_("Rolle"))

    def __init__(self, *args: Any, facility: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [(role.value, role.label) for role in roles_at(facility.kind)]
        role_field = self.fields["role"]
        if isinstance(role_field, forms.ChoiceField):
            role_field.choices = [("", _("Bitte wählen")), *allowed]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])
