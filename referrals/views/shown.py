"""What pages show of an inquiry: dictionaries and pairs made from what was opened, no models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core import moments
from core.actor import Actor
from referrals.disclosure import is_named
from referrals.models import Inquiry, Referral
from referrals.readable import Happened, Meeting, Opened, Said
from referrals.views import words
from referrals.vocabulary import AppointmentState, Category
from referrals.workflow import State

Facts = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a history."""

    when: str
    who: str
    text: str
    icon: str


def need(referral: Referral, seen: Opened) -> Facts:
    """The need as the reader may know it; the same list on both sides."""
    rows = (
        ("age_band", _("Alter"), words.age(referral.age_band)),
        ("area", _("Raum"), referral.area_label),
        ("service_type", _("Gesucht"), words.kind_of_help(referral.service_type)),
        ("wanted_from", _("Ab"), words.week_of(referral.wanted_from)),
        ("urgency", _("Dringlichkeit"), words.urgency(referral.urgency)),
        ("needs", _("Bedarf"), words.needs(referral.needs)),
        (
            "flags",
            _("Wichtig für den Platz"),
            words.flags(referral.flags) or _("nichts Besonderes"),
        ),
        ("risk", _("Risiko"), _risk(referral)),
        ("cost_state", _("Kostenzusage"), words.costs(referral.cost_state)),
        ("remarks", _("Hinweise"), seen["remarks"] or _("keine")),
    )
    return [(label, value) for name, label, value in rows if name in seen.visible]


def person(seen: Opened) -> Facts:
    """Name, contact, guardian and wishes, as far as they were opened."""
    guardian = ", ".join(filter(None, (seen["guardian_name"], seen["guardian_phone"])))
    rows = (
        ("birth_date", _("Geboren"), words.born(seen["birth_date"])),
        ("address", _("Anschrift"), seen["address"]),
        ("phone", _("Telefon"), seen["phone"]),
        ("guardian_name", _("Rechtliche Betreuung"), guardian),
        ("guardian_tasks", _("Aufgabenbereiche"), seen["guardian_tasks"]),
        ("wishes", _("Wünsche"), seen["wishes"]),
        ("bridge", _("Überbrückung"), seen["bridge"]),
    )
    optional = {"guardian_tasks", "bridge"}
    return [
        (label, value)
        for name, label, value in rows
        if name in seen.visible and (value or name not in optional)
    ]


def handover(seen: Opened) -> list[dict[str, Any]]:
    """Each kind of handover text: open with its text, or closed."""
    kinds = (Category.DISCHARGE_PLAN, Category.MEDICATION, Category.CRISIS_AGREEMENT)
    return [
        {
            "category": kind,
            "label": kind.label,
            "open": kind.value in seen.visible,
            "text": seen[kind.value],
        }
        for kind in kinds
    ]


def callback(referral: Referral) -> dict[str, str]:
    """Whom to ring up; never the ward."""
    return {
        "person": referral.callback_person,
        "phone": referral.callback_phone,
        "hours": referral.callback_hours,
        "deputy": referral.callback_deputy,
    }


def offered(inquiry: Inquiry) -> Facts:
    """What a service has offered, as its own page repeats it."""
    rows = (
        (_("Platz ab"), words.day(inquiry.start_on)),
        (_("Zuständig"), words.named(inquiry)),
        (_("Wie fest"), words.binding(inquiry.binding)),
        (_("Angebot gilt bis"), moments.moment(inquiry.valid_until) if inquiry.valid_until else ""),
        (_("Voraussichtlich ab"), words.day(inquiry.expected_on)),
        (_("Nächste Nachricht"), words.day(inquiry.news_on)),
        (_("Kennenlernen am"), words.day(inquiry.meeting_on)),
        (_("Erster Kontakt am"), words.day(inquiry.contact_on)),
    )
    return [(label, value) for label, value in rows if value]


def ending(inquiry: Inquiry, *, own_reason: bool) -> Facts:
    """How it ended: the date, and the reason for the side that gave or may know it."""
    rows = [
        (_("Eingegangen"), words.day(inquiry.sent_at)),
        (_("Beendet"), words.day(inquiry.ended_at)),
    ]
    if own_reason and inquiry.reason:
        rows.append((_("Grund"), words.reason(inquiry.reason)))
    if inquiry.outcome:
        rows.append((_("Ergebnis"), words.reason(inquiry.outcome)))
    if own_reason and inquiry.alternative_service is not None:
        rows.append((_("Vorschlag"), inquiry.alternative_service.name))
    return [(label, value) for label, value in rows if value]


def talk(said: list[Said]) -> list[Event]:
    """Questions and answers as a conversation."""
    lines = []
    for entry in said:
        asked = moments.moment_short(entry.row.asked_at)
        lines.append(Event(asked, "", entry.text, "question"))
        if entry.answer and entry.row.answered_at:
            answered = moments.moment_short(entry.row.answered_at)
            lines.append(Event(answered, "", entry.answer, "arrow"))
        elif entry.row.cleared_at:
            cleared = moments.moment_short(entry.row.cleared_at)
            lines.append(Event(cleared, "", _("telefonisch geklärt"), "phone"))
    return lines


def history(happened: list[Happened], actor: Actor) -> list[Event]:
    """What happened, newest first; colleagues by name, the other side by its facility."""
    return [_event(entry, actor) for entry in reversed(happened)]


def meetings(opened: list[Meeting]) -> list[Event]:
    """Appointments, newest first."""
    lines = []
    for meeting in reversed(opened):
        row = meeting.row
        state = AppointmentState(row.state).label
        place = f"{meeting.place} · {row.with_whom}"
        lines.append(Event(moments.moment(row.starts_at), str(state), place, "calendar"))
    return lines


def stage_text(inquiry: Inquiry, stage: int, receiver: str) -> str:
    """Why the name is closed, or on which paper it is open."""
    if stage == 1:
        return _(
            "Der Name wird sichtbar, wenn die Person Sie kennenlernen möchte oder Ihr Angebot "
            "wählt und eine Entbindung für %(receiver)s vorliegt. Bitte fragen Sie nicht "
            "telefonisch nach dem Namen."
        ) % {"receiver": receiver}
    release = inquiry.release
    if release is None:
        return ""
    return _(
        "Grundlage: Schweigepflichtentbindung vom %(start)s, gültig bis %(end)s, für "
        "%(receiver)s. Jeder Aufruf steht im Zugriffsprotokoll."
    ) % {
        "start": f"{release.valid_from:%d.%m.%Y}",
        "end": f"{release.valid_until:%d.%m.%Y}",
        "receiver": receiver,
    }


def handover_note(inquiry: Inquiry, actor: Actor) -> str:
    """Who reads the handover of a confirmed place."""
    if inquiry.state not in {State.CONFIRMED, State.ARRIVED, State.COMPLETED}:
        return ""
    if is_named(actor, inquiry):
        return _("Sie lesen hier, was die Person freigegeben hat.")
    return _(
        "Entlassplan, Medikamente und Krisenabsprache sehen nur %(people)s und die Leitung."
    ) % {"people": " und ".join(filter(None, (inquiry.worker_name, inquiry.deputy_name)))}


def _event(entry: Happened, actor: Actor) -> Event:
    row = entry.row
    icon, text = words.EVENTS.get(row.step, ("circle", row.get_step_display()))
    facility = row.facility.name if row.facility else ""
    own = row.facility_id == actor.facility and row.person is not None
    who = row.person.full_name if own and row.person else facility
    more = [words.reason(row.reason), entry.note]
    if row.on_behalf:
        more.insert(0, _("für die Einrichtung eingetragen"))
    sentence = ": ".join(filter(None, (str(text), ", ".join(filter(None, more)))))
    when = moments.moment_short(row.at)
    return Event(f"{when} · {who}" if who else when, "", sentence, icon)


def _risk(referral: Referral) -> str:
    if referral.risk_recorded:
        return _("vermerkt: erster Kontakt binnen 48 Stunden")
    return _("keines vermerkt")
