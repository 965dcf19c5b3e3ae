"""Invented content for the page that shows all building blocks."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core import clock, look


class SampleForm(forms.Form):
    """One field of every kind, some of them wrongly filled."""

    phone = forms.CharField(
        label=_("Telefon für Rückfragen"), help_text=_("Damit der Dienst Sie erreicht.")
    )
    until = forms.DateField(
        label=_("Gültig bis"),
        help_text=_("Höchstens 12 Monate."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    ward = forms.ChoiceField(
        label=_("Station"), choices=[("", _("bitte wählen")), ("2", _("Station 2"))]
    )
    direction = forms.ChoiceField(
        label=_("Richtung"),
        choices=[("one", _("nur von der Klinik zum Dienst")), ("both", _("in beide Richtungen"))],
        widget=forms.RadioSelect,
    )
    contents = forms.MultipleChoiceField(
        label=_("Was darf weitergegeben werden?"),
        help_text=_("Nichts ist vorausgewählt."),
        choices=[("contact", _("Name und Kontakt")), ("plan", _("Entlassplan"))],
        widget=forms.CheckboxSelectMultiple,
    )
    informed = forms.BooleanField(label=_("Die Klientin ist informiert"), required=False)
    note = forms.CharField(
        label=_("Notiz"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


def _board(now: dt.datetime) -> list[dict[str, Any]]:
    return [
        {
            "due_at": now - dt.timedelta(days=1),
            "url": "#",
            "title": _("Rückfrage zur Medikamentengabe beantworten"),
            "chip": "Jutta Vogelsang",
            "named": True,
            "chip_note": _("BeWo · Station 2"),
            "state": "query",
            "note": _("Lotsenhaus Seefurt fragt"),
        },
        {
            "due_at": clock.start_of(clock.today()) + dt.timedelta(hours=23, minutes=30),
            "url": "#",
            "title": _("Über eine Anfrage entscheiden"),
            "chip": "K-7F3Q",
            "chip_note": _("40–49 Jahre · Lindenbrück-Süd"),
            "state": "in_review",
        },
        {
            "due_at": clock.today() + dt.timedelta(days=4),
            "url": "#",
            "title": _("Kontaktliste bestätigen: Station 2 und 4"),
            "chip_note": _("Sie sind als Ansprechperson eingetragen"),
        },
    ]


def _discharges() -> list[dict[str, Any]]:
    return [
        {
            "when": _("Fr 20.11."),
            "when_note": _("vor 4 Tagen"),
            "url": "#",
            "chip": "Ines Falk",
            "named": True,
            "line": _("BeWo, Lindenbrück-Nord · Station 4"),
            "state": "failed",
            "text": _("Anbieter zog die Zusage am 23.11. zurück."),
            "action_url": "#",
            "action_label": _("Kontakt eintragen"),
        },
        {
            "when": _("Mo 16.11."),
            "when_note": _("vor 8 Tagen"),
            "url": "#",
            "chip": "Henning Quast",
            "named": True,
            "line": _("Soziotherapie, Seefurt · Station 2"),
            "loud": _("Kontaktfrist Mo 23.11. verstrichen"),
            "text": _("Zwei Anrufe ohne Antwort."),
        },
    ]


def _events() -> list[dict[str, Any]]:
    return [
        {
            "when": _("Mo 23.11., 15:20"),
            "text": _("bietet einen Platz an"),
            "icon": "hand",
            "who": "Brückenwerk",
        },
        {"when": _("Do 19.11., 10:12"), "text": _("Drei Dienste angefragt"), "icon": "arrow"},
    ]


def _points() -> list[dict[str, Any]]:
    return [
        {
            "state": "done",
            "text": _("Klientin und rechtliche Betreuung informiert"),
            "note": "20.11.",
        },
        {
            "state": "urgent",
            "text": _("Medikamente: Überbrückung klären"),
            "note": _("vor dem Wochenende"),
        },
        {"state": "open", "text": _("Krisenpass mitgeben"), "note": ""},
    ]


def _moments(now: dt.datetime) -> dict[str, Any]:
    return {
        "soon": clock.today() + dt.timedelta(days=3),
        "later_today": clock.start_of(clock.today()) + dt.timedelta(hours=23, minutes=59),
        "yesterday": now - dt.timedelta(days=1),
        "nothing": None,
    }


def content() -> dict[str, Any]:
    """Everything the page shows, dated relative to now."""
    now = clock.now()
    return {
        **_moments(now),
        "states": list(look.PILLS),
        "board": _board(now),
        "discharges": _discharges(),
        "head_facts": [_("Betreutes Wohnen"), _("Station 2")],
        "events": _events(),
        "points": _points(),
        "conditions": [
            ("yes", _("ohne Namen möglich")),
            ("limit", _("nur ab 18 Jahren")),
            ("unknown", _("Türkisch: nicht bekannt")),
        ],
        "facts": [
            (_("Alter"), _("40 bis 49 Jahre")),
            (_("Bedarf"), _("Alltag strukturieren, Behörden")),
            (_("Kostenzusage"), ""),
        ],
        "kept": [(_("Antwort"), _("Die Klinik gibt Medikamente für drei Tage mit."))],
        "sequence": [(_("Person"), "past"), (_("Bedarf"), "now"), (_("Dienste"), "ahead")],
        "form": SampleForm({"phone": "", "until": "", "informed": "on"}),
    }
