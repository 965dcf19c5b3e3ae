"""Who comes to the table."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from conferences.models import CaseConference, Participant
from conferences.services.stepping import advance, locked
from conferences.standing import participant_of
from conferences.vocabulary import SINGLE_ROLES, ParticipantKind, Role
from conferences.workflow import CaseStep
from core import clock
from core.actor import Actor
from core.errors import Refused
from core.models import User
from network.models import Facility


@transaction.atomic
def add_professional(
    *,
    conference: CaseConference,
    facility: Facility,
    person: User | None = None,
    name: str = "",
    address: str = "",
    role: str = "",
    by: Actor,
) -> Participant:
    """Seat somebody for a facility: one of its members, or by name when it has no account."""
    conference = locked(conference=conference, step=CaseStep.ADD_PERSON, by=by)
    if person and conference.participants.filter(person=person).exists():
        raise Refused(_("Diese Person steht schon auf der Liste."))
    _role_is_free(conference, role)
    participant = Participant(
        conference=conference,
        kind=ParticipantKind.PROFESSIONAL,
        facility=facility,
        person=person,
        role=role,
    )
    return _seated(participant, name, address, by)


@transaction.atomic
def add_guest(
    *,
    conference: CaseConference,
    kind: str,
    name: str,
    address: str = "",
    role: str = "",
    by: Actor,
) -> Participant:
    """Seat a relative, confidant, guardian or interpreter; they sign for secrecy themselves."""
    conference = locked(conference=conference, step=CaseStep.ADD_PERSON, by=by)
    _role_is_free(conference, role)
    if conference.is_anonymous:
        raise Refused(_("Ohne Namen nehmen nur Fachkräfte teil."))
    return _seated(Participant(conference=conference, kind=kind, role=role), name, address, by)


def _role_is_free(conference: CaseConference, role: str) -> None:
    if role in SINGLE_ROLES and conference.participants.filter(role=role).exists():
        label = Role(role).label
        raise Refused(_("„%(role)s“ ist schon vergeben.") % {"role": label})


def _seated(participant: Participant, name: str, address: str, by: Actor) -> Participant:
    conference = participant.conference
    participant.seal(name=name, address=address)
    if conference.is_anonymous:
        participant.approved_on = clock.today()
    participant.save()
    advance(conference=conference, step=CaseStep.ADD_PERSON, by=by)
    return participant


@transaction.atomic
def approve(
    *,
    conference: CaseConference,
    participant: Participant,
    approved_on: date,
    confidentiality_on: date | None = None,
    by: Actor,
) -> Participant:
    """The client agreed to this person, and who is no professional signed for secrecy."""
    conference = locked(conference=conference, step=CaseStep.APPROVE_PERSON, by=by)
    participant = participant_of(conference, participant.pk)
    participant.approved_on = approved_on
    participant.confidentiality_on = confidentiality_on
    participant.save(update_fields=["approved_on", "confidentiality_on"])
    advance(conference=conference, step=CaseStep.APPROVE_PERSON, by=by)
    return participant


@transaction.atomic
def remove(*, conference: CaseConference, participant: Participant, by: Actor) -> None:
    """Take somebody off the list; the client themselves cannot be taken off."""
    conference = locked(conference=conference, step=CaseStep.REMOVE_PERSON, by=by)
    participant = participant_of(conference, participant.pk)
    if participant.kind == ParticipantKind.CLIENT:
        raise Refused(_("Die Person, um die es geht, steht immer auf der Liste."))
    participant.delete()
    advance(conference=conference, step=CaseStep.REMOVE_PERSON, by=by)
