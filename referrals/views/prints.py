"""What the client takes along: who knows what, until when, and who calls next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock, moments
from core.access import guard
from core.http import Request
from referrals.models import Inquiry, Referral
from referrals.views import overview, person_parts, referral_next
from referrals.views.referrals import fetch_referral
from referrals.workflow import TAKEN


@require_safe
@guard("send_referral")
def slip(request: Request, pk: UUID) -> HttpResponse:
    row = fetch_referral(request.actor, pk)
    home = reverse("referrals:referral", args=[row.pk])
    found = overview.inquiries_of(request.actor, row)
    releases = person_parts.releases(row.client, request.actor, home)
    context = {
        "home": home,
        "next": _next(row, found),
        "knows": [entry for entry in releases if entry["open"]],
        "asked": [i.service.name for i in found if i.is_open and i.sent_at],
        "callback_person": row.callback_person,
        "callback_phone": row.callback_phone,
        "stand": moments.moment(clock.now()),
    }
    return render(request, "referrals/slip.html", context)


def _next(row: Referral, found: list[Inquiry]) -> dict[str, Any]:
    taken = next((inquiry for inquiry in found if inquiry.state in TAKEN), None)
    if taken is None:
        return {"who": row.callback_person, "when": _("meldet sich bei Ihnen")}
    when = referral_next.appointment_words(taken)
    return {"who": f"{taken.worker_name}, {taken.service.name}", "when": when}
