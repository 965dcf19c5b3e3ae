"""One inquiry as its sender sees it, with every step of the sender's and for the facility."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import audit
from core.access import fetch, guard
from core.actor import Actor
from core.errors import Refused
from core.http import Request
from core.receipts import once
from referrals import services
from referrals.access import (
    fetch_held,
    opened,
    opened_appointments,
    opened_history,
    opened_questions,
)
from referrals.disclosure import HANDED_OVER, covering_release, granted
from referrals.forms.steps import StepForm
from referrals.models import Inquiry
from referrals.models.inquiry import InquiryQuerySet
from referrals.next_steps import next_step_of
from referrals.readable import Opened
from referrals.views import offers, shown, steps
from referrals.vocabulary import INTRODUCING, Category


def _sent(actor: Actor) -> InquiryQuerySet:
    return (
        Inquiry.objects.sent_by(actor)
        .for_sender()
        .select_related(
            "service",
            "referral__stay__unit",
            "referral__basis",
            "client__data_key",
            "sender_facility",
            "receiver_facility__organisation",
            "alternative_service",
            "release",
        )
    )


def _fetch(actor: Actor, referral: UUID, pk: UUID) -> Inquiry:
    return fetch(_sent, actor, pk=pk, referral=referral)


def _home(row: Inquiry) -> str:
    return reverse("referrals:sent-inquiry", args=[row.referral_id, row.pk])


@require_safe
@guard("send_referral")
def inquiry(request: Request, referral: UUID, pk: UUID) -> HttpResponse:
    row = _fetch(request.actor, referral, pk)
    deed = steps.asked_deed(request, row, _home(row))
    return _show(request, row, deed)


@require_POST
@guard("send_referral")
@once
def step(request: Request, referral: UUID, pk: UUID, word: str) -> HttpResponse:
    page = steps.chosen_page(request, word)
    row = _fetch(request.actor, referral, pk)

    def show(form: StepForm) -> HttpResponse:
        return _show(request, row, steps.deed(page, form, row, _home(row)))

    taken = steps.take(request, row, page, home=_home(row), show=show)
    is_gone = word in {"verwerfen", "zusagen"} and taken.status_code == 302
    return redirect("referrals:referral", pk=referral) if is_gone else taken


@require_POST
@guard("send_referral")
@once
def forward(request: Request, referral: UUID, pk: UUID) -> HttpResponse:
    """Ask the service that a decline proposed, with everything already described."""
    row = _fetch(request.actor, referral, pk)
    if row.alternative_service is None:
        messages.warning(request, _("Der Dienst hat niemanden vorgeschlagen."))
        return redirect(_home(row))
    services.forward(inquiry=row, service=row.alternative_service, by=request.actor)
    return redirect("referrals:services", pk=referral)


@require_safe
@guard("send_referral")
def sheet(request: Request, referral: UUID, pk: UUID) -> HttpResponse:
    """The anonymous page for the weekly team of the asked service."""
    row = _fetch(request.actor, referral, pk)
    seen = opened(row.client, by=request.actor, stage=1, purpose="Anfrageblatt", inquiry=row)
    return render(request, "referrals/inquiry_sheet.html", _sheet(row, seen))


@require_safe
@guard("send_referral")
def handover(request: Request, referral: UUID, pk: UUID) -> HttpResponse:
    """The handover on paper, for the chosen service; only what its release grants."""
    row = fetch_held(_sent, request.actor, pk=pk, referral=referral)
    context = {**_paper(request.actor, row), "home": _home(row)}
    return render(request, "referrals/handover_sheet.html", context)


def _show(request: Request, row: Inquiry, deed: steps.Deed | None) -> HttpResponse:
    return render(request, "referrals/sent_inquiry.html", _context(request.actor, row, deed))


def _context(actor: Actor, row: Inquiry, deed: steps.Deed | None) -> dict[str, Any]:
    seen = opened(row.client, by=actor, stage=2, purpose="Anfrage", inquiry=row)
    row.releases_read = offers.valid_releases(actor, row.referral)
    prefetch_related_objects([row], "appointments")
    return {
        "head": _head(row),
        "name": seen.full_name,
        "version": row.version,
        "offered": shown.offered(row),
        "ending": shown.ending(row, own_reason=True) if not row.is_open else [],
        "talk": shown.talk(opened_questions(row, by=actor, seen=seen)),
        "meetings": shown.meetings(opened_appointments(row, by=actor, seen=seen)),
        "history": shown.history(opened_history(row, by=actor, seen=seen), actor),
        "buttons": steps.buttons(actor, row, _home(row)),
        "released": covering_release(row) is not None,
        "release_url": offers.release_url(row),
        "deed": deed,
    }


def _head(row: Inquiry) -> dict[str, Any]:
    other = row.alternative_service
    return {
        "state": row.state,
        "service": row.service.name,
        "provider": row.receiver_facility.organisation.name,
        "reference": row.reference,
        "proxy": row.by_proxy,
        "phones": list(zip(row.phones, row.dials, strict=True)),
        "sent_at": row.sent_at,
        "due_at": row.due_at,
        "mine": row.due_side == "sender",
        "is_open": row.is_open,
        "next": next_step_of(row),
        "alternative": other.name if other and row.state == "declined" else "",
        "forward_url": f"{_home(row)}weiterfragen/",
        "home": _home(row),
        "referral_url": reverse("referrals:referral", args=[row.referral_id]),
    }


def _sheet(row: Inquiry, seen: Any) -> dict[str, Any]:
    return {
        "head": {
            "reference": row.reference,
            "sender": row.sender_facility.name,
            "receiver": row.receiver_facility.name,
            "service": row.service.name,
            "sent_at": row.sent_at,
            "due_at": row.due_at,
            "url": _home(row),
        },
        "need": shown.need(row.referral, seen),
        "callback": shown.callback(row.referral),
    }


def _sections(row: Inquiry, seen: Opened, categories: frozenset[Category]) -> list[dict[str, Any]]:
    """What the release grants, once the place is confirmed; the portal opens it no sooner."""
    parts = shown.handover(seen) if row.state in HANDED_OVER else []
    return [part for part in parts if part["text"] and part["category"] in categories]


def _paper(actor: Actor, row: Inquiry) -> dict[str, Any]:
    """Name, contact and granted sections, only while the identity is open to the facility."""
    seen = opened(row.client, by=actor, stage=3, purpose="Übergabeblatt", inquiry=row)
    categories = granted(row)
    if not (row.identity_open and categories >= INTRODUCING):
        raise Refused(_("Ohne Zusage oder Kennenlernen und gültige Entbindung gibt es kein Blatt."))
    audit.record(by=actor, deed="inquiry.disclosed_on_paper", obj=row, case=row.referral_id)
    return {
        "service": row.service.name,
        "receiver": row.receiver_facility.name,
        "name": seen.full_name,
        "person": shown.person(seen),
        "sections": _sections(row, seen, categories),
        "later": row.state not in HANDED_OVER,
        "until": row.release.valid_until if row.release else None,
    }
