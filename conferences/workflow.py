"""The life of a case conference: who may take which step from where."""

from __future__ import annotations

from enum import Flag, auto
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseState(TextChoices):
    """Where a case conference stands."""

    PROPOSED = "proposed", _("vorgeschlagen")
    CONSENT_PENDING = "consent_pending", _("Einwilligung")
    CLOSED_NO_CONSENT = "closed_no_consent", _("ohne Einwilligung beendet")
    SCHEDULING = "scheduling", _("Terminfindung")
    INVITED = "invited", _("eingeladen")
    HELD = "held", _("durchgeführt")
    MINUTES_DRAFT = "minutes_draft", _("Protokoll im Entwurf")
    CLIENT_REVIEW = "client_review", _("Durchsicht")
    MINUTES_RELEASED = "minutes_released", _("Protokoll freigegeben")
    FOLLOW_UP = "follow_up", _("Nachverfolgung")
    CLOSED = "closed", _("abgeschlossen")
    CANCELLED = "cancelled", _("abgesagt")
    RESTRICTED = "restricted", _("eingeschränkt")


class CaseStep(TextChoices):
    """What can be done with a case conference; the labels are what a button says."""

    EDIT = "edit", _("Angaben ändern")
    INFORM = "inform", _("Einwilligung einholen")
    CONSENT = "consent", _("Einwilligung liegt vor")
    REFUSE = "refuse", _("Einwilligung verweigert")
    GO_ANONYMOUS = "go_anonymous", _("Ohne Namen weiter")
    ADD_PERSON = "add_person", _("Person hinzufügen")
    APPROVE_PERSON = "approve_person", _("Zustimmung festhalten")
    REMOVE_PERSON = "remove_person", _("Person herausnehmen")
    POLL = "poll", _("Termine vorschlagen")
    ANSWER_POLL = "answer_poll", _("Termine beantworten")
    INVITE = "invite", _("Einladung verschicken")
    ANSWER = "answer", _("Einladung beantworten")
    POSTPONE = "postpone", _("Verschieben")
    CANCEL = "cancel", _("Konferenz absagen")
    ATTEND = "attend", _("Anwesenheit festhalten")
    HOLD = "hold", _("Als durchgeführt eintragen")
    WRITE = "write", _("Protokoll schreiben")
    PRESENT = "present", _("Der Person vorlegen")
    CORRECT = "correct", _("Korrektur einarbeiten")
    RELEASE = "release", _("Protokoll freigeben")
    FOLLOW = "follow", _("Vereinbarungen nachhalten")
    SETTLE = "settle", _("Vereinbarung abhaken")
    CLOSE = "close", _("Konferenz abschließen")
    REVISE = "revise", _("Neue Fassung beginnen")
    RESTRICT = "restrict", _("Einwilligung ist widerrufen")
    RESTORE = "restore", _("Fortsetzen")


class CaseSide(Flag):
    """Who stands where towards a case conference; combined where the table says "or"."""

    OWNER = auto()
    COORDINATION = auto()
    KEEPER = auto()
    PARTICIPANT = auto()
    SCHEDULER = auto()
    HOSTS = OWNER | COORDINATION


class CaseRule(NamedTuple):
    """Who takes a step, and where it leads."""

    side: CaseSide
    target: CaseState


_S, _H = CaseState, CaseSide.HOSTS
_BEFORE = (_S.PROPOSED, _S.CONSENT_PENDING, _S.SCHEDULING, _S.INVITED)
FINISHED = frozenset({_S.CLOSED, _S.CLOSED_NO_CONSENT, _S.CANCELLED})
_OPEN = tuple(state for state in CaseState if state not in FINISHED | {_S.RESTRICTED})


def _stay(
    step: CaseStep, states: tuple[CaseState, ...], side: CaseSide
) -> dict[tuple[CaseState, CaseStep], CaseRule]:
    """Rows for a step that leaves the state as it is."""
    return {(state, step): CaseRule(side, state) for state in states}


CASE_STEPS: dict[tuple[CaseState, CaseStep], CaseRule] = {
    **_stay(CaseStep.EDIT, (_S.PROPOSED, _S.CONSENT_PENDING, _S.SCHEDULING), _H),
    (_S.PROPOSED, CaseStep.INFORM): CaseRule(CaseSide.OWNER, _S.CONSENT_PENDING),
    (_S.PROPOSED, CaseStep.GO_ANONYMOUS): CaseRule(CaseSide.OWNER, _S.SCHEDULING),
    (_S.CONSENT_PENDING, CaseStep.CONSENT): CaseRule(CaseSide.OWNER, _S.SCHEDULING),
    (_S.CONSENT_PENDING, CaseStep.REFUSE): CaseRule(CaseSide.OWNER, _S.CLOSED_NO_CONSENT),
    **_stay(CaseStep.ADD_PERSON, (_S.PROPOSED, _S.CONSENT_PENDING, _S.SCHEDULING), _H),
    **_stay(CaseStep.REMOVE_PERSON, (_S.PROPOSED, _S.CONSENT_PENDING, _S.SCHEDULING), _H),
    **_stay(CaseStep.APPROVE_PERSON, (_S.CONSENT_PENDING, _S.SCHEDULING), CaseSide.OWNER),
    **_stay(CaseStep.POLL, (_S.SCHEDULING,), _H),
    **_stay(CaseStep.ANSWER_POLL, (_S.SCHEDULING,), CaseSide.PARTICIPANT),
    (_S.SCHEDULING, CaseStep.INVITE): CaseRule(_H, _S.INVITED),
    **_stay(CaseStep.ANSWER, (_S.INVITED,), CaseSide.PARTICIPANT),
    (_S.INVITED, CaseStep.POSTPONE): CaseRule(_H, _S.SCHEDULING),
    **{(state, CaseStep.CANCEL): CaseRule(_H, _S.CANCELLED) for state in _BEFORE},
    **_stay(CaseStep.ATTEND, (_S.INVITED, _S.HELD, _S.MINUTES_DRAFT), _H | CaseSide.KEEPER),
    (_S.INVITED, CaseStep.HOLD): CaseRule(_H | CaseSide.KEEPER, _S.HELD),
    (_S.HELD, CaseStep.WRITE): CaseRule(_H | CaseSide.KEEPER, _S.MINUTES_DRAFT),
    (_S.MINUTES_DRAFT, CaseStep.WRITE): CaseRule(_H | CaseSide.KEEPER, _S.MINUTES_DRAFT),
    (_S.MINUTES_DRAFT, CaseStep.PRESENT): CaseRule(_H | CaseSide.KEEPER, _S.CLIENT_REVIEW),
    (_S.CLIENT_REVIEW, CaseStep.CORRECT): CaseRule(_H | CaseSide.KEEPER, _S.MINUTES_DRAFT),
    (_S.CLIENT_REVIEW, CaseStep.RELEASE): CaseRule(_H | CaseSide.SCHEDULER, _S.MINUTES_RELEASED),
    (_S.MINUTES_RELEASED, CaseStep.FOLLOW): CaseRule(_H, _S.FOLLOW_UP),
    **_stay(CaseStep.SETTLE, (_S.MINUTES_RELEASED, _S.FOLLOW_UP), _H),
    (_S.MINUTES_RELEASED, CaseStep.REVISE): CaseRule(_H, _S.MINUTES_DRAFT),
    (_S.FOLLOW_UP, CaseStep.REVISE): CaseRule(_H, _S.MINUTES_DRAFT),
    (_S.FOLLOW_UP, CaseStep.CLOSE): CaseRule(_H, _S.CLOSED),
    **{
        (state, CaseStep.RESTRICT): CaseRule(CaseSide.OWNER | CaseSide.SCHEDULER, _S.RESTRICTED)
        for state in _OPEN
    },
    (_S.RESTRICTED, CaseStep.RESTORE): CaseRule(CaseSide.OWNER, _S.SCHEDULING),
    (_S.RESTRICTED, CaseStep.CLOSE): CaseRule(CaseSide.OWNER, _S.CLOSED),
}
"""(state, step) leads, taken by a side, to a state; RESTORE leads back to where it was."""

SHARED = frozenset(
    {
        _S.SCHEDULING,
        _S.INVITED,
        _S.HELD,
        _S.MINUTES_DRAFT,
        _S.CLIENT_REVIEW,
        _S.MINUTES_RELEASED,
        _S.FOLLOW_UP,
        _S.CLOSED,
        _S.CANCELLED,
    }
)
"""States in which other facilities than the owner's see the conference at all."""

DRAFTING = frozenset({_S.HELD, _S.MINUTES_DRAFT, _S.CLIENT_REVIEW})
"""States in which the minutes are read only by those who write them."""

RELEASED = frozenset({_S.MINUTES_RELEASED, _S.FOLLOW_UP, _S.CLOSED})
"""States in which released minutes are the latest word."""

PATH = (
    _S.PROPOSED,
    _S.CONSENT_PENDING,
    _S.SCHEDULING,
    _S.INVITED,
    _S.HELD,
    _S.MINUTES_DRAFT,
    _S.CLIENT_REVIEW,
    _S.MINUTES_RELEASED,
    _S.FOLLOW_UP,
    _S.CLOSED,
)
"""The straight way, as the page shows it."""


def case_diagram() -> str:
    """The table as a Mermaid state diagram."""
    arrows = [
        f"    {origin.value} --> {rule.target.value}: {step.value}"
        for (origin, step), rule in CASE_STEPS.items()
        if origin != rule.target
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {_S.PROPOSED.value}", *arrows])
