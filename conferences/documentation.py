"""The two state tables as pages of docs/, for coordinators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Flag
from typing import Any

from django.utils.translation import override

from conferences.meeting_workflow import MEETING_STEPS, MeetingSide, MeetingState, meeting_diagram
from conferences.workflow import CASE_STEPS, CaseSide, CaseState, case_diagram
from core.documentation import table

CASE_SIDES = {
    CaseSide.OWNER: "vorschlagende Einrichtung",
    CaseSide.COORDINATION: "Koordination am Tisch",
    CaseSide.KEEPER: "Protokoll",
    CaseSide.PARTICIPANT: "Teilnehmende",
    CaseSide.SCHEDULER: "Zeitplan",
}
MEETING_SIDES = {MeetingSide.OFFICE: "Geschäftsstelle", MeetingSide.SEAT: "Sitz im Gremium"}
HEAD = "# {title}\n\nWritten by `manage.py write_docs` from `{module}`; edit the table there.\n"


def conference_states() -> str:
    """The life of a case conference."""
    rows = (
        (CaseState(state), f"`{step.value}` {step.label}", _who(rule.side, CASE_SIDES), rule.target)
        for (state, step), rule in CASE_STEPS.items()
    )
    return _page("The states of a case conference", "conferences.workflow", case_diagram, rows)


def meeting_states() -> str:
    """The life of a committee meeting."""
    rows = (
        (
            MeetingState(state),
            f"`{step.value}` {step.label}",
            _who(rule.side, MEETING_SIDES),
            rule.target,
        )
        for (state, step), rule in MEETING_STEPS.items()
    )
    module = "conferences.meeting_workflow"
    return _page("The states of a committee meeting", module, meeting_diagram, rows)


def _who(side: Flag, words: Mapping[Any, str]) -> str:
    return " oder ".join(word for part, word in words.items() if part in side)


def _named(state: Any) -> str:
    return f"`{state.value}` {state.label}"


def _page(title: str, module: str, diagram: Callable[[], str], rows: Iterable[Any]) -> str:
    head = HEAD.format(title=title, module=module)
    with override("de"):
        cells = [(_named(origin), step, who, _named(target)) for origin, step, who, target in rows]
    drawn = f"```mermaid\n{diagram()}\n```"
    return "\n".join([head, drawn, "", table(("von", "Schritt", "wer", "nach"), cells)])


DOCUMENTS: dict[str, Callable[[], str]] = {
    "docs/conference-states.md": conference_states,
    "docs/meeting-states.md": meeting_states,
}
