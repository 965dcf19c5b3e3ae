"""Entlassungen: who leaves in the next days, and who has left without Anschluss."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock, keyset, moments
from core.access import guard
from core.actor import Actor
from core.http import Request
from referrals import board
from referrals.models import Stay
from referrals.views import around
from referrals.views.board_rows import BoardLines, heading, weekend

LOUD = 50


@require_safe
@guard("send_referral")
def discharges(request: Request) -> HttpResponse:
    filters = _filters(request)
    page = _page(request, filters)
    loud, undated = _outside(request.actor)
    lines = BoardLines(request.actor, [*page.rows, *loud, *undated])
    context = {
        "days": _days(page.rows, lines),
        "loud": [lines.left(stay) for stay in loud],
        "undated": [lines.undated(stay) for stay in undated],
        **_head(page.rows),
        **filters,
        "next_cursor": page.next_cursor,
    }
    return render(request, "referrals/discharges.html", context)


def _page(request: Request, filters: dict[str, Any]) -> keyset.Page:
    rows = board.with_counts(_filtered(board.leaving(request.actor), filters))
    after = request.GET.get("nach", "")
    return keyset.page(rows, key=("planned_discharge_on", "id"), after=after)


def _head(rows: list[Any]) -> dict[str, Any]:
    """The days shown, and how many leave on them on whichever page."""
    today = clock.today()
    return {
        "from_day": today,
        "until_day": today + dt.timedelta(days=board.AHEAD),
        "total": rows[0].total if rows else 0,
        "connected": rows[0].connected if rows else 0,
        "stand": moments.moment(clock.now()),
    }


def _days(rows: list[Stay], lines: BoardLines) -> list[dict[str, Any]]:
    grouped = groupby(rows, key=lambda stay: stay.planned_discharge_on or clock.today())
    return [
        {
            "heading": heading(day),
            "note": weekend(day),
            "over": day < clock.today(),
            "rows": [lines.leaving(stay) for stay in stays],
        }
        for day, stays in grouped
    ]


def _filters(request: Request) -> dict[str, Any]:
    return {
        "station": request.GET.get("station", ""),
        "shows": request.GET.get("zeige", ""),
        "units": around.ward_names(request.actor),
    }


def _filtered(rows: QuerySet[Stay], filters: dict[str, Any]) -> QuerySet[Stay]:
    if filters["station"].replace("\0", "") and len(filters["station"]) <= 120:
        rows = rows.filter(unit__name=filters["station"].replace("\0", ""))
    if filters["shows"] == "ohne-zusage":
        rows = rows.filter(Q(is_connected=False))
    return rows


def _outside(actor: Actor) -> tuple[list[Stay], list[Stay]]:
    """Who left without Anschluss, and who leaves on a day still open, in one statement."""
    loud = board.left_without_connection(actor)[:LOUD]
    found = list(loud.union(board.undated(actor)[:LOUD], all=True))
    left = [stay for stay in found if stay.discharged_on]
    waiting = [stay for stay in found if stay.discharged_on is None]
    return (
        sorted(left, key=lambda stay: (stay.contact_due_at, stay.pk)),
        sorted(waiting, key=lambda stay: (stay.admitted_on, stay.pk)),
    )
