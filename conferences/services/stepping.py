"""Taking a step of a case conference: state and event in one transaction."""

from __future__ import annotations

from conferences.access import require
from conferences.deadlines import due_at
from conferences.models import CaseConference, ConferenceEvent
from conferences.workflow import CASE_STEPS, CaseState, CaseStep
from core import audit, clock
from core.actor import Actor
from referrals.models import Release


def locked(*, conference: CaseConference, step: CaseStep, by: Actor) -> CaseConference:
    """The row as it is now, held until the end, with ``by`` allowed to take ``step``.

    Releases are locked before the conference, in the order that every service keeps, so that
    nothing is disclosed after one was withdrawn.
    """
    if conference.client_id is not None:
        releases = Release.objects.filter(client=conference.client_id).order_by("pk")
        list(releases.select_for_update(no_key=True).values_list("pk"))
    rows = CaseConference.objects.select_for_update(of=("self",), no_key=True)
    conference = rows.select_related("client", "own_key", "owner_facility").get(pk=conference.pk)
    require(by, step, conference)
    return conference


def advance(
    *, conference: CaseConference, step: CaseStep, by: Actor, reason: str = ""
) -> CaseConference:
    """Move along the table, count the version up, and write down who did it."""
    before = CaseState(conference.state)
    conference.state = _target(conference, step)
    conference.restricted_from = before if step == CaseStep.RESTRICT else ""
    conference.version += 1
    conference.due_at = due_at(conference)
    conference.save()
    ConferenceEvent.objects.create(
        conference=conference,
        step=step,
        from_state=before,
        to_state=conference.state,
        at=clock.now(),
        person=by.person,
        facility=by.facility,
        via=by.via,
        reason=reason,
    )
    audit.record(by=by, deed=f"conference.{step}", obj=conference, case=conference.pk)
    return conference


def _target(conference: CaseConference, step: CaseStep) -> CaseState:
    if step == CaseStep.RESTORE:
        return CaseState(conference.restricted_from or CaseState.SCHEDULING)
    return CASE_STEPS[CaseState(conference.state), step].target
