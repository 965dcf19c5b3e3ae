"""What a facility says about its service."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from network.importing.hours import read_hours
from network.importing.phones import read_phones
from network.importing.postcodes import mend_postcode
from network.models import Service
from network.services.entries import Content, Number

_YES_NO = (("", _("nicht bekannt")), ("true", _("ja")), ("false", _("nein")))


class Known(forms.TypedChoiceField):
    """Yes, no, or not known: unknown is an answer of its own."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            label=label,
            choices=_YES_NO,
            required=False,
            coerce=lambda value: value == "true",
            empty_value=None,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "true", False: "false", None: ""}.get(value, value)


def _text(label: Any, length: int = 2_000, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=length, required=False, widget=area, **options)


def _line(label: Any, length: int, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=False, **options)


class EntryForm(forms.Form):
    """Everything an entry says, in the order of its page."""

    name = forms.CharField(label=_("Name des Angebots"), max_length=300)
    type = forms.ChoiceField(label=_("Art der Hilfe"), choices=Service.Type.choices)
    description = _text(_("Was bekommt man hier?"))
    target_groups = _text(_("Für wen"), 500)
    access = _text(_("Wie kommt man hinein?"), 500)
    bring_along = _text(_("Was soll man mitbringen?"), 500)
    conditions = _text(_("Bedingungen und Grenzen"), 1_000)
    catchment = _text(_("Zuständig für"), 500)
    languages = _line(_("Sprachen"), 300)
    walk_in = Known(_("Hingehen ohne Termin"))
    without_referral = Known(_("Ohne Überweisung"))
    outreach = Known(_("Kommt nach Hause"))
    without_insurance = Known(_("Ohne Versicherung"))
    anonymous = Known(_("Ohne Namen möglich"))
    barrier_free = Known(_("Rollstuhlgerecht"))
    phone_text = _line(_("Telefon"), 300, help_text=_("Mehrere Nummern mit Komma trennen."))
    fax = _line(_("Fax"), 120)
    email = forms.EmailField(label=_("E-Mail"), required=False, max_length=254)
    website = forms.URLField(
        label=_("Internet"), required=False, max_length=500, assume_scheme="https"
    )
    hours_text = _text(
        _("Zeiten"),
        500,
        help_text=_("Zum Beispiel: Mo-Fr 9-17 Uhr. Nur eindeutige Zeiten zeigt die Krisenseite."),
    )
    street = _line(_("Straße und Hausnummer"), 200)
    postcode = _line(_("Postleitzahl"), 5)
    town = _line(_("Ort"), 120)
    district = _line(_("Bezirk oder Gemeinde"), 120)
    address_public = forms.BooleanField(label=_("Die Adresse ist öffentlich"), required=False)
    capacity = forms.ChoiceField(
        label=_("Plätze"), choices=Service.Capacity.choices, required=False
    )
    takes_requests = forms.BooleanField(label=_("Nimmt Anfragen im Portal an"), required=False)
    in_crisis_view = forms.BooleanField(label=_("Auf der Krisenseite zeigen"), required=False)
    internal_remark = _text(_("Nur für Fachkräfte"), 1_000)
    published = forms.BooleanField(label=_("Veröffentlichen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Fieldset(str(_("Das Angebot")), *_names(self, "name", "languages")),
            Fieldset(str(_("Zugang")), *_names(self, "walk_in", "barrier_free")),
            Fieldset(str(_("Erreichen")), *_names(self, "phone_text", "hours_text")),
            Fieldset(str(_("Ort")), *_names(self, "street", "address_public")),
            Fieldset(str(_("Im Portal")), *_names(self, "capacity", "published")),
        )

    def clean_postcode(self) -> str:
        raw: str = self.cleaned_data["postcode"]
        whole, _mended = mend_postcode(raw)
        if raw and not whole:
            raise forms.ValidationError(
                _("Das ist keine deutsche Postleitzahl. Sie hat fünf Ziffern, zum Beispiel 50931.")
            )
        return whole

    def content(self, before: Service | None) -> Content:
        """The entry as it was typed; saving it says that it is all true today."""
        values = dict(self.cleaned_data)
        shown = values.pop("published")
        values["state"] = Service.State.PUBLISHED if shown else Service.State.DRAFT
        values["verified_on"], values["needs_look"] = clock.today(), ""
        if before is None or before.capacity != values["capacity"]:
            values["capacity_on"] = clock.today() if values["capacity"] else None
        numbers = read_phones(values["phone_text"]).numbers
        return Content(
            values=values,
            phones=[Number(each.shown, each.dial, each.note) for each in numbers],
            spans=read_hours(values["hours_text"]).spans,
        )


def initial_of(service: Service) -> dict[str, Any]:
    """What the form shows of an entry that exists."""
    return {name: getattr(service, name) for name in EntryForm.base_fields}


def _names(form: forms.Form, first: str, last: str) -> list[str]:
    names = list(form.fields)
    return names[names.index(first) : names.index(last) + 1]
