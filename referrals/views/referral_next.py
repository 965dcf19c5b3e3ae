"""The one next step of a referral, and its short list of what a discharge needs."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock, moments
from referrals.models import Inquiry, Referral
from referrals.next_steps import next_step_of
from referrals.readable import Opened
from referrals.views.offers import Releases
from referrals.workflow import OPEN, TAKEN, State

Point = dict[str, str]


def of(row: Referral, found: list[Inquiry]) -> dict[str, Any] | None:
    """What is to be done now, by whom, until when; None when it is closed."""
    if row.closed_at is not None:
        return None
    if row.basis is None or not row.basis.is_valid:
        return _without_basis(row)
    if missing := _discharge_missing(row):
        return missing
    is_open = [i for i in found if i.state in OPEN and i.state != State.DRAFT]
    mine = sorted((i for i in is_open if i.due_side == "sender" and i.due_at), key=_due)
    if mine:
        return _mine(mine[0], is_open)
    if is_open:
        return _theirs(min(is_open, key=_due))
    if any(i.state == State.COMPLETED for i in found):
        return {"title": _("Überleitung beenden"), "due_at": row.due_at, **_close(row)}
    return _nobody_asked(row, drafts=[i for i in found if i.state == State.DRAFT])


def checklist(row: Referral, found: list[Inquiry], releases: Releases, seen: Opened) -> list[Point]:
    """What a discharge with Anschluss needs, done or open."""
    taken = next((i for i in found if i.state in TAKEN), None)
    sent = [i for i in found if i.sent_at]
    return [
        _point(bool(row.basis and row.basis.is_valid), _("Einwilligung liegt vor"), _given(row)),
        _point(bool(sent), _("Dienste angefragt"), _counted(len(sent))),
        _point(
            taken is not None, _("Ein Dienst hat zugesagt"), taken.service.name if taken else ""
        ),
        _point(
            taken is not None and taken.receiver_facility_id in releases,
            _("Entbindung für den gewählten Dienst"),
            "",
        ),
        _point(
            bool(taken and taken.standing_at), _("Erster Termin steht"), appointment_words(taken)
        ),
        _point(bool(seen["discharge_plan"]), _("Entlassplan geschrieben"), ""),
        _point(bool(seen["medication"]), _("Medikamente für die ersten Tage geklärt"), ""),
        *_leaving(row),
        _point(bool(taken and taken.contact_on), _("Erster Kontakt hat stattgefunden"), ""),
    ]


def _due(inquiry: Inquiry) -> Any:
    return inquiry.due_at or inquiry.created_at


def _home(row: Referral) -> str:
    return reverse("referrals:referral", args=[row.pk])


def _without_basis(row: Referral) -> dict[str, Any]:
    person = reverse("referrals:person", args=[row.client_id])
    word = f"einwilligung&aufenthalt={row.stay_id}" if row.stay_id else "suche"
    return {
        "title": _("Einwilligung erfassen"),
        "text": _("Ohne Einwilligung darf niemand angefragt werden."),
        "action_url": f"{person}?schritt={word}",
        "action_label": _("Einwilligung erfassen"),
        "action_icon": "pen",
        "set_basis_url": f"{_home(row)}einwilligung/",
    }


def _discharge_missing(row: Referral) -> dict[str, Any] | None:
    stay = row.stay
    if stay is None or stay.discharged_on or stay.planned_discharge_on is None:
        return None
    if stay.planned_discharge_on > clock.today():
        return None
    person = reverse("referrals:person", args=[row.client_id])
    return {
        "title": _("Entlassen?"),
        "due_at": stay.planned_discharge_on,
        "text": _(
            "Der geplante Tag ist da. Bitte tragen Sie die Entlassung ein oder verschieben Sie sie."
        ),
        "action_url": f"{person}?schritt=entlassen&aufenthalt={stay.pk}",
        "action_label": _("Entlassung eintragen"),
        "action_icon": "door",
        "second_url": f"{person}?schritt=planen&aufenthalt={stay.pk}",
        "second_label": _("Verschieben"),
        "second_icon": "calendar",
    }


def _mine(inquiry: Inquiry, is_open: list[Inquiry]) -> dict[str, Any]:
    page = reverse("referrals:sent-inquiry", args=[inquiry.referral_id, inquiry.pk])
    if inquiry.state == State.OFFERED:
        text = _("Erst mit Ihrer Zusage erfährt der gewählte Dienst den Namen.")
        if any(i.state == State.OFFERED and i.pk != inquiry.pk for i in is_open):
            text = _("Alle Angebote stehen hier nebeneinander.") + " " + text
        return {"title": _("mit der Person wählen"), "due_at": inquiry.due_at, "text": text}
    return {
        "title": next_step_of(inquiry),
        "due_at": inquiry.due_at,
        "text": inquiry.service.name,
        "action_url": page,
        "action_label": _("Anfrage öffnen"),
        "action_icon": "arrow",
    }


def _theirs(inquiry: Inquiry) -> dict[str, Any]:
    return {
        "title": next_step_of(inquiry),
        "owner": inquiry.service.name,
        "due_at": inquiry.due_at,
        "text": _("Sie müssen gerade nichts tun."),
    }


def _nobody_asked(row: Referral, drafts: list[Inquiry]) -> dict[str, Any]:
    title = _("Entwürfe senden") if drafts else _("Dienste anfragen")
    return {
        "title": title,
        "due_at": row.due_at,
        "text": _("Zurzeit wird niemand gefragt."),
        "action_url": reverse("referrals:services", args=[row.pk]),
        "action_label": _("Dienste auswählen"),
        "action_icon": "search",
        "second_url": f"{_home(row)}?schritt=beenden",
        "second_label": _("Überleitung beenden"),
        "second_icon": "cross",
    }


def _close(row: Referral) -> dict[str, Any]:
    return {
        "action_url": f"{_home(row)}?schritt=beenden",
        "action_label": _("Überleitung beenden"),
        "action_icon": "tick",
    }


def _point(done: bool, text: str, note: str) -> Point:
    return {"state": "done" if done else "open", "text": text, "note": note}


def _given(row: Referral) -> str:
    return moments.day(row.basis.given_on) if row.basis else ""


def _counted(number: int) -> str:
    return ngettext("%(n)s Dienst", "%(n)s Dienste", number) % {"n": number} if number else ""


def appointment_words(inquiry: Inquiry | None) -> str:
    """When the first appointment is, or nothing."""
    return moments.moment(inquiry.standing_at) if inquiry and inquiry.standing_at else ""


def _leaving(row: Referral) -> list[Point]:
    if row.stay is None:
        return []
    left = row.stay.discharged_on
    return [
        _point(left is not None, _("Entlassung eingetragen"), moments.day(left) if left else "")
    ]
