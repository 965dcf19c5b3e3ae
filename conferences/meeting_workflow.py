"""The life of a committee meeting: who may take which step from where."""

from __future__ import annotations

from enum import Flag, auto
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingState(TextChoices):
    """Where a committee meeting stands."""

    PLANNED = "planned", _("geplant")
    INVITED = "invited", _("eingeladen")
    HELD = "held", _("durchgeführt")
    MINUTES_DRAFT = "minutes_draft", _("Protokoll im Entwurf")
    MINUTES_APPROVED = "minutes_approved", _("Protokoll genehmigt")
    PUBLISHED = "published", _("veröffentlicht")
    CANCELLED = "cancelled", _("abgesagt")
    POSTPONED = "postponed", _("verschoben")


class MeetingStep(TextChoices):
    """What can be done with a meeting; the labels are what a button says."""

    EDIT = "edit", _("Angaben ändern")
    ADD_ITEM = "add_item", _("Punkt aufnehmen")
    PROPOSE_ITEM = "propose_item", _("Thema vorschlagen")
    INVITE = "invite", _("Einladung verschicken")
    POSTPONE = "postpone", _("Verschieben")
    CANCEL = "cancel", _("Sitzung absagen")
    ATTEND = "attend", _("Anwesenheit festhalten")
    HOLD = "hold", _("Als durchgeführt eintragen")
    WRITE = "write", _("Ergebnis festhalten")
    RESOLVE = "resolve", _("Beschluss eintragen")
    AGREE = "agree", _("Maßnahme eintragen")
    SETTLE = "settle", _("Stand ändern")
    APPROVE = "approve", _("Protokoll genehmigen")
    PUBLISH = "publish", _("Veröffentlichen")
    REVISE = "revise", _("Neue Fassung beginnen")


class MeetingSide(Flag):
    """Who stands where towards a meeting."""

    OFFICE = auto()
    SEAT = auto()


class MeetingRule(NamedTuple):
    """Who takes a step, and where it leads."""

    side: MeetingSide
    target: MeetingState


_S, _O = MeetingState, MeetingSide.OFFICE
BEFORE = (_S.PLANNED, _S.INVITED, _S.POSTPONED)
"""States of a meeting that is still to come."""
_RECORDING = (_S.HELD, _S.MINUTES_DRAFT)


def _stay(
    step: MeetingStep, states: tuple[MeetingState, ...], side: MeetingSide = _O
) -> dict[tuple[MeetingState, MeetingStep], MeetingRule]:
    """Rows for a step that leaves the state as it is."""
    return {(state, step): MeetingRule(side, state) for state in states}


MEETING_STEPS: dict[tuple[MeetingState, MeetingStep], MeetingRule] = {
    **_stay(MeetingStep.EDIT, (_S.PLANNED, _S.POSTPONED)),
    **_stay(MeetingStep.ADD_ITEM, (*BEFORE, *_RECORDING)),
    **_stay(MeetingStep.PROPOSE_ITEM, BEFORE, MeetingSide.SEAT),
    (_S.PLANNED, MeetingStep.INVITE): MeetingRule(_O, _S.INVITED),
    (_S.POSTPONED, MeetingStep.INVITE): MeetingRule(_O, _S.INVITED),
    (_S.PLANNED, MeetingStep.CANCEL): MeetingRule(_O, _S.CANCELLED),
    (_S.INVITED, MeetingStep.CANCEL): MeetingRule(_O, _S.CANCELLED),
    (_S.POSTPONED, MeetingStep.CANCEL): MeetingRule(_O, _S.CANCELLED),
    (_S.INVITED, MeetingStep.POSTPONE): MeetingRule(_O, _S.POSTPONED),
    **_stay(MeetingStep.ATTEND, (_S.INVITED, *_RECORDING)),
    (_S.INVITED, MeetingStep.HOLD): MeetingRule(_O, _S.HELD),
    **{(state, MeetingStep.WRITE): MeetingRule(_O, _S.MINUTES_DRAFT) for state in _RECORDING},
    **{(state, MeetingStep.RESOLVE): MeetingRule(_O, _S.MINUTES_DRAFT) for state in _RECORDING},
    **{(state, MeetingStep.AGREE): MeetingRule(_O, _S.MINUTES_DRAFT) for state in _RECORDING},
    **_stay(MeetingStep.SETTLE, tuple(MeetingState)),
    (_S.MINUTES_DRAFT, MeetingStep.APPROVE): MeetingRule(_O, _S.MINUTES_APPROVED),
    (_S.MINUTES_APPROVED, MeetingStep.PUBLISH): MeetingRule(_O, _S.PUBLISHED),
    (_S.MINUTES_APPROVED, MeetingStep.REVISE): MeetingRule(_O, _S.MINUTES_DRAFT),
    (_S.PUBLISHED, MeetingStep.REVISE): MeetingRule(_O, _S.MINUTES_DRAFT),
}
"""(state, step) leads, taken by a side, to a state."""


def meeting_diagram() -> str:
    """The table as a Mermaid state diagram."""
    arrows = [
        f"    {origin.value} --> {rule.target.value}: {step.value}"
        for (origin, step), rule in MEETING_STEPS.items()
        if origin != rule.target
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {_S.PLANNED.value}", *arrows])
