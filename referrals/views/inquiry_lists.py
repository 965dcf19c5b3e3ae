"""The three lists of the inbox: mine, theirs, ended; references only, no name in any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import moments
from core.actor import Actor
from referrals.models import Inquiry
from referrals.models.inquiry import Owner
from referrals.next_steps import next_step_of
from referrals.views import words
from referrals.workflow import FINAL


@dataclass(frozen=True, slots=True)
class Shows:
    """One of the lists: its word in the address, its label, the key it is paged by."""

    word: str
    label: str | Promise
    empty: str | Promise
    key: tuple[str, ...]
    descending: bool = False


LISTS = (
    Shows(
        "offen",
        _("Bei Ihnen"),
        _("Gerade wartet keine Anfrage auf Ihr Team."),
        ("due_at", "id"),
    ),
    Shows(
        "wartet",
        _("Bei der anfragenden Stelle"),
        _("Gerade ist niemand anders am Zug."),
        ("due_at", "id"),
    ),
    Shows(
        "beendet",
        _("Beendet"),
        _("Noch ist keine Anfrage beendet."),
        ("sent_at", "id"),
        descending=True,
    ),
)


def chosen(word: str) -> Shows:
    """The list that the address asks for, else the first."""
    return next((shows for shows in LISTS if shows.word == word), LISTS[0])


def rows(actor: Actor, shows: Shows) -> QuerySet[Inquiry]:
    """The inquiries of one list."""
    received = Inquiry.objects.received_by(actor).select_related(
        "referral", "service", "sender_facility"
    )
    if shows.word == "offen":
        return received.filter(due_side=Owner.RECEIVER)
    if shows.word == "wartet":
        return received.filter(due_side=Owner.SENDER)
    return received.filter(state__in=FINAL)


def tabs(shows: Shows) -> list[dict[str, Any]]:
    """The links to the other lists."""
    home = reverse("referrals:inquiries")
    return [
        {"url": f"{home}?zeige={each.word}", "label": each.label, "current": each == shows}
        for each in LISTS
    ]


def row(inquiry: Inquiry) -> dict[str, Any]:
    """One line; what ended shows reference, dates and the own answer only."""
    referral = inquiry.referral
    about = (words.age(referral.age_band), referral.area_label) if inquiry.is_open else ()
    urgent = words.urgency(referral.urgency) if inquiry.is_open else ""
    ended = moments.day(inquiry.ended_at) if inquiry.ended_at else ""
    return {
        "due_at": inquiry.due_at,
        "when": "" if inquiry.is_open else ended,
        "url": reverse("referrals:inquiry", args=[inquiry.pk]),
        "title": next_step_of(inquiry) if inquiry.is_open else inquiry.service.name,
        "chip": inquiry.reference,
        "chip_note": " · ".join(filter(None, about)),
        "state": inquiry.state,
        "word": words.state_for_receiver(inquiry),
        "note": " · ".join(filter(None, (urgent, inquiry.sender_facility.name))),
        "service": inquiry.service.name,
    }
