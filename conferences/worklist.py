"""What waits for somebody around a table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from conferences.meeting_workflow import MeetingState
from conferences.models import CaseConference, Meeting
from conferences.workflow import CaseState
from core import worklist
from core.actor import Actor
from core.worklist import Key, Task

CASE, MEETING = "conference", "meeting"
CASE_TITLES = {
    CaseState.PROPOSED: _("Konferenz vorbereiten"),
    CaseState.CONSENT_PENDING: _("Einwilligung zur Konferenz klären"),
    CaseState.SCHEDULING: _("Termin festlegen und einladen"),
    CaseState.INVITED: _("Konferenz"),
    CaseState.HELD: _("Protokoll schreiben"),
    CaseState.MINUTES_DRAFT: _("Protokoll vorlegen"),
    CaseState.CLIENT_REVIEW: _("Protokoll freigeben"),
    CaseState.MINUTES_RELEASED: _("Vereinbarungen nachhalten"),
    CaseState.FOLLOW_UP: _("Vereinbarungen prüfen"),
    CaseState.RESTRICTED: _("Entbindung klären"),
}
MEETING_TITLES = {
    MeetingState.PLANNED: _("Sitzung einladen"),
    MeetingState.POSTPONED: _("Neuen Termin einladen"),
    MeetingState.INVITED: _("Sitzung"),
    MeetingState.MINUTES_APPROVED: _("Protokoll veröffentlichen"),
}


def _behind(rows: QuerySet[Any], kind: str, after: Key | None) -> QuerySet[Any]:
    if after is None:
        return rows
    due_at, last_kind, last_id = after
    same = Q(due_at=due_at, pk__gt=last_id if kind == last_kind else UUID(int=0))
    later = Q(due_at__gt=due_at)
    return rows.filter(later if kind < last_kind else later | same)


@worklist.register
def conferences(actor: Actor, after: Key | None) -> list[Task]:
    """Case conferences whose next step this facility or this role owes."""
    rows = CaseConference.objects.visible_to(actor).hosted_by(actor).due()
    found = _behind(rows, CASE, after).order_by("due_at", "pk")[: worklist.SIZE + 1]
    return [
        Task(
            due_at=row.due_at,
            kind=CASE,
            id=row.pk,
            title=str(CASE_TITLES.get(row.state, row.reference)),
            url=reverse("conferences:conference", kwargs={"pk": row.pk}),
            chip=row.reference,
            state=row.state,
        )
        for row in found
    ]


@worklist.register
def meetings(actor: Actor, after: Key | None) -> list[Task]:
    """Committee meetings whose next step this office owes."""
    rows = Meeting.objects.visible_to(actor).run_by(actor).select_related("body")
    found = _behind(rows, MEETING, after).order_by("due_at", "pk")[: worklist.SIZE + 1]
    return [
        Task(
            due_at=row.due_at,
            kind=MEETING,
            id=row.pk,
            title=str(MEETING_TITLES.get(row.state, row.body.name)),
            url=reverse("conferences:meeting", kwargs={"slug": row.body.slug, "pk": row.pk}),
            note=f"{row.body.name}, {row}",
            state=row.state,
        )
        for row in found
    ]
