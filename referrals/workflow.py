"""The life of an inquiry, as data: which side may take which step from where."""

from __future__ import annotations

from enum import Flag, auto
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where an inquiry stands."""

    DRAFT = "draft", _("Entwurf")
    REQUESTED = "requested", _("angefragt")
    IN_REVIEW = "in_review", _("in Prüfung")
    QUERY = "query", _("Rückfrage")
    WAITLISTED = "waitlisted", _("Warteliste")
    OFFERED = "offered", _("angeboten")
    INTRODUCED = "introduced", _("Kennenlernen")
    CONFIRMED = "confirmed", _("zugesagt")
    ARRIVED = "arrived", _("angekommen")
    COMPLETED = "completed", _("abgeschlossen")
    DECLINED = "declined", _("abgelehnt")
    WITHDRAWN = "withdrawn", _("zurückgezogen")
    EXPIRED = "expired", _("ohne Antwort abgelaufen")
    SUPERSEDED = "superseded", _("anderweitig versorgt")
    FAILED = "failed", _("nicht zustande gekommen")
    ENTERED_IN_ERROR = "entered_in_error", _("irrtümlich angelegt")


class Step(TextChoices):
    """What can be done with an inquiry; the labels are what a button says."""

    DISCARD = "discard", _("Entwurf verwerfen")
    SEND = "send", _("Anfrage senden")
    CLAIM = "claim", _("Übernehmen")
    ASK = "ask", _("Rückfrage stellen")
    ANSWER = "answer", _("Rückfrage beantworten")
    TAKE_BACK = "take_back", _("Rückfrage zurücknehmen")
    WAITLIST = "waitlist", _("Auf die Warteliste setzen")
    NEWS = "news", _("Neuen Stand melden")
    OFFER = "offer", _("Platz anbieten")
    EXTEND = "extend", _("Angebot verlängern")
    RETRACT = "retract", _("Angebot zurücknehmen")
    INTRODUCE = "introduce", _("Kennenlernen vereinbaren")
    CONFIRM = "confirm", _("Angebot zusagen")
    SCHEDULE = "schedule", _("Ersten Termin eintragen")
    RESCHEDULE = "reschedule", _("Termin verschieben")
    CANCEL = "cancel", _("Termin absagen")
    MISS = "miss", _("Termin nicht wahrgenommen")
    ATTEMPT = "attempt", _("Kontaktversuch festhalten")
    CONTACT = "contact", _("Ersten Kontakt eintragen")
    COMPLETE = "complete", _("Abschließen")
    DECLINE = "decline", _("Absagen")
    AMEND = "amend", _("Angaben ändern")
    REASSIGN = "reassign", _("Neu zuweisen")
    WITHDRAW = "withdraw", _("Anfrage zurückziehen")
    EXPIRE = "expire", _("Ablaufen lassen")
    FAIL = "fail", _("Nicht zustande gekommen")
    REOPEN = "reopen", _("Erneut anfragen")
    REVIVE = "revive", _("Nachfragen, ob noch benötigt")
    UNDO_CONTACT = "undo_contact", _("Ersten Kontakt zurücknehmen")
    MARK_ERROR = "mark_error", _("Als irrtümlich kennzeichnen")
    SUPERSEDE = "supersede", _("Anderweitig versorgt")
    CLOSE_SERVICE = "close_service", _("Angebot eingestellt")
    END_CASE = "end_case", _("Fall beendet")


class Side(Flag):
    """Who stands where towards an inquiry; combined where the table says "either"."""

    SENDER = auto()
    RECEIVER = auto()
    LEAD = auto()
    SCHEDULER = auto()
    DATA_PROTECTION = auto()
    EITHER = SENDER | RECEIVER


class Rule(NamedTuple):
    """Who takes a step, and where it leads; None means that the draft is deleted."""

    side: Side
    target: State | None


OPEN = frozenset(
    {
        State.DRAFT,
        State.REQUESTED,
        State.IN_REVIEW,
        State.QUERY,
        State.WAITLISTED,
        State.OFFERED,
        State.INTRODUCED,
        State.CONFIRMED,
        State.ARRIVED,
    }
)
FINAL = frozenset(State) - OPEN
TAKEN = frozenset({State.CONFIRMED, State.ARRIVED, State.COMPLETED})
BEFORE_ARRIVAL = OPEN - {State.ARRIVED}
SENT = BEFORE_ARRIVAL - {State.DRAFT}
UNDECIDED = SENT - {State.CONFIRMED}

_S, _R = Side.SENDER, Side.RECEIVER
_WAITING = (State.REQUESTED, State.IN_REVIEW, State.QUERY)


def _rows(
    step: Step, states: frozenset[State] | tuple[State, ...], side: Side, target: State | None
) -> dict[tuple[State, Step], Rule]:
    """One row of the table for each state; ``target`` None keeps the state."""
    return {(state, step): Rule(side, target or state) for state in State if state in states}


STEPS: dict[tuple[State, Step], Rule] = {
    (State.DRAFT, Step.DISCARD): Rule(_S | Side.SCHEDULER, None),
    (State.DRAFT, Step.SEND): Rule(_S, State.REQUESTED),
    (State.REQUESTED, Step.CLAIM): Rule(_R, State.IN_REVIEW),
    **_rows(Step.ASK, (State.REQUESTED, State.IN_REVIEW, State.WAITLISTED), _R, State.QUERY),
    (State.QUERY, Step.ANSWER): Rule(_S, State.IN_REVIEW),
    (State.QUERY, Step.TAKE_BACK): Rule(_R, State.IN_REVIEW),
    **_rows(Step.WAITLIST, _WAITING, _R, State.WAITLISTED),
    (State.WAITLISTED, Step.NEWS): Rule(_R, State.WAITLISTED),
    **_rows(Step.OFFER, (*_WAITING, State.WAITLISTED, State.INTRODUCED), _R, State.OFFERED),
    (State.OFFERED, Step.EXTEND): Rule(_R, State.OFFERED),
    (State.OFFERED, Step.RETRACT): Rule(_R, State.IN_REVIEW),
    **_rows(Step.INTRODUCE, (State.OFFERED, State.IN_REVIEW), _S, State.INTRODUCED),
    (State.OFFERED, Step.CONFIRM): Rule(_S, State.CONFIRMED),
    (State.CONFIRMED, Step.SCHEDULE): Rule(Side.EITHER, State.CONFIRMED),
    (State.CONFIRMED, Step.RESCHEDULE): Rule(Side.EITHER, State.CONFIRMED),
    (State.CONFIRMED, Step.CANCEL): Rule(Side.EITHER, State.CONFIRMED),
    (State.CONFIRMED, Step.MISS): Rule(Side.EITHER, State.CONFIRMED),
    (State.CONFIRMED, Step.ATTEMPT): Rule(_R, State.CONFIRMED),
    (State.CONFIRMED, Step.CONTACT): Rule(_R, State.ARRIVED),
    (State.ARRIVED, Step.COMPLETE): Rule(_R | Side.SCHEDULER, State.COMPLETED),
    **_rows(Step.DECLINE, (*_WAITING, State.WAITLISTED, State.INTRODUCED), _R, State.DECLINED),
    **_rows(Step.AMEND, SENT, _S, None),
    **_rows(Step.REASSIGN, SENT | {State.ARRIVED}, Side.LEAD, None),
    **_rows(Step.WITHDRAW, BEFORE_ARRIVAL, _S, State.WITHDRAWN),
    **_rows(
        Step.EXPIRE,
        (*_WAITING, State.OFFERED, State.INTRODUCED),
        Side.SCHEDULER,
        State.EXPIRED,
    ),
    (State.CONFIRMED, Step.FAIL): Rule(Side.EITHER, State.FAILED),
    **_rows(Step.REOPEN, (State.DECLINED, State.EXPIRED, State.SUPERSEDED), _S, State.REQUESTED),
    (State.EXPIRED, Step.REVIVE): Rule(_R, State.QUERY),
    (State.ARRIVED, Step.UNDO_CONTACT): Rule(_R, State.CONFIRMED),
    **_rows(
        Step.MARK_ERROR,
        frozenset(State) - {State.ENTERED_IN_ERROR},
        _S | Side.DATA_PROTECTION,
        State.ENTERED_IN_ERROR,
    ),
}
"""The table of docs/inquiry-states.md: (state, step) leads, taken by a side, to a state."""

CONSEQUENCES: dict[tuple[State, Step], State] = {
    **{(state, Step.SUPERSEDE): State.SUPERSEDED for state in State if state in UNDECIDED},
    (State.DRAFT, Step.SUPERSEDE): State.SUPERSEDED,
    **{(state, Step.CLOSE_SERVICE): State.EXPIRED for state in State if state in UNDECIDED},
    **{(state, Step.END_CASE): State.WITHDRAWN for state in State if state in OPEN},
}
"""What happens to an inquiry because something else happened; nobody presses these."""


class Kind(TextChoices):
    """What a referral is for."""

    NEW = "new", _("neu")
    RETURN = "return", _("Rückkehr")
    CRISIS_ADMISSION = "crisis_admission", _("Krisenaufnahme")
    EMERGENCY_CONTACT = "emergency_contact", _("Notfallkontakt")


DIRECT = frozenset({Kind.RETURN, Kind.EMERGENCY_CONTACT})
"""Kinds that ask one known service under a release: identity is open from the sending on."""

DIRECT_STEPS: dict[tuple[State, Step], Rule] = {
    **{
        key: rule
        for key, rule in STEPS.items()
        if key[1]
        not in {
            Step.CLAIM,
            Step.ASK,
            Step.ANSWER,
            Step.TAKE_BACK,
            Step.WAITLIST,
            Step.NEWS,
            Step.OFFER,
            Step.EXTEND,
            Step.RETRACT,
            Step.INTRODUCE,
            Step.CONFIRM,
            Step.REVIVE,
        }
    },
    (State.REQUESTED, Step.CONFIRM): Rule(_R, State.CONFIRMED),
}
"""The shorter table of the direct kinds: the known service itself confirms."""

DUE_SIDE: dict[State, Side] = {
    State.DRAFT: _S,
    State.REQUESTED: _R,
    State.IN_REVIEW: _R,
    State.QUERY: _S,
    State.WAITLISTED: _R,
    State.OFFERED: _S,
    State.INTRODUCED: _R,
    State.CONFIRMED: _R,
    State.ARRIVED: _R,
}
"""Who owns the next step of an open inquiry."""


def rule(kind: Kind | str, state: State | str, step: Step) -> Rule | None:
    """The row of the table for this kind of referral, or None when the table has none."""
    table = DIRECT_STEPS if Kind(kind) in DIRECT else STEPS
    return table.get((State(state), step))


def diagram() -> str:
    """The table as a Mermaid state diagram, for docs/inquiry-states.md."""
    arrows = [
        f"    {origin.value} --> {target.value if target else '[*]'}: {step.value}"
        for (origin, step), (_side, target) in STEPS.items()
    ]
    effects = [
        f"    {origin.value} --> {target.value}: ({step.value})"
        for (origin, step), target in CONSEQUENCES.items()
    ]
    return "\n".join(["stateDiagram-v2", "    [*] --> draft", *arrows, *effects])
