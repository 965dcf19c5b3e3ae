"""The worklist: what waits for me."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock, keyset, worklist
from core.access import signed_in
from core.actor import Actor
from core.http import Request


def _key(cursor: str) -> worklist.Key | None:
    values = keyset.decode(cursor, 3) if cursor else None
    if values is None:
        return None
    try:
        return dt.datetime.fromisoformat(values[0]), values[1], UUID(values[2])
    except ValueError:
        return None


def _groups(rows: list[worklist.Task]) -> dict[str, list[worklist.Task]]:
    """Overdue, due today (its last moment is the midnight that ends it), and later."""
    now = clock.now()
    tomorrow = clock.start_of(clock.today() + dt.timedelta(days=1))
    return {
        "over": [task for task in rows if task.due_at < now],
        "today": [task for task in rows if now <= task.due_at <= tomorrow],
        "later": [task for task in rows if task.due_at > tomorrow],
    }


@require_safe
@signed_in("everybody has a worklist of their own")
def tasks(request: Request) -> HttpResponse:
    found = worklist.waiting_for(request.actor, _key(request.GET.get("nach", "")))
    rows, more = found[: worklist.SIZE], len(found) > worklist.SIZE
    last = rows[-1] if more else None
    context: dict[str, Any] = {
        "groups": _groups(rows),
        "total": len(rows),
        "next_cursor": keyset.encode([last.due_at, last.kind, last.id]) if last else "",
        "today": clock.today(),
    }
    return render(request, "core/tasks.html", {**context, **_action(request.actor)})


def _action(actor: Actor) -> dict[str, str]:
    """What the actor begins most often from here."""
    if actor.holds("use_emergency"):
        url, label = "/ueberleitungen/notfallkontakt/", _("Um Kontakt bitten")
    elif actor.holds("send_referral"):
        url, label = "/entlassungen/neu/", _("Entlassung erfassen")
    else:
        return {}
    return {"action_url": url, "action_label": label}
