"""Forms of a case conference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from conferences.forms.base import PortalForm, SpanForm, day, line, text
from conferences.models.invitable import invitable_facilities, invitable_people
from conferences.vocabulary import (
    ConferenceKind,
    MeasureState,
    ParticipantKind,
    Presence,
    ReviewEnd,
    Role,
)
from core import clock
from network.models import Facility

ROLES = [(role.value, role.label) for role in Role]
GUESTS = [
    (kind.value, kind.label)
    for kind in ParticipantKind
    if kind not in {ParticipantKind.CLIENT, ParticipantKind.PROFESSIONAL}
]
SPARE_MEASURES = 3


class ProposalForm(PortalForm):
    """What the conference is for, and about whom; without a person nothing identifies them."""

    submit = _("Konferenz vorschlagen")
    kind = forms.ChoiceField(label=_("Art"), choices=ConferenceKind.choices)
    client = forms.ChoiceField(
        label=_("Person"),
        required=False,
        help_text=_("Ohne Auswahl bleibt die Konferenz ohne Namen; schreiben Sie dann keinen."),
    )
    core_question = text(
        _("Kernfrage"), help_text=_("Am besten mit der Person abgestimmt, in ihren Worten."), rows=3
    )
    not_to_discuss = text(_("Darüber nicht sprechen"), required=False, rows=2)

    def __init__(self, *args: Any, names: Mapping[UUID, str], **options: Any) -> None:
        super().__init__(*args, **options)
        known = sorted((name, str(key)) for key, name in names.items())
        choices = [("", _("ohne Namen")), *((key, name) for name, key in known)]
        self.fields["client"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class ProfessionalForm(PortalForm):
    """Somebody with an account, or a facility and a name."""

    submit = _("Fachkraft hinzufügen")
    person = forms.ChoiceField(label=_("Fachkraft mit Konto"), required=False)
    facility = forms.ChoiceField(
        label=_("oder Einrichtung ohne Konto"),
        required=False,
        help_text=_("Dann mit Name und E-Mail-Adresse, an die die Einladung geht."),
    )
    name = line(_("Name"), required=False)
    address = forms.EmailField(label=_("E-Mail-Adresse"), required=False)
    role = forms.ChoiceField(label=_("Aufgabe"), choices=ROLES, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {f"{row.facility_id}/{row.user_id}": row for row in invitable_people()}
        self.facilities = {str(row.pk): row for row in invitable_facilities()}
        nobody = [("", "—")]
        self.fields["person"].choices = nobody + [  # type: ignore[attr-defined]  # a ChoiceField
            (key, f"{row.user.full_name}, {row.facility.name}") for key, row in self.people.items()
        ]
        self.fields["facility"].choices = nobody + [  # type: ignore[attr-defined]  # a ChoiceField
            (key, f"{row.name}, {row.organisation.name}") for key, row in self.facilities.items()
        ]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("person") and not (found.get("facility") and found.get("name")):
            self.add_error(
                "person", _("Wählen Sie eine Fachkraft, oder eine Einrichtung mit einem Namen.")
            )
        return found

    def seat(self) -> dict[str, Any]:
        """Who sits for which facility."""
        words = self.cleaned_data
        row = self.people.get(words["person"])
        if row is not None:
            return {"facility": row.facility, "person": row.user, "role": words["role"]}
        facility: Facility = self.facilities[words["facility"]]
        return {
            "facility": facility,
            "name": words["name"],
            "address": words["address"],
            "role": words["role"],
        }


class GuestForm(PortalForm):
    """Somebody whom the client brings along."""

    submit = _("Person hinzufügen")
    kind = forms.ChoiceField(label=_("Wer"), choices=GUESTS)
    name = line(_("Name"))
    address = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        help_text=_("Die Einladung nennt nur den Zeitpunkt. Ohne Adresse laden Sie selbst ein."),
    )
    role = forms.ChoiceField(label=_("Aufgabe"), choices=ROLES, required=False)

    def seat(self) -> dict[str, Any]:
        """Who it is."""
        return {name: self.cleaned_data[name] for name in ("kind", "name", "address", "role")}


class ApprovalForm(PortalForm):
    """The client's yes to one person, and that person's signature."""

    submit = _("Zustimmung festhalten")
    approved_on = day(_("Die Person hat zugestimmt am"))
    confidentiality_on = day(
        _("Verschwiegenheit unterschrieben am"),
        required=False,
        help_text=_("Für alle, die keine Fachkraft sind."),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for name in ("approved_on", "confidentiality_on"):
            if found.get(name) and found[name] > clock.today():
                self.add_error(name, _("Das Datum liegt in der Zukunft. Bitte prüfen Sie es."))
        return found


class DateForm(SpanForm):
    """When and where the conference takes place."""

    submit = _("Termin festlegen")


class PollForm(PortalForm):
    """Two to five proposed moments."""

    submit = _("Termine vorschlagen")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in range(1, 6):
            self.fields[f"moment_{number}"] = forms.DateTimeField(
                label=_("Termin %(number)s") % {"number": number},
                required=number <= 2,
                input_formats=["%Y-%m-%dT%H:%M"],
                widget=forms.DateTimeInput(
                    attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
                ),
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for name, moment in found.items():
            if name.startswith("moment_") and moment and moment <= clock.now():
                self.add_error(name, _("Dieser Termin liegt in der Vergangenheit."))
        return found

    def moments(self) -> list[Any]:
        """The moments that were filled in."""
        return [v for k, v in self.cleaned_data.items() if k.startswith("moment_") and v]


class MinutesForm(PortalForm):
    """Attendance, the sections the writer may read, agreements and the next review."""

    submit = _("Protokoll speichern")

    def __init__(
        self,
        *args: Any,
        people: list[tuple[UUID, str]],
        sections: dict[str, Any],
        measures: int = 0,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.people, self.sections = people, sections
        self.rows = range(1, measures + SPARE_MEASURES + 1)
        for key, name in people:
            self.fields[f"presence_{key}"] = forms.ChoiceField(
                label=_("%(name)s: Teilnahme") % {"name": name},
                choices=Presence.choices,
                required=False,
            )
            self.fields[f"note_{key}"] = line(_("von–bis"), required=False, max_length=80)
        for name, label in sections.items():
            self.fields[name] = text(label, required=False)
        for row in self.rows:
            self.fields[f"what_{row}"] = line(_("Was?"), required=False, max_length=300)
            self.fields[f"who_{row}"] = line(_("Wer?"), required=False)
            self.fields[f"due_{row}"] = day(_("Bis wann?"), required=False)
        if sections:
            self.fields["next_review_on"] = day(_("Nächste Überprüfung am"), required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for row in self.rows:
            if bool(found.get(f"what_{row}")) != bool(found.get(f"who_{row}")):
                missing = "who" if found.get(f"what_{row}") else "what"
                self.add_error(f"{missing}_{row}", _("Eine Vereinbarung braucht Was und Wer."))
        return found

    def attendance_rows(self) -> list[tuple[Any, Any]]:
        """Two fields for every participant."""
        return [(self[f"presence_{key}"], self[f"note_{key}"]) for key, _n in self.people]

    def section_rows(self) -> list[Any]:
        """One field for every section."""
        return [self[name] for name in self.sections]

    def measure_rows(self) -> list[tuple[Any, Any, Any]]:
        """Three fields for every agreement."""
        return [(self[f"what_{n}"], self[f"who_{n}"], self[f"due_{n}"]) for n in self.rows]

    def presence(self) -> dict[UUID, tuple[str, str]]:
        """Word and note for every participant."""
        words = self.cleaned_data
        return {key: (words[f"presence_{key}"], words[f"note_{key}"]) for key, _n in self.people}

    def texts(self) -> dict[str, str]:
        """The written sections."""
        return {name: self.cleaned_data[name] for name in self.sections}

    def agreements(self) -> list[dict[str, Any]]:
        """The agreements that were filled in, each under the number of its row."""
        words = self.cleaned_data
        return [
            {
                "number": n,
                "what": words[f"what_{n}"],
                "who": words[f"who_{n}"],
                "due_on": words[f"due_{n}"],
            }
            for n in self.rows
            if words[f"what_{n}"]
        ]


class MinutesReleaseForm(PortalForm):
    """How the client's reading ended."""

    submit = _("Protokoll freigeben")
    review_end = forms.ChoiceField(
        label=_("Wie ist die Durchsicht zu Ende gegangen?"),
        choices=ReviewEnd.choices,
        widget=forms.RadioSelect,
    )


class SettleForm(PortalForm):
    """What became of an agreement."""

    state = forms.ChoiceField(choices=MeasureState.choices)


class QuestionForm(PortalForm):
    """The question and its limits, worded anew."""

    core_question = text(_("Kernfrage"), rows=3)
    not_to_discuss = text(_("Darüber nicht sprechen"), required=False, rows=2)
