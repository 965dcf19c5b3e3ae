"""What a facility says about its service."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from network.importing.hours import read_hours
from network.importing.phones import read_phones
from network.importing.postcodes import mend_postcode
from network.models import Service
from network.models.publication import IN_CRISIS, WAYS
from network.services.entries import Content, Number

NOT_KNOWN = _("nicht bekannt")
_YES_NO = (("true", _("ja")), ("false", _("nein")))


class Known(forms.TypedChoiceField):
    """Yes, no, or not known: unknown is an answer of its own."""

    def __init__(self, label: Any, *, unknown: Any = NOT_KNOWN) -> None:
        super().__init__(
            label=label,
            choices=(("", unknown), *_YES_NO),
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


def _number(label: Any, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=False)


class EntryForm(forms.Form):
    """Everything an entry says, in the order of its page."""

    name = forms.CharField(label=_("Name des Angebots"), max_length=300)
    type = forms.ChoiceField(label=_("Art der Hilfe"), choices=Service.Type.choices)
    description = _text(_("Was bekommt man hier?"))
    plain_text = _text(
        _("Dasselbe in einfacher Sprache"),
        help_text=_("Kurze Sätze, bekannte Wörter. Steht auf der Seite neben dem anderen Text."),
    )
    easy_text = _text(
        _("Dasselbe in Leichter Sprache"),
        help_text=_("Nur wenn der Text nach den Regeln geschrieben und geprüft ist."),
    )
    target_groups = _text(_("Für wen"), 500)
    age_from = _number(_("Alter ab"), 120)
    age_to = _number(_("Alter bis"), 120)
    languages = _line(_("Sprachen"), 300)
    access = _text(_("Wie kommt man hinein?"), 500)
    bring_along = _text(_("Was soll man mitbringen?"), 500)
    cost = forms.ChoiceField(label=_("Kosten"), choices=Service.Cost.choices, required=False)
    conditions = _text(_("Bedingungen und Grenzen"), 1_000)
    catchment = _text(_("Zuständig für"), 500)
    walk_in = Known(_("Hingehen ohne Termin"))
    by_appointment = Known(_("Mit Termin"))
    without_referral = Known(_("Ohne Überweisung"))
    outreach = Known(_("Kommt nach Hause (aufsuchend)"))
    without_insurance = Known(_("Ohne Versicherung"))
    anonymous = Known(_("Ohne Namen möglich (anonym)"))
    barrier_free = Known(_("Rollstuhlgerecht"))
    answers = _line(_("Wer antwortet?"), 200, help_text=_("Zum Beispiel: das Aufnahmeteam."))
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
    address_public = Known(
        _("Die Adresse ist öffentlich"),
        unknown=_("wie üblich: ja, bei Frauenhäusern nein"),
    )
    in_crisis_view = forms.BooleanField(label=_("Auf der Krisenseite zeigen"), required=False)
    takes_intoxicated = Known(_("Auch bei Alkohol oder Drogen"))
    with_child = Known(_("Mit Kind"))
    with_dog = Known(_("Mit Hund"))
    without_german = Known(_("Ohne Deutschkenntnisse"))
    after_police = Known(_("Nach einem Polizeieinsatz"))
    women_only = Known(_("Nur für Frauen"))
    beds = _number(_("Betten"), 9_999)
    last_admission = forms.TimeField(
        label=_("Letzte Aufnahme um"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    capacity = forms.ChoiceField(
        label=_("Plätze"), choices=Service.Capacity.choices, required=False
    )
    takes_requests = forms.BooleanField(label=_("Nimmt Anfragen im Portal an"), required=False)
    internal_remark = _text(_("Nur für Fachkräfte"), 1_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(str(_("Das Angebot")), *_names(self, "name", "easy_text")),
            Fieldset(str(_("Für wen")), "target_groups", _pair("age_from", "age_to"), "languages"),
            Fieldset(str(_("Zugang")), *_names(self, "access", "catchment"), *_grid(WAYS)),
            Fieldset(
                str(_("Erreichen")),
                "answers",
                _pair("phone_text", "fax"),
                _pair("email", "website"),
                "hours_text",
            ),
            Fieldset(
                str(_("Ort")), "street", _pair("postcode", "town"), "district", "address_public"
            ),
            Fieldset(
                str(_("In der Krise")),
                "in_crisis_view",
                *_grid(IN_CRISIS),
                _pair("beds", "last_admission"),
            ),
            Fieldset(str(_("Im Portal")), *_names(self, "capacity", "internal_remark")),
        )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        youngest, oldest = typed.get("age_from"), typed.get("age_to")
        if youngest is not None and oldest is not None and youngest > oldest:
            self.add_error("age_to", _("Das höchste Alter liegt unter dem niedrigsten."))
        return typed

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
        values["verified_on"], values["needs_look"] = clock.today(), ""
        if values["address_public"] is None:
            values["address_public"] = values["type"] != Service.Type.WOMENS_SHELTER
        if before is None or before.capacity != values["capacity"]:
            values["capacity_at"] = clock.now() if values["capacity"] else None
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


def _pair(first: str, second: str) -> Div:
    return Div(first, second, css_class="pair")


def _grid(names: tuple[str, ...]) -> list[Div | str]:
    """Two beside one another, and the last one alone when it is odd."""
    pairs = zip(names[::2], names[1::2], strict=False)
    rest = names[-1:] if len(names) % 2 else ()
    return [*(_pair(*pair) for pair in pairs), *rest]
