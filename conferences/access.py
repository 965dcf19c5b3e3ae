"""What an actor may do with a case conference, and the only place where its texts are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from conferences.conditions import CHECKS
from conferences.coverage import granted, granted_for
from conferences.disclosure import allowed_sections, visible_sections
from conferences.minutes import iso
from conferences.models import CaseConference, CaseMinutes, MinutesCopy, Participant
from conferences.models.case_conference import SECTIONS
from conferences.standing import sides
from conferences.vocabulary import (
    ParticipantKind,
)
from conferences.workflow import CASE_STEPS, RELEASED, CaseSide, CaseState, CaseStep
from core import audit
from core.actor import Actor
from core.errors import Refused
from core.refusals import Refusal, insist
from core.sealing import reveal
from referrals.models import Client
from referrals.models.release import hold_releases
from referrals.vocabulary import Category


def may(actor: Actor, step: CaseStep, conference: CaseConference) -> Refusal | None:
    """None when ``actor`` may take ``step`` now, else the sentence that says why not."""
    rule = CASE_STEPS.get((CaseState(conference.state), step))
    if rule is None:
        words = gettext("„%(step)s“ ist nicht möglich: Die Konferenz ist im Zustand „%(state)s“.")
        return Refusal(words % {"step": step.label, "state": CaseState(conference.state).label})
    if not sides(actor, conference) & rule.side:
        return Refusal(_("Diesen Schritt machen andere an diesem Tisch."), forbidden=True)
    check = CHECKS.get(step)
    sentence = check(conference) if check else None
    return Refusal(sentence) if sentence else None


def require(actor: Actor, step: CaseStep, conference: CaseConference) -> None:
    """Raise what ``may`` answers: PermissionDenied (403) or StepRefused (409)."""
    insist(may(actor, step, conference))


@dataclass(frozen=True, slots=True)
class Opened:
    """The texts one reader may see at one moment; templates get this, never the model."""

    visible: frozenset[str]
    texts: Mapping[str, str]
    person: str = ""
    names: Mapping[UUID, str] = field(default_factory=dict)
    measures: tuple[Mapping[str, Any], ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, "")


def opened(
    conference: CaseConference, *, by: Actor, purpose: str, for_page: bool = False
) -> Opened:
    """Decrypt what ``by`` may see, and write the read record; PermissionDenied for nothing.

    ``for_page`` keeps people, agreements and releases at hand on the row, read once, and only
    after the releases are held.
    """
    _hold_releases(conference, by)
    if for_page:
        conference.read_at_hand()
    visible = visible_sections(by, conference)
    if not visible:
        raise PermissionDenied
    categories = granted(conference, by.facility)
    people = conference.seated()
    person = _person(conference, categories)
    audit.record(
        by=by, deed="conference.opened", obj=conference, case=conference.pk, detail=purpose
    )
    return Opened(
        visible,
        reveal(conference, *sorted(visible)),
        person,
        {p.pk: _name_for(p, person, categories) for p in people},
        tuple(_measures(conference)) if visible & frozenset(SECTIONS) else (),
    )


def _hold_releases(conference: CaseConference, by: Actor) -> None:
    """Guests read under a release: none is withdrawn between the look and the last word."""
    if conference.client_id is not None and by.facility != conference.owner_facility_id:
        hold_releases(conference.client_id)


def opened_leftovers(conference: CaseConference, *, by: Actor) -> list[dict[str, Any]]:
    """Open agreements of earlier conferences, for the owner: they come back until settled."""
    if not sides(by, conference) & CaseSide.OWNER:
        return []
    rows = conference.left_open()
    for row in rows:
        audit.record(by=by, deed="measure.opened", obj=row, case=row.conference_id)
    return [{"due_on": row.due_on, **reveal(row, "what", "who")} for row in rows]


def opened_edition(
    minutes: CaseMinutes, *, categories: Iterable[Category], by: Actor, purpose: str
) -> dict[str, Any]:
    """The frozen minutes as ``categories`` allow: what is left out is named, not shown."""
    given = frozenset(categories)
    if Category.CONFERENCE not in given:
        raise PermissionDenied
    content: dict[str, Any] = json.loads(reveal(minutes, "content")["content"])
    allowed = allowed_sections(given)
    for section in content["sections"]:
        if section["key"] not in allowed:
            section["text"], section["left_out"] = "", True
    if Category.IDENTITY not in given:
        _hide_names(content)
    audit.record(
        by=by,
        deed="minutes.opened",
        obj=minutes,
        case=minutes.conference_id,
        detail=purpose,
    )
    return content


def _hide_names(content: dict[str, Any]) -> None:
    content["person"] = gettext("ohne Namen")
    for row in content["attendance"]:
        if not _is_nameable(row["kind"], frozenset()):
            row["name"] = row["function"]


def opened_address(participant: Participant, *, by: Actor) -> str:
    """Where an invitation goes; the caller sends it there and nowhere else."""
    conference = participant.conference
    audit.record(by=by, deed="conference.addressed", obj=participant, case=conference.pk, detail="")
    return _address(participant)


def freezable(conference: CaseConference) -> dict[str, Any]:
    """Everything the minutes hold, as plain words and ISO dates, ready to be hashed."""
    texts = reveal(conference, "core_question", *SECTIONS)
    person = _person(conference, frozenset(Category))
    people = conference.seated()
    return {
        "kind": conference.kind,
        "reference": conference.reference,
        "owner": conference.owner_facility.name,
        "person": person,
        "core_question": texts["core_question"],
        "held": [iso(conference.starts_at), iso(conference.ends_at), conference.place],
        "attendance": [_attended(participant, person) for participant in people],
        "sections": [{"key": name, "text": texts[name]} for name in SECTIONS],
        "measures": [
            {**measure, "id": str(measure["id"]), "due_on": iso(measure["due_on"])}
            for measure in _measures(conference)
        ],
        "next_review_on": iso(conference.next_review_on),
        "delivered_on": iso(conference.delivered_on),
        "review_end": conference.review_end,
    }


def _attended(participant: Participant, person: str) -> dict[str, str]:
    return {
        "name": _name(participant, person),
        "kind": participant.kind,
        "function": participant.function,
        "role": participant.role,
        "presence": participant.presence,
        "note": participant.presence_note,
    }


def opened_titles(conferences: Iterable[CaseConference], *, by: Actor) -> dict[UUID, str]:
    """The clients' names for a list of rows ``by`` may see, where they may know them.

    One read record for all, and the same number of queries for one row and for fifty.
    """
    rows = [row for row in conferences if not row.is_anonymous]
    given = granted_for(rows, by.facility)
    names = {row.pk: _person(row, given[row.pk]) for row in rows if given[row.pk]}
    if names:
        audit.record(by=by, deed="conference.listed", detail=str(len(names)))
    return names


def _person(conference: CaseConference, categories: frozenset[Category]) -> str:
    client: Client | None = conference.client
    if client is None or Category.IDENTITY not in categories:
        return gettext("ohne Namen")
    texts = reveal(client, "first_name", "last_name")
    return f"{texts['first_name']} {texts['last_name']}".strip()


def _name(participant: Participant, person: str) -> str:
    if participant.kind == ParticipantKind.CLIENT:
        return person
    if participant.person is not None:
        return str(participant.person.full_name)
    return reveal(participant, "name")["name"]


def _name_for(participant: Participant, person: str, categories: frozenset[Category]) -> str:
    return _name(participant, person) if _is_nameable(participant.kind, categories) else ""


def _is_nameable(kind: str, categories: frozenset[Category]) -> bool:
    """A relative's name says whose table it is: all but professionals open with the identity."""
    return kind == ParticipantKind.PROFESSIONAL or Category.IDENTITY in categories


def _address(participant: Participant) -> str:
    if participant.person is not None:
        return str(participant.person.email)
    return reveal(participant, "address")["address"]


def _measures(conference: CaseConference) -> Iterable[dict[str, Any]]:
    for measure in conference.agreed():
        yield {
            "id": measure.pk,
            "number": measure.number,
            "due_on": measure.due_on,
            "state": measure.state,
            **reveal(measure, "what", "who"),
        }


def readable_copy(conference: CaseConference, copy_id: UUID, *, by: Actor) -> MinutesCopy:
    """The reader's own facility's PDF, while its release still allows all that is in it.

    Raises Http404 for anybody else's, and Refused when the release became narrower since.
    """
    _hold_releases(conference, by)
    copy = conference.copy_of(by.facility, copy_id)
    categories = granted(conference, by.facility)
    if copy is None or conference.state not in RELEASED or Category.CONFERENCE not in categories:
        raise Http404
    if not {Category(word) for word in copy.categories.split(",")} <= categories:
        raise Refused(
            _("Die Entbindung ist heute enger als bei der Freigabe. Lassen Sie neu freigeben.")
        )
    audit.record(by=by, deed="minutes.downloaded", obj=copy, case=conference.pk)
    return copy
