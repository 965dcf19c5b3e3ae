"""The parts of a person's page as plain lines."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock, moments
from core.actor import Actor
from referrals.models import Client, Consent, Referral, Release, Stay
from referrals.views import words
from referrals.views.stay_steps import STAY_PAGES
from referrals.vocabulary import Category

SOON = dt.timedelta(days=14)


def stays(client: Client, actor: Actor, home: str, given: list[Consent]) -> list[dict[str, Any]]:
    """Stays, newest first, with what can be done; ``given`` are the person's consents."""
    rows = Stay.objects.visible_to(actor).filter(client=client).select_related("unit")
    return [_stay(row, home, given) for row in rows.order_by("-admitted_on", "-id")]


def _stay(row: Stay, home: str, given: list[Consent]) -> dict[str, Any]:
    valid = [consent for consent in given if consent.stay_id == row.pk and consent.is_valid]
    return {
        "unit": row.unit.name if row.unit else "",
        "admitted": words.day(row.admitted_on),
        "planned": _planned(row),
        "discharged": words.day(row.discharged_on),
        "kind": row.get_discharge_kind_display() if row.discharge_kind else "",
        "called_off": row.discharge_cancelled_at is not None,
        "consent": words.day(valid[0].given_on) if valid else "",
        "steps": [
            {"url": f"{home}?schritt={page.word}&aufenthalt={row.pk}", "page": page}
            for page in STAY_PAGES
            if page.fits(row) and not (page.word == "einwilligung" and valid)
        ],
        "referral_url": f"{home}ueberleitungen/neu/?aufenthalt={row.pk}",
    }


def _planned(row: Stay) -> str:
    if row.planned_discharge_on is None:
        return ""
    time = f", {row.planned_discharge_time:%H:%M}" if row.planned_discharge_time else ""
    return f"{moments.day(row.planned_discharge_on)}{time}"


def consents_of(client: Client) -> list[Consent]:
    """The person's consents, newest first."""
    return list(client.consents.order_by("-given_on", "-id"))


def consents(given: list[Consent], home: str) -> list[dict[str, Any]]:
    """Consents as lines."""
    return [
        {
            "kind": row.get_kind_display(),
            "given": words.day(row.given_on),
            "withdrawn": words.day(row.withdrawn_at),
            "withdraw_url": f"{home}?schritt=einwilligung-widerrufen&einwilligung={row.pk}",
        }
        for row in given
    ]


def releases(client: Client, actor: Actor, home: str) -> list[dict[str, Any]]:
    """Releases with who hears what and whether they hold today."""
    rows = Release.objects.visible_to(actor).filter(client=client).with_parties()
    rows.sort(key=lambda row: (row.valid_from, row.pk), reverse=True)
    return [_release(row, home) for row in rows]


def _release(row: Release, home: str) -> dict[str, Any]:
    hears = [party.facility.name for party in row.named() if party.hears]
    return {
        "hears": ", ".join(sorted(hears)),
        "categories": ", ".join(str(c.label) for c in Category if c in row.granted),
        "state": release_state(row),
        "word": _release_word(row),
        "open": row.is_valid_at(clock.now()),
        "withdraw_url": f"{home}?schritt=widerrufen&entbindung={row.pk}",
    }


def release_state(row: Release) -> str:
    """The pill of a release: valid, ends_soon, ended or revoked."""
    if row.withdrawn_at is not None:
        return "revoked"
    if row.valid_until < clock.today():
        return "ended"
    return "ends_soon" if row.valid_until - clock.today() <= SOON else "valid"


def _release_word(row: Release) -> str:
    if row.withdrawn_at is not None:
        return _("widerrufen am %(day)s") % {"day": f"{clock.local(row.withdrawn_at):%d.%m.%Y}"}
    word = (
        _("abgelaufen am %(day)s") if row.valid_until < clock.today() else _("gültig bis %(day)s")
    )
    return word % {"day": f"{row.valid_until:%d.%m.%Y}"}


def referrals(client: Client, actor: Actor) -> list[dict[str, Any]]:
    """Referrals of the person with their phase."""
    rows = Referral.objects.sent_by(actor).filter(client=client).with_states()
    return [
        {
            "url": reverse("referrals:referral", args=[row.pk]),
            "title": words.title_of(row),
            "kind": row.get_kind_display(),
            "state": pill_of(row),
            "since": moments.day(row.created_at),
        }
        for row in rows.order_by("-created_at", "-id")
    ]


def pill_of(referral: Referral) -> str:
    """The pill of a referral's phase; an offer has a word of its own there."""
    phase = str(referral.phase.value)
    return "offer" if phase == "offered" else phase
