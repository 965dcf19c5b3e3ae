"""Anfragen: what others ask my service."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from core import keyset
from core.access import fetch, guard
from core.actor import Actor
from core.http import Request
from core.receipts import once
from referrals.access import (
    fetch_held,
    opened,
    opened_appointments,
    opened_history,
    opened_questions,
)
from referrals.disclosure import stage_of
from referrals.forms.steps import StepForm
from referrals.models import Inquiry
from referrals.models.inquiry import InquiryQuerySet
from referrals.next_steps import next_step_of
from referrals.views import announcements, inquiry_lists, shown, steps, words


def _received(actor: Actor) -> InquiryQuerySet:
    return Inquiry.objects.received_by(actor).select_related(
        "service",
        "referral__stay",
        "client__data_key",
        "sender_facility__organisation",
        "receiver_facility__organisation",
        "claimed_by",
        "release",
        "alternative_service",
    )


def _home(inquiry: Inquiry) -> str:
    return reverse("referrals:inquiry", args=[inquiry.pk])


@require_safe
@guard("receive_referral")
def inquiries(request: Request) -> HttpResponse:
    shows = inquiry_lists.chosen(request.GET.get("zeige", ""))
    rows = inquiry_lists.rows(request.actor, shows)
    page = keyset.page(
        rows, key=shows.key, after=request.GET.get("nach", ""), descending=shows.descending
    )
    context = {
        "rows": [inquiry_lists.row(inquiry) for inquiry in page.rows],
        "tabs": inquiry_lists.tabs(shows),
        "doors": announcements.doors(request.actor),
        "shows": shows,
        "next_cursor": page.next_cursor,
    }
    return render(request, "referrals/inquiries.html", context)


@require_safe
@guard("receive_referral")
def inquiry(request: Request, pk: UUID) -> HttpResponse:
    row = fetch_held(_received, request.actor, pk=pk)
    deed = steps.asked_deed(request, row, _home(row))
    return render(request, "referrals/inquiry.html", context_of(request.actor, row, deed))


@require_POST
@guard("receive_referral")
@once
def step(request: Request, pk: UUID, word: str) -> HttpResponse:
    page = steps.chosen_page(request, word)
    row = fetch(_received, request.actor, pk=pk)

    def show(form: StepForm) -> HttpResponse:
        deed = steps.deed(page, form, row, _home(row))
        return render(request, "referrals/inquiry.html", context_of(request.actor, row, deed))

    return steps.take(request, row, page, home=_home(row), show=show)


@require_safe
@guard("receive_referral")
def sheet(request: Request, pk: UUID) -> HttpResponse:
    row = fetch(_received, request.actor, pk=pk)
    seen = opened(row.client, by=request.actor, stage=1, purpose="Anfrageblatt", inquiry=row)
    context = {
        "head": _head(row),
        "need": shown.need(row.referral, seen),
        "callback": shown.callback(row.referral) if "callback" in seen.visible else None,
    }
    return render(request, "referrals/inquiry_sheet.html", context)


def context_of(actor: Actor, row: Inquiry, deed: steps.Deed | None) -> dict[str, Any]:
    """What the receiver's page shows; every field passed through ``visible_fields``."""
    most = 3 if row.identity_open else 1
    seen = opened(row.client, by=actor, stage=most, purpose="Anfrage", inquiry=row)
    stage = stage_of(seen.visible)
    prefetch_related_objects([row], "appointments")
    return {
        "head": _head(row),
        "version": row.version,
        "stage": stage,
        "stage_text": shown.stage_text(row, stage, row.receiver_facility.name),
        "name": seen.full_name,
        "need": shown.need(row.referral, seen),
        "person": shown.person(seen) if stage >= 2 else [],
        "discharge": words.day(_discharge(row)) if stage >= 2 else "",
        "handover": shown.handover(seen) if stage >= 2 else [],
        "handover_note": shown.handover_note(row, actor),
        "callback": shown.callback(row.referral) if "callback" in seen.visible else None,
        "offered": shown.offered(row),
        "ending": shown.ending(row, own_reason=row.state == "declined"),
        "talk": shown.talk(opened_questions(row, by=actor, seen=seen)),
        "meetings": shown.meetings(opened_appointments(row, by=actor, seen=seen)),
        "history": shown.history(opened_history(row, by=actor, seen=seen), actor),
        "buttons": steps.buttons(actor, row, _home(row)),
        "deed": deed,
    }


def _head(row: Inquiry) -> dict[str, Any]:
    mine = row.due_side == "receiver"
    return {
        "reference": row.reference,
        "state": row.state,
        "word": words.state_for_receiver(row),
        "kind": row.referral.get_kind_display() if row.referral.kind != "new" else "",
        "sender": f"{row.sender_facility.name}, {row.sender_facility.organisation.name}",
        "receiver": row.receiver_facility.name,
        "service": row.service.name,
        "sent_at": row.sent_at,
        "due_at": row.due_at,
        "is_open": row.is_open,
        "mine": mine,
        "next": next_step_of(row),
        "claimed_by": row.claimed_by.full_name if row.claimed_by else "",
        "url": _home(row),
        "sheet_url": reverse("referrals:inquiry-sheet", args=[row.pk]),
    }


def _discharge(row: Inquiry) -> Any:
    stay = row.referral.stay
    return stay.leaves_on if stay else None
