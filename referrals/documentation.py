"""The state table as a page for coordinators: docs/inquiry-states.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.translation import override

from referrals.workflow import CONSEQUENCES, DUE_SIDE, STEPS, Side, State, Step, diagram

SIDES = {
    Side.SENDER: "anfragende Seite",
    Side.RECEIVER: "angefragte Seite",
    Side.LEAD: "Leitung der angefragten Seite",
    Side.SCHEDULER: "Zeitplan",
    Side.DATA_PROTECTION: "Datenschutz",
}

HEAD = """# The states of an inquiry

Written by `manage.py write_docs` from `referrals.workflow`; edit the table there.
Rückkehr and Notfallkontakt use a shorter table: the known service confirms at once.
"""


def inquiry_states() -> str:
    """The whole page: diagram, table of steps, consequences, owners of the next step."""
    with override("de"):
        parts = [HEAD, f"```mermaid\n{diagram()}\n```", _steps(), _consequences(), _owners()]
    return "\n\n".join(parts).replace("\n\n\n", "\n\n") + "\n"


def _who(side: Side) -> str:
    return " oder ".join(words for part, words in SIDES.items() if part & side)


def _table(title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [f"## {title}", "", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _named(state: State | None) -> str:
    return f"`{state.value}` {state.label}" if state else "gelöscht"


def _steps() -> str:
    rows = [
        (_named(origin), f"`{step.value}` {step.label}", _who(row.side), _named(row.target))
        for (origin, step), row in STEPS.items()
    ]
    return _table("Schritte", ("von", "Schritt", "wer", "nach"), rows)


def _consequences() -> str:
    rows = [
        (_named(origin), f"`{step.value}` {Step(step).label}", _named(target))
        for (origin, step), target in CONSEQUENCES.items()
    ]
    return _table("Folgen anderer Ereignisse", ("von", "Ereignis", "nach"), rows)


def _owners() -> str:
    rows = [(_named(state), _who(side)) for state, side in DUE_SIDE.items()]
    return _table("Wer den nächsten Schritt hat", ("Zustand", "wer"), rows)


DOCUMENTS: dict[str, Callable[[], str]] = {"docs/inquiry-states.md": inquiry_states}
