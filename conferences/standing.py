"""How an actor stands towards a case conference."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from conferences.coverage import granted
from conferences.models import CaseConference, Participant
from conferences.vocabulary import ParticipantKind, Role
from conferences.workflow import CaseSide
from core.actor import Actor, Via
from referrals.vocabulary import Category

NOWHERE = CaseSide(0)


def seat_of(actor: Actor, conference: CaseConference) -> Participant | None:
    """The actor's own place at this table, at the facility they act for."""
    if actor.person is None or not actor.holds("hold_conference"):
        return None
    return next((row for row in conference.seated() if _is_seat_of(actor, row)), None)


def _is_seat_of(actor: Actor, row: Participant) -> bool:
    own = actor.person is not None and row.person_id == actor.person.pk
    here = row.kind == ParticipantKind.PROFESSIONAL and row.facility_id == actor.facility
    return own and here and row.approved_on is not None


def sides(actor: Actor, conference: CaseConference) -> CaseSide:
    """Every side on which the actor stands; a role counts only while a release covers it."""
    if actor.via == Via.SCHEDULER:
        return CaseSide.SCHEDULER
    found = NOWHERE
    if actor.facility == conference.owner_facility_id and actor.holds("hold_conference"):
        found |= CaseSide.OWNER
    seat = seat_of(actor, conference)
    if seat is None or Category.CONFERENCE not in granted(conference, actor.facility):
        return found
    found |= CaseSide.PARTICIPANT
    if seat.role == Role.COORDINATION:
        found |= CaseSide.COORDINATION
    if seat.role == Role.MINUTES:
        found |= CaseSide.KEEPER
    return found


def participant_of(conference: CaseConference, pk: UUID) -> Participant:
    """A row of this conference; Http404 for another conference's."""
    found = conference.participants.select_related("person", "facility").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.conference = conference
    return found
