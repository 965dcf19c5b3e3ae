"""Proposing a case conference, and the consent it rests on."""

from __future__ import annotations

import secrets

from django.core.exceptions import PermissionDenied
from django.db import transaction

from conferences.deadlines import due_at
from conferences.models import CaseConference, ConferenceEvent, Participant
from conferences.services.stepping import advance, locked
from conferences.vocabulary import ParticipantKind
from conferences.workflow import CaseState, CaseStep
from core import audit, clock, versions
from core.actor import Actor
from core.models import DataKey
from referrals.models import Client

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
PREFIXES = {"network": "NK", "care_plan": "HK", "helpers": "HE", "handover": "UE", "crisis": "KK"}


def _new_reference(kind: str) -> str:
    """A short name that says nothing about anybody, such as NK-2026-7KQM3."""
    code = "".join(secrets.choice(LETTERS) for _ in range(5))
    return f"{PREFIXES[kind]}-{clock.today().year}-{code}"


@transaction.atomic
def propose(
    *,
    client: Client | None,
    kind: str,
    core_question: str,
    not_to_discuss: str = "",
    by: Actor,
) -> CaseConference:
    """Write down the question; without a client the conference stays anonymous for good."""
    owns = client is None or client.owner_facility_id == by.facility
    if by.facility is None or not by.holds("hold_conference") or not owns:
        raise PermissionDenied
    conference = CaseConference(
        owner_facility_id=by.facility,
        client=client,
        own_key=None if client else DataKey.objects.create_new(),
        reference=_new_reference(kind),
        kind=kind,
    )
    conference.seal(core_question=core_question, not_to_discuss=not_to_discuss)
    conference.due_at = due_at(conference)
    conference.save()
    _seat_the_client(conference)
    _record_proposal(conference, by)
    return conference


def _seat_the_client(conference: CaseConference) -> None:
    if conference.client_id is not None:
        Participant.objects.create(
            conference=conference, kind=ParticipantKind.CLIENT, approved_on=clock.today()
        )


def _record_proposal(conference: CaseConference, by: Actor) -> None:
    ConferenceEvent.objects.create(
        conference=conference,
        step="propose",
        to_state=CaseState.PROPOSED,
        at=clock.now(),
        person=by.person,
        facility=by.facility,
        via=by.via,
    )
    audit.record(by=by, deed="conference.propose", obj=conference, case=conference.pk)


@transaction.atomic
def edit(
    *,
    conference: CaseConference,
    core_question: str,
    not_to_discuss: str,
    version: int | None = None,
    by: Actor,
) -> CaseConference:
    """Word the question anew."""
    conference = locked(conference=conference, step=CaseStep.EDIT, by=by)
    versions.check(conference, version)
    conference.seal(core_question=core_question, not_to_discuss=not_to_discuss)
    return advance(conference=conference, step=CaseStep.EDIT, by=by)


@transaction.atomic
def inform(*, conference: CaseConference, by: Actor) -> CaseConference:
    """The client was told what the conference is for; now their consent is awaited."""
    conference = locked(conference=conference, step=CaseStep.INFORM, by=by)
    conference.client_informed_on = clock.today()
    return advance(conference=conference, step=CaseStep.INFORM, by=by)


@transaction.atomic
def take(*, conference: CaseConference, step: CaseStep, by: Actor) -> CaseConference:
    """A step that changes nothing but the state."""
    conference = locked(conference=conference, step=step, by=by)
    return advance(conference=conference, step=step, by=by)
