"""Forms of a committee meeting."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from conferences.forms.base import PortalForm, SpanForm, day, line, text
from conferences.vocabulary import MeasureState, Presence

VOTES = 500
SEATS_ONLY = _("Nennen Sie Sitze, keine Namen: Die öffentliche Fassung zeigt diesen Text.")
SEAT_OR_NOBODY = _("Öffentlich steht hier nur, was genau wie ein Sitz im Gremium heißt.")


class MeetingForm(SpanForm):
    """When and where a body meets."""

    submit = _("Sitzung planen")


class MovedForm(MeetingForm):
    """Another moment or place for a meeting that is planned."""

    submit = _("Termin ändern")


class ItemForm(PortalForm):
    """One point for the agenda."""

    submit = _("Punkt aufnehmen")
    title = line(_("Titel"))
    text = text(_("Worum es geht"), required=False, rows=3)
    is_internal = forms.BooleanField(
        label=_("interner Punkt"),
        required=False,
        help_text=_("Die öffentliche Fassung lässt ihn aus und sagt das."),
    )


class ProposeForm(PortalForm):
    """A point that a seat asks for."""

    submit = _("Thema vorschlagen")
    title = line(_("Thema"))
    text = text(_("Worum es geht"), required=False, rows=3)


class AttendanceForm(PortalForm):
    """Every seat, who led and who kept the minutes."""

    submit = _("Anwesenheit speichern")
    chair = line(_("Leitung"), max_length=120, required=False)
    keeper = line(_("Protokoll"), max_length=120, required=False)

    def __init__(self, *args: Any, seats: list[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.seats = seats
        for key, label in seats:
            self.fields[f"presence_{key}"] = forms.ChoiceField(
                label=label, choices=Presence.choices, required=False
            )
            self.fields[f"note_{key}"] = line(
                _("%(seat)s: Bemerkung") % {"seat": label}, required=False, max_length=80
            )

    def presence(self) -> dict[UUID, tuple[str, str]]:
        """Word and note for every seat."""
        words = self.cleaned_data
        return {key: (words[f"presence_{key}"], words[f"note_{key}"]) for key, _l in self.seats}


class ResultForm(PortalForm):
    """What was said on a point."""

    submit = _("Ergebnis speichern")
    result = text(_("Ergebnis"), help_text=SEATS_ONLY)
    comes_back = forms.BooleanField(label=_("kommt in der nächsten Sitzung wieder"), required=False)
    is_internal = forms.BooleanField(label=_("interner Punkt"), required=False)


class ResolutionForm(PortalForm):
    """A decision with its votes."""

    submit = _("Beschluss eintragen")
    text = text(_("Wortlaut"), help_text=SEATS_ONLY, rows=3)
    yes = forms.IntegerField(label=_("Ja"), min_value=0, max_value=VOTES)
    no = forms.IntegerField(label=_("Nein"), min_value=0, max_value=VOTES)
    abstentions = forms.IntegerField(label=_("Enthaltung"), min_value=0, max_value=VOTES)
    owner = line(_("Verantwortlich"), required=False, help_text=SEAT_OR_NOBODY)
    due_on = day(_("Bis"), required=False)

    def votes(self) -> tuple[int, int, int]:
        """Yes, no, abstentions."""
        words = self.cleaned_data
        return words["yes"], words["no"], words["abstentions"]


class MeasureForm(PortalForm):
    """Something to do."""

    submit = _("Maßnahme eintragen")
    what = line(_("Was?"), max_length=300)
    who = line(_("Wer?"), help_text=SEAT_OR_NOBODY)
    due_on = day(_("Bis wann?"), required=False)
    is_internal = forms.BooleanField(label=_("intern"), required=False)


class MeasureStateForm(PortalForm):
    """How far a measure is."""

    state = forms.ChoiceField(choices=MeasureState.choices)
