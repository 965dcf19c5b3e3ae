"""Who is responsible where, as the coordination writes it."""

from typing import TYPE_CHECKING, Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from network.importing.hours import read_hours
from network.models import Area, Region, ResponsibilityRule, Service
from network.models.rule import kinds
from network.responsibility.place import house

FIELDS = (
    "kind",
    "service",
    "office",
    "phone",
    "legal_basis",
    "criterion",
    "area",
    "area_text",
    "postcode",
    "street",
    "house_from",
    "house_to",
    "house_side",
    "age_from",
    "age_to",
    "hours",
    "hours_text",
    "valid_from",
    "valid_until",
    "condition",
    "source",
)
_DAYS = ["%d.%m.%Y", "%Y-%m-%d"]


if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[ResponsibilityRule]
else:
    _ModelForm = forms.ModelForm


class RuleForm(_ModelForm):
    """One rule of a region; the service writes it."""

    kind = forms.ChoiceField(label=_("Zuständig als"))

    class Meta:
        model = ResponsibilityRule
        fields = FIELDS
        field_classes = {"valid_from": forms.DateField, "valid_until": forms.DateField}

    def __init__(self, region: Region, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "service": Service.objects.published().filter(region=region).order_by("name"),
            "area": Area.objects.published(region),
        }
        for name, rows in choices.items():
            field = cast("forms.ModelChoiceField[Any]", self.fields[name])
            field.queryset, field.empty_label = rows, str(_("keine Angabe"))
        cast(forms.ChoiceField, self.fields["kind"]).choices = kinds()
        for name in ("valid_from", "valid_until"):
            day = cast(forms.DateField, self.fields[name])
            day.input_formats, day.help_text = _DAYS, str(_("TT.MM.JJJJ, leer ist unbegrenzt"))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = _layout()

    def clean_postcode(self) -> str:
        """Five figures, or nothing."""
        postcode: str = self.cleaned_data["postcode"]
        if postcode and not (len(postcode) == 5 and postcode.isdecimal()):
            raise forms.ValidationError(_("Eine Postleitzahl hat fünf Ziffern."))
        return postcode

    def clean(self) -> dict[str, Any]:
        """What belongs together is there together."""
        said = super().clean() or self.cleaned_data
        if not said.get("service") and not said.get("office"):
            self.add_error("service", _("Wählen Sie ein Angebot oder nennen Sie die Stelle."))
        for name in ("house_from", "house_to"):
            if said.get(name) and not house(said[name]):
                self.add_error(name, _("Eine Hausnummer ist eine Zahl, auch mit Buchstabe: 12a."))
            if said.get(name) and not said.get("street"):
                self.add_error("street", _("Zu einer Hausnummer gehört die Straße."))
        self._check_ends(said)
        if said.get("hours") == ResponsibilityRule.Hours.SPANS and not said.get("hours_text"):
            self.add_error("hours_text", _("Nennen Sie die Zeiten, zum Beispiel: Mo-Fr 16-24 Uhr."))
        return said

    def _check_ends(self, said: dict[str, Any]) -> None:
        for low, high in (("age_from", "age_to"), ("valid_from", "valid_until")):
            first, last = said.get(low), said.get(high)
            if first is not None and last is not None and last < first:
                self.add_error(high, _("Das Ende liegt vor dem Anfang."))

    @property
    def hours_unread(self) -> bool:
        """Whether the hours stay words that nobody can compare with a clock."""
        text = self.cleaned_data.get("hours_text", "")
        return bool(text) and not read_hours(text).spans


def _layout() -> Layout:
    return Layout(
        Fieldset(_("Wer"), *FIELDS[:4]),
        Fieldset(_("Worauf es beruht"), "legal_basis", "criterion", "source"),
        Fieldset(_("Wo"), *FIELDS[6:13]),
        Fieldset(_("Für wen und wann"), *FIELDS[13:19], "condition"),
    )
