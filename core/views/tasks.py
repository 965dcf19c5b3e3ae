"""The worklist: what waits for me."""

import datetime as dt
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock, keyset, worklist
from core.access import signed_in
from core.http import Request


def _key(cursor: str) -> worklist.Key | None:
    values = keyset.decode(cursor, 3) if cursor else None
    if values is None:
        return None
    try:
        return dt.datetime.fromisoformat(values[0]), values[1], UUID(values[2])
    except ValueError:
        return None


@require_safe
@signed_in("everybody has a worklist of their own")
def tasks(request: Request) -> HttpResponse:
    found = worklist.waiting_for(request.actor, _key(request.GET.get("nach", "")))
    rows, more = found[: worklist.SIZE], len(found) > worklist.SIZE
    last = rows[-1] if more else None
    now = clock.now()
    tomorrow = clock.start_of(clock.today() + dt.timedelta(days=1))
    groups = {
        "over": [t for t in rows if t.due_at < now],
        "today": [t for t in rows if now <= t.due_at < tomorrow],
        "later": [t for t in rows if t.due_at >= tomorrow],
    }
    cursor = keyset.encode([last.due_at, last.kind, last.id]) if last else ""
    context = {
        "groups": groups,
        "total": len(rows),
        "next_cursor": cursor,
        "today": clock.today(),
    }
    if request.actor.holds("send_referral"):
        context |= {"action_url": "/entlassungen/neu/", "action_label": _("Entlassung erfassen")}
    return render(request, "core/tasks.html", context)
