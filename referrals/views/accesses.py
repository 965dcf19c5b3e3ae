"""Who opened this case: every reading, deed and disclosure, newest first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core import keyset, moments
from core.access import guard
from core.actor import Actor, Via
from core.http import Request
from core.models import AuditEntry
from referrals.access import opened_names
from referrals.services.trail import Known, entries_of, people_in
from referrals.views import words
from referrals.views.referrals import fetch_referral
from referrals.workflow import Step

SIZE = 50
DEEDS = {
    "client.created": gettext_lazy("Person angelegt"),
    "client.opened": gettext_lazy("Akte gelesen"),
    "client.changed": gettext_lazy("Angaben zur Person geändert"),
    "client.died": gettext_lazy("Tod eingetragen"),
    "inquiry.opened": gettext_lazy("Anfrage gelesen"),
    "inquiry.disclosed_on_paper": gettext_lazy("Übergabeblatt auf Papier weitergegeben"),
    "inquiry.draft": gettext_lazy("Entwurf angelegt"),
    "inquiry.discard": gettext_lazy("Entwurf verworfen"),
    "referral.opened": gettext_lazy("Überleitung angelegt"),
    "referral.changed": gettext_lazy("Angaben geändert"),
    "referral.basis_set": gettext_lazy("Einwilligung zugeordnet"),
    "referral.escalation_answered": gettext_lazy("Antwort zur Koordination festgehalten"),
    "referral.handed_to_colleague": gettext_lazy("Zuständigkeit geändert"),
    "referral.read_without_name": gettext_lazy("Fall ohne Namen gelesen"),
    "referral.closed": gettext_lazy("Überleitung beendet"),
    "handover.written": gettext_lazy("Übergabe geschrieben"),
    "document.attached": gettext_lazy("Unterlage hinzugefügt"),
    "document.opened": gettext_lazy("Unterlage gelesen"),
}
STEPS = {f"inquiry.{step.value}": step for step in Step}
VIA = {Via.TASK: gettext_lazy("Portal"), Via.SCHEDULER: gettext_lazy("Portal, nach Frist")}


@require_safe
@guard("send_referral")
def accesses(request: Request, pk: UUID) -> HttpResponse:
    row = fetch_referral(request.actor, pk)
    entries = entries_of(referral=row, by=request.actor)
    after = request.GET.get("nach", "")
    page = keyset.page(entries, key=("id",), after=after, descending=True, size=SIZE)
    names = opened_names([row.client], by=request.actor, purpose="Zugriffe")
    context = {
        "name": names[row.client_id],
        "home": reverse("referrals:referral", args=[row.pk]),
        "rows": _lines(page.rows, request.actor),
        "next_cursor": page.next_cursor,
    }
    return render(request, "referrals/accesses.html", context)


def _lines(entries: list[AuditEntry], actor: Actor) -> list[dict[str, Any]]:
    known = people_in(entries=entries, by=actor)
    return [_line(entry, known, actor) for entry in entries]


def _line(entry: AuditEntry, known: Known, actor: Actor) -> dict[str, Any]:
    purpose, _comma, stage = entry.detail.rpartition(", Stufe ")
    own = entry.facility == actor.facility
    return {
        "when": moments.moment_short(entry.at),
        "who": _name(known, entry.person) or str(VIA.get(Via(entry.via), _("nicht bekannt"))),
        "where": _name(known, entry.facility),
        "what": _deed(entry.deed),
        "stage": int(stage) if purpose and stage.isdigit() and not own else 0,
        "why": _why(entry, known, own=own),
    }


def _name(known: Known, key: UUID | None) -> str:
    return known.names.get(key, "") if key else ""


def _why(entry: AuditEntry, known: Known, *, own: bool) -> str:
    """On what the reading or deed rests."""
    if own:
        return _("eigene Einrichtung")
    if entry.facility is None:
        return _("Regel des Portals")
    if entry.facility in known.offices:
        return _("um Hilfe gebeten, ohne Namen")
    return _("angefragter Dienst")


def _deed(deed: str) -> str:
    if deed in DEEDS:
        return str(DEEDS[deed])
    step = STEPS.get(deed)
    return str(words.EVENTS[step][1]) if step in words.EVENTS else deed
