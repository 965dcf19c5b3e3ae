"""Offen in der Region: the coordination's cases without a name, and how many left without help."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock, keyset, moments
from core.access import fetch, guard
from core.http import Request
from referrals import board
from referrals.access import opened_without_name
from referrals.models import Referral
from referrals.views import shown, words
from referrals.workflow import State


@require_safe
@guard("coordinate_region")
def cases(request: Request) -> HttpResponse:
    rows = board.open_in_region(request.actor).with_states()
    after = request.GET.get("nach", "")
    page = keyset.page(rows, key=("escalated_at", "id"), after=after, descending=True)
    left = board.left_without(page.rows)
    context = {
        "rows": [_line(row, row.stay_id in left) for row in page.rows],
        "without_connection": board.count_without_connection(request.actor),
        "stand": moments.moment(clock.now()),
        "next_cursor": page.next_cursor,
    }
    return render(request, "referrals/region.html", context)


@require_safe
@guard("coordinate_region")
def case(request: Request, pk: UUID) -> HttpResponse:
    row = fetch(lambda a: board.open_in_region(a).with_states(), request.actor, pk=pk)
    seen = opened_without_name(row, by=request.actor)
    context = {
        "head": _line(row, row.stay_id in board.left_without([row])),
        "need": shown.need(row, seen),
        "asked": asked(row),
        "sender": row.sender_facility.name,
        "callback": shown.callback(row),
    }
    return render(request, "referrals/region_case.html", context)


def asked(row: Referral) -> str:
    """How many services were asked and how they answered; a row of ``with_states``."""
    states = Counter(State(state) for state in getattr(row, "inquiry_states", ()))
    states.pop(State.DRAFT, None)
    words_of = (f"{states[state]} {state.label}" for state in State if states[state])
    return ", ".join(words_of) or _("noch niemand")


def _line(row: Referral, left: bool) -> dict[str, Any]:
    about = (words.age(row.age_band), row.area_label)
    return {
        "url": reverse("referrals:region-case", args=[row.pk]),
        "reference": row.reference,
        "title": words.kind_of_help(row.service_type) or _("Hilfe gesucht"),
        "about": " · ".join(filter(None, about)),
        "urgency": words.urgency(row.urgency),
        "since": moments.day(row.escalated_at) if row.escalated_at else "",
        "left": left,
        "phase": row.phase.label,
        "asked": asked(row),
    }
