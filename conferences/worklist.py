"""What waits for somebody around a table."""

from __future__ import annotations

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
    MeetingState.HELD: _("Ergebnisse eintragen"),
    MeetingState.MINUTES_DRAFT: _("Protokoll genehmigen"),
    MeetingState.MINUTES_APPROVED: _("Protokoll veröffentlichen"),
}


@worklist.register
def conferences(actor: Actor, after: Key | None) -> list[Task]:
    """Case conferences whose next step this facility or this role owes."""
    rows = CaseConference.objects.visible_to(actor).hosted_by(actor).due()
    found = rows.filter(worklist.behind(CASE, after)).order_by("due_at", "pk")
    return [
        Task(
            due_at=row.due_at,
            kind=CASE,
            id=row.pk,
            title=str(CASE_TITLES.get(CaseState(row.state), row.reference)),
            url=reverse("conferences:conference", kwargs={"pk": row.pk}),
            chip=row.reference,
            state=row.state,
        )
        for row in found[: worklist.SIZE + 1]
        if row.due_at
    ]


@worklist.register
def meetings(actor: Actor, after: Key | None) -> list[Task]:
    """Committee meetings whose next step this office owes."""
    rows = Meeting.objects.visible_to(actor).run_by(actor).select_related("body")
    found = rows.filter(worklist.behind(MEETING, after)).order_by("due_at", "pk")
    return [
        Task(
            due_at=row.due_at,
            kind=MEETING,
            id=row.pk,
            title=str(MEETING_TITLES.get(MeetingState(row.state), row.body.name)),
            url=reverse("conferences:meeting", kwargs={"slug": row.body.slug, "pk": row.pk}),
            note=f"{row.body.name}, {row}",
            state=row.state,
        )
        for row in found[: worklist.SIZE + 1]
        if row.due_at
    ]
