"""The address of somebody outside who wants new editions."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _


class SubscriptionForm(forms.Form):
    """One address, confirmed by mail before anything is sent to it."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
