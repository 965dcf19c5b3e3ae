"""One service beside the others: the same six rows, one button, none favoured."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock, moments
from core.actor import Actor
from referrals.access import may, opened_questions
from referrals.models import Inquiry, Referral, Release
from referrals.views import words
from referrals.vocabulary import INTRODUCING
from referrals.workflow import State, Step

Releases = dict[UUID, Release]
NEEDS_NONE = frozenset({State.REQUESTED, State.IN_REVIEW, State.QUERY, State.WAITLISTED})


def valid_releases(actor: Actor, row: Referral) -> list[Release]:
    """The person's releases that hold now, the longest lasting last."""
    rows = Release.objects.visible_to(actor).filter(client=row.client_id).valid_at(clock.now())
    return sorted(rows.with_parties(), key=lambda release: (release.valid_until, release.pk))


def by_facility(releases: list[Release], row: Referral) -> Releases:
    """For each facility the release under which it may learn name and contact today."""
    found: Releases = {}
    for release in releases:
        for party in release.named():
            if release.covers(party.facility_id, INTRODUCING, speaking=row.sender_facility_id):
                found[party.facility_id] = release
    return found


def offer(actor: Actor, inquiry: Inquiry, releases: Releases) -> dict[str, Any]:
    """What the page shows of one service."""
    home = reverse("referrals:sent-inquiry", args=[inquiry.referral_id, inquiry.pk])
    return {
        "state": inquiry.state,
        "title": inquiry.service.name,
        "provider": inquiry.receiver_facility.organisation.name,
        "url": home,
        "proxy": inquiry.by_proxy,
        "facts": [*_facts(actor, inquiry), _secrecy(inquiry, releases)],
        "faint": inquiry.state in NEEDS_NONE,
        **_button(actor, inquiry, home, releases),
    }


def _facts(actor: Actor, inquiry: Inquiry) -> list[dict[str, Any]]:
    start = words.day(inquiry.start_on) or words.day(inquiry.expected_on)
    return [
        {"label": _("Platz ab"), "text": start, "strong": True, "note": _distance(inquiry)},
        {"label": _("Ansprechperson"), "text": words.named(inquiry)},
        _fourth(inquiry),
        _question(actor, inquiry) or {"label": _("Bedingungen"), "text": _terms(inquiry)},
        _until(inquiry),
    ]


def _distance(inquiry: Inquiry) -> str:
    """How far the start lies behind the discharge."""
    stay = inquiry.referral.stay
    leaves = stay.leaves_on if stay else None
    if inquiry.start_on is None or leaves is None:
        return ""
    days = (inquiry.start_on - leaves).days
    if days <= 0:
        return _("zur Entlassung")
    return _("%(days)s Tage nach der Entlassung") % {"days": days}


def _fourth(inquiry: Inquiry) -> dict[str, Any]:
    if inquiry.state in {State.CONFIRMED, State.ARRIVED, State.COMPLETED}:
        when = moments.moment(inquiry.planned_at) if inquiry.planned_at else ""
        return {"label": _("Erster Termin"), "text": when}
    return {"label": _("Kennenlernen"), "text": words.day(inquiry.meeting_on)}


def _terms(inquiry: Inquiry) -> str:
    return words.binding(inquiry.binding)


def _question(actor: Actor, inquiry: Inquiry) -> dict[str, Any] | None:
    if inquiry.state != State.QUERY:
        return None
    asked = [said for said in opened_questions(inquiry, by=actor) if not said.answer]
    text = f"„{asked[-1].text}“" if asked else ""
    return {"label": _("Rückfrage"), "text": text}


def _until(inquiry: Inquiry) -> dict[str, Any]:
    labels = {
        State.OFFERED: _("Angebot gilt bis"),
        State.QUERY: _("Ihre Antwort bis"),
        State.WAITLISTED: _("Nächste Nachricht"),
        State.CONFIRMED: _("Erster Kontakt bis"),
        State.ARRIVED: _("Angekommen am"),
        State.COMPLETED: _("Angekommen am"),
    }
    label = labels.get(State(inquiry.state), _("Antwort bis"))
    if inquiry.contact_on:
        return {"label": label, "text": words.day(inquiry.contact_on)}
    return {"label": label, "due": inquiry.due_at}


def _secrecy(inquiry: Inquiry, releases: Releases) -> dict[str, Any]:
    label = _("Schweigepflicht")
    release = releases.get(inquiry.receiver_facility_id)
    if release is not None:
        until = f"{release.valid_until:%d.%m.%Y}"
        words_ = _("Entbindung liegt vor, bis %(day)s") % {"day": until}
        return {"label": label, "text": words_, "icon": "done"}
    if inquiry.state in NEEDS_NONE:
        return {"label": label, "text": _("noch nicht nötig")}
    return {"label": label, "text": _("Entbindung fehlt, vor der Zusage nötig"), "icon": "warning"}


def _button(actor: Actor, inquiry: Inquiry, home: str, releases: Releases) -> dict[str, Any]:
    main = {
        State.OFFERED: (Step.CONFIRM, "zusagen", _("Dieses Angebot zusagen"), "tick"),
        State.QUERY: (Step.ANSWER, "beantworten", _("Rückfrage beantworten"), "pen"),
    }.get(State(inquiry.state))
    if main is None:
        return {"action_url": home, "action_label": _("Ansehen"), "action_icon": "arrow"}
    step, word, label, icon = main
    if may(actor, step, inquiry) is None:
        return {"action_url": f"{home}?schritt={word}", "action_label": label, "action_icon": icon}
    if step == Step.CONFIRM and inquiry.receiver_facility_id not in releases:
        return {
            "action_url": release_url(inquiry),
            "action_label": _("Entbindung erfassen"),
            "action_icon": "key",
        }
    return {"action_url": home, "action_label": _("Ansehen"), "action_icon": "arrow"}


def release_url(inquiry: Inquiry) -> str:
    """The form for a release that names the asked facility."""
    form = reverse("referrals:release-new", args=[inquiry.client_id])
    return f"{form}?einrichtung={inquiry.receiver_facility_id}&ueberleitung={inquiry.referral_id}"
