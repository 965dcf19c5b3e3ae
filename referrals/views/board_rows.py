"""One line of the discharge board: who, where it stands, what is missing, until when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock, moments
from core.actor import Actor
from referrals.access import opened_names
from referrals.models import Inquiry, Referral, Stay
from referrals.phases import Phase, phase
from referrals.views import words
from referrals.workflow import OPEN, TAKEN, State

FRIDAY = 4


def heading(day: dt.date) -> str:
    """``Fr 27.11.2026, in 3 Tagen``."""
    near = words.ago(day)
    return f"{moments.day(day)}, {near}" if near else moments.day(day)


def weekend(day: dt.date) -> str:
    """What is easily forgotten before a weekend."""
    if day.weekday() < FRIDAY:
        return ""
    if day.weekday() == FRIDAY:
        return _("vor dem Wochenende: Medikamente und Erreichbarkeit prüfen")
    return _("am Wochenende: Medikamente und Erreichbarkeit prüfen")


class BoardLines:
    """The lines of the stays of one page; their cases are read in two statements."""

    def __init__(self, actor: Actor, stays: list[Stay]) -> None:
        clients = [stay.client for stay in stays]
        self._names = opened_names(clients, by=actor, purpose="Entlassungen")
        self._referrals: dict[UUID, list[Referral]] = defaultdict(list)
        self._inquiries: dict[UUID, list[Inquiry]] = defaultdict(list)
        rows = Referral.objects.sent_by(actor).filter(stay__in=[stay.pk for stay in stays])
        for referral in rows.order_by("created_at", "id"):
            if referral.stay_id:
                self._referrals[referral.stay_id].append(referral)
        asked = Inquiry.objects.sent_by(actor).filter(referral__stay__in=[s.pk for s in stays])
        for inquiry in asked.for_sender().order_by("created_at", "id"):
            self._inquiries[inquiry.referral_id].append(inquiry)

    def leaving(self, stay: Stay) -> dict[str, Any]:
        """Somebody who leaves on a known day."""
        time = f"{stay.planned_discharge_time:%H:%M}" if stay.planned_discharge_time else ""
        row = self._row(stay, time or _("ohne Uhrzeit"))
        if stay.planned_discharge_on and stay.planned_discharge_on <= clock.today():
            row["action_url"] = f"{_person(stay)}?schritt=entlassen&aufenthalt={stay.pk}"
            row["action_label"] = _("Entlassung eintragen")
        return row

    def undated(self, stay: Stay) -> dict[str, Any]:
        """Somebody whose day is still open."""
        row = self._row(stay, moments.day_short(stay.admitted_on))
        return {**row, "when_note": _("aufgenommen")}

    def left(self, stay: Stay) -> dict[str, Any]:
        """Somebody who has left without Anschluss."""
        gone = stay.discharged_on or clock.today()
        row = self._row(stay, moments.day_short(gone))
        if stay.contact_due_at and stay.contact_due_at < clock.now():
            due = moments.day_short(moments.until(stay.contact_due_at))
            row["loud"] = _("Kontaktfrist %(day)s verstrichen") % {"day": due}
        return {
            **row,
            "when_note": words.ago(gone),
            "due_at": None,
            "action_url": row["url"],
            "action_label": _("Anschluss klären"),
        }

    def _row(self, stay: Stay, when: str) -> dict[str, Any]:
        referral = self._referral(stay)
        asked = self._inquiries[referral.pk] if referral else []
        page = reverse("referrals:referral", args=[referral.pk]) if referral else _person(stay)
        return {
            "when": when,
            "url": page,
            "chip": self._names[stay.client_id],
            "named": True,
            "line": _about(stay, referral),
            "due_at": _first_due(asked),
            "text": _text(stay, referral, asked),
            **_state(referral, asked),
        }

    def _referral(self, stay: Stay) -> Referral | None:
        """The one that is still open, else the newest."""
        rows = self._referrals[stay.pk]
        is_open = [row for row in rows if row.closed_at is None]
        return (is_open or rows)[-1] if rows else None


def _first_due(asked: list[Inquiry]) -> dt.datetime | None:
    mine = (i.due_at for i in asked if i.due_side == "sender" and i.due_at)
    return min(mine, default=None)


def _person(stay: Stay) -> str:
    return reverse("referrals:person", args=[stay.client_id])


def _about(stay: Stay, referral: Referral | None) -> str:
    help_ = words.kind_of_help(referral.service_type) if referral else ""
    return " · ".join(filter(None, (help_, stay.unit.name if stay.unit else "")))


def _state(referral: Referral | None, asked: list[Inquiry]) -> dict[str, Any]:
    if referral is None:
        return {"state": "open", "word": _("noch keine Überleitung")}
    now = phase((i.state for i in asked), closed=referral.closed_at is not None)
    if now == Phase.OPEN:
        return {"state": "open", "word": _("noch keine Anfrage")}
    failed = {State.FAILED} & {State(i.state) for i in asked}
    if failed and now == Phase.SEARCHING:
        return {"state": "failed"}
    offered = sum(1 for i in asked if i.state == State.OFFERED)
    if now == Phase.OFFERED:
        return {"state": "offer", "word": _offers(offered)}
    return {"state": now.value}


def _offers(number: int) -> str:
    return ngettext("%(n)s Angebot", "%(n)s Angebote", number) % {"n": number}


def _text(stay: Stay, referral: Referral | None, asked: list[Inquiry]) -> str:
    if referral is None:
        return _("Überleitung anlegen oder ohne abschließen")
    planned = [inquiry.planned_at for inquiry in asked if inquiry.planned_at]
    if planned:
        when = moments.moment_short(planned[0])
        return _("Erster Termin: %(when)s") % {"when": when}
    if any(i.state in TAKEN for i in asked):
        return _("Erster Termin noch nicht eingetragen")
    waiting = sum(1 for i in asked if i.state in OPEN and i.state != State.DRAFT)
    if not waiting:
        return _("Zurzeit wird niemand gefragt")
    text = ngettext("%(n)s Anfrage läuft", "%(n)s Anfragen laufen", waiting) % {"n": waiting}
    days = (stay.planned_discharge_on - clock.today()).days if stay.planned_discharge_on else None
    if days is not None and 0 < days <= 14:
        text = f"{text}, {_('noch %(days)s Tage') % {'days': days}}"
    return text
