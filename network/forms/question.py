"""What is asked of the emergency view and of responsibility; sent by POST, kept nowhere."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from network.crisis.wish import TICKS, WHOM, Wish
from network.models import Area, Region, rule
from network.responsibility import Place, Question, read_place


class _Quiet(forms.Form):
    """Fields that keep nothing in the browser's memory of forms either."""

    region = forms.CharField(required=False, max_length=120)
    alter = forms.IntegerField(
        label=_("Alter"), required=False, min_value=0, max_value=120, widget=forms.TextInput
    )

    def said(self, name: str) -> Any:
        """The cleaned value, or None when nothing usable was said."""
        return getattr(self, "cleaned_data", {}).get(name)


_UNREAD = {
    "ort": _("Den Ort konnten wir nicht lesen. Er darf höchstens 200 Zeichen lang sein."),
    "alter": _(
        "Das Alter konnten wir nicht lesen. Bitte eine Zahl von 0 bis 120; "
        "bis dahin steht hier Hilfe für jedes Alter."
    ),
    "sprache": _("Die Sprache konnten wir nicht lesen. Bitte höchstens 40 Zeichen."),
    "wer": _("Nach dieser Zielgruppe können wir nicht eingrenzen. Bitte wählen Sie eine andere."),
    "bezirk": _("Diesen Bezirk oder diese Gemeinde gibt es in der Region nicht."),
    "wie": _("Die Häkchen bei „Was gebraucht wird“ konnten wir nicht lesen. Bitte setzen Sie neu."),
    "region": _("Diese Region kennen wir nicht."),
}
"""What is said of a field that could not count; the list is then not narrowed by it."""


class CrisisForm(_Quiet):
    """One field, and what narrows the list."""

    ort = forms.CharField(label=_("Ort des Bedarfs"), required=False, max_length=200)
    jetzt = forms.BooleanField(required=False)
    bett = forms.BooleanField(required=False)
    bezirk = forms.CharField(required=False, max_length=120)
    wer = forms.ChoiceField(choices=[(key, key) for key in WHOM], required=False)
    sprache = forms.CharField(required=False, max_length=40)
    wie = forms.MultipleChoiceField(choices=list(TICKS.items()), required=False)

    def wish(self) -> Wish:
        """What was asked for; a field that was not understood asks for nothing."""
        self.is_valid()
        return Wish(
            ticks=frozenset(self.said("wie") or ()),
            open_now=bool(self.said("jetzt")),
            bed=bool(self.said("bett")),
            district=self.said("bezirk") or "",
            whom=self.said("wer") or "",
            language=self.said("sprache") or "",
            age=self.said("alter"),
        )

    def unread(self, region: Region | None, districts: Iterable[Area]) -> list[str]:
        """A sentence for every field that was filled in and could not count."""
        wrong = set(self.errors)
        if (slug := self.said("bezirk")) and slug not in {area.slug for area in districts}:
            wrong.add("bezirk")
        if (slug := self.said("region")) and (region is None or region.slug != slug):
            wrong.add("region")
        return [str(sentence) for name, sentence in _UNREAD.items() if name in wrong]


class QuestionForm(_Quiet):
    """Who is responsible: where, for what, at which age, when."""

    field_order = ("ort", "strasse", "wofuer", "alter", "massstab", "tag", "uhrzeit")
    ort = forms.CharField(label=_("Ort oder Postleitzahl"), max_length=120)
    strasse = forms.CharField(label=_("Straße und Hausnummer"), required=False, max_length=120)
    wofuer = forms.ChoiceField(label=_("Wofür"), required=False)
    massstab = forms.ChoiceField(
        label=_("Was ist das für ein Ort?"),
        required=False,
        choices=[
            ("", _("nicht sicher")),
            ("residence", _("dort wohnt die Person")),
            ("place_of_event", _("dort ist es geschehen")),
            ("current_stay", _("dort ist die Person jetzt")),
            ("first_application", _("dort wurde der erste Antrag gestellt")),
        ],
    )
    tag = forms.DateField(
        label=_("Tag"),
        required=False,
        input_formats=["%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d"],
        help_text=_("Leer heißt: heute."),
    )
    uhrzeit = forms.TimeField(
        label=_("Uhrzeit"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H"],
        help_text=_("Leer heißt: jetzt; an einem genannten Tag 12 Uhr."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["wofuer"]).choices = [("", _("alles")), *rule.kinds()]
        for field in self.fields.values():
            select = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if select else "form-control"

    def question(self, known: frozenset[str]) -> Question:
        """The question of a valid form."""
        street = read_place(self.said("strasse") or "", known)
        where = read_place(self.said("ort"), known)
        place = Place(
            where.postcode or street.postcode,
            where.name or street.name,
            where.street or street.street,
            where.houses or street.houses,
        )
        return Question(
            place, self._at(), self.said("wofuer"), self.said("alter"), self.said("massstab")
        )

    def _at(self) -> dt.datetime:
        now = clock.local(clock.now())
        time = self.said("uhrzeit") or (dt.time(12) if self.said("tag") else now.time())
        return dt.datetime.combine(self.said("tag") or now.date(), time, tzinfo=clock.BERLIN)
