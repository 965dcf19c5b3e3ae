"""A referral at one look: offers side by side, what the services see, what happened."""

from __future__ import annotations

from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import moments
from core.actor import Actor
from referrals.models import Inquiry, Referral
from referrals.next_steps import next_step_of
from referrals.readable import Opened
from referrals.views import offers, person_parts, referral_next, shown, words
from referrals.views.steps import Deed
from referrals.workflow import DIRECT, FINAL, Kind, State

SIDE_BY_SIDE = 3
ORDER = (
    State.CONFIRMED,
    State.ARRIVED,
    State.OFFERED,
    State.INTRODUCED,
    State.QUERY,
    State.WAITLISTED,
    State.IN_REVIEW,
    State.REQUESTED,
    State.COMPLETED,
)


def inquiries_of(actor: Actor, row: Referral) -> list[Inquiry]:
    """All inquiries of a referral with what the page tells of them, the furthest first."""
    found = list(
        Inquiry.objects.sent_by(actor)
        .filter(referral=row)
        .for_sender()
        .select_related(
            "service", "receiver_facility__organisation", "alternative_service", "release"
        )
        .prefetch_related("events")
    )
    for inquiry in found:
        inquiry.referral, inquiry.client = row, row.client
    asking = [inquiry for inquiry in found if inquiry.state == State.QUERY]
    prefetch_related_objects(asking, "questions")
    place = {state.value: number for number, state in enumerate(ORDER)}
    last = len(ORDER)
    return sorted(found, key=lambda i: (place.get(i.state, last), i.sent_at or i.created_at))


def context_of(actor: Actor, row: Referral, seen: Opened, deed: Deed | None) -> dict[str, Any]:
    """What the page of a referral shows to its own side."""
    found = inquiries_of(actor, row)
    drafts = [i for i in found if i.state == State.DRAFT]
    live = [i for i in found if i.state in ORDER]
    ended = [i for i in found if i.state in FINAL and i.state != State.COMPLETED]
    valid = offers.valid_releases(actor, row)
    releases = offers.by_facility(valid, row)
    for inquiry in found:
        inquiry.releases_read = valid
    return {
        "head": _head(row, found),
        "name": seen.full_name,
        "next": referral_next.of(row, found),
        "offers": [offers.offer(actor, i, releases) for i in live[:SIDE_BY_SIDE]],
        "heading": _heading(len(live)),
        "others": [inquiry_line(i) for i in live[SIDE_BY_SIDE:]],
        "drafts": [inquiry_line(i) for i in drafts],
        "ended": [inquiry_line(i) for i in ended],
        "need": shown.need(row, seen),
        "handover": _handover(row, seen),
        "checklist": referral_next.checklist(row, found, releases, seen),
        "history": history(found),
        "deed": deed,
    }


def line(row: Referral, name: str) -> dict[str, Any]:
    """One referral in a list."""
    stay = row.stay
    leaves = stay.leaves_on if stay else None
    return {
        "when": moments.day_short(leaves) if leaves else "",
        "when_note": _when_note(row) if leaves else "",
        "url": reverse("referrals:referral", args=[row.pk]),
        "chip": name,
        "named": True,
        "line": " · ".join(
            filter(None, (words.title_of(row), stay.unit.name if stay and stay.unit else ""))
        ),
        "state": person_parts.pill_of(row),
        "due_at": row.due_at,
        "text": row.get_kind_display() if row.kind != "new" else "",
    }


def inquiry_line(inquiry: Inquiry) -> dict[str, Any]:
    """One inquiry in a list of its own side."""
    reason = words.reason(inquiry.reason)
    other = inquiry.alternative_service
    proposal = _("Vorschlag: %(service)s") % {"service": other.name} if other else ""
    return {
        "url": reverse("referrals:sent-inquiry", args=[inquiry.referral_id, inquiry.pk]),
        "title": inquiry.service.name,
        "provider": inquiry.receiver_facility.organisation.name,
        "state": inquiry.state,
        "due_at": inquiry.due_at,
        "next": next_step_of(inquiry) if inquiry.is_open else "",
        "note": " · ".join(filter(None, (reason, proposal, words.day(inquiry.ended_at)))),
    }


def history(found: list[Inquiry]) -> list[shown.Event]:
    """What happened at all services, newest first, without notes."""
    events = sorted(
        ((event, inquiry) for inquiry in found for event in inquiry.events.all()),
        key=lambda pair: (pair[0].at, pair[0].number),
        reverse=True,
    )
    lines = []
    for event, inquiry in events[:40]:
        icon, text = words.EVENTS.get(event.step, ("circle", event.get_step_display()))
        when = moments.moment_short(event.at)
        lines.append(shown.Event(when, f"{inquiry.service.name}:", str(text), icon))
    return lines


def _head(row: Referral, found: list[Inquiry]) -> dict[str, Any]:
    stay = row.stay
    home = reverse("referrals:referral", args=[row.pk])
    return {
        "id": row.pk,
        "home": home,
        "title": words.title_of(row),
        "kind": row.get_kind_display() if row.kind != "new" else "",
        "direct": Kind(row.kind) in DIRECT,
        "state": person_parts.pill_of(row),
        "word": _phase_word(row, found),
        "leaves": _leaves(row),
        "unit": stay.unit.name if stay and stay.unit else "",
        "person_url": reverse("referrals:person", args=[row.client_id]),
        "services_url": reverse("referrals:services", args=[row.pk]),
        "is_closed": row.closed_at is not None,
        "closed": row.get_closed_reason_display() if row.closed_reason else "",
        "has_basis": row.basis is not None and row.basis.is_valid,
        "taken": any(i.state in {"confirmed", "arrived", "completed"} for i in found),
    }


def _leaves(row: Referral) -> str:
    stay = row.stay
    if stay is None:
        return ""
    if stay.discharged_on:
        return _("entlassen %(day)s") % {"day": moments.day(stay.discharged_on)}
    if stay.planned_discharge_on:
        return _("Entlassung %(day)s") % {"day": moments.day(stay.planned_discharge_on)}
    return _("Entlasstag noch offen")


def _when_note(row: Referral) -> str:
    stay = row.stay
    return _("entlassen") if stay and stay.discharged_on else _("geplant")


def _phase_word(row: Referral, found: list[Inquiry]) -> str:
    offered = sum(1 for inquiry in found if inquiry.state == State.OFFERED)
    if row.closed_at is None and offered and row.phase == "offered":
        return ngettext("%(n)s Angebot liegt vor", "%(n)s Angebote liegen vor", offered) % {
            "n": offered
        }
    return str(row.phase.label)


def _heading(number: int) -> str:
    counted = {1: _("Eine Anfrage"), 2: _("Zwei Anfragen im Vergleich")}
    counted[3] = _("Drei Anfragen im Vergleich")
    return counted.get(number, _("%(n)s Anfragen, die drei weitesten zuerst") % {"n": number})


def _handover(row: Referral, seen: Opened) -> list[dict[str, Any]]:
    home = reverse("referrals:referral", args=[row.pk])
    return [
        {**part, "url": f"{home}?schritt=uebergabe-{part['category'].value}"}
        for part in shown.handover(seen)
    ]
