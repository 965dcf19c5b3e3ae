"""The report of a trial or of a run as a page shows it: counted, filtered, in parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.importing.run import WORDS, Line, Outcome, Report
from network.importing.trial import Detail, details

SIZE = 100
LOOK = "look"
_TONES = {Outcome.NEW: "ok", Outcome.CHANGED: "wait", Outcome.SAME: "calm"}
_ICONS = {Outcome.NEW: "add", Outcome.CHANGED: "pen", Outcome.SAME: "tick"}
_TABS = (("", _("alle")), ("new", _("neu")), ("changed", _("geändert")), ("same", _("unverändert")))


@dataclass(frozen=True)
class Shown:
    """The part of a report that one page shows; ``more`` is the number of the next row or 0."""

    rows: list[tuple[Line, dict[str, object], Detail | None]]
    tabs: list[tuple[str, object, int, bool]]
    aside: list[str]
    gone: list[str]
    more: int


def stored(report: Mapping[str, Any]) -> Report:
    """The report that an upload keeps."""
    lines = [
        Line(
            each["number"],
            each["name"],
            Outcome(each["outcome"]),
            tuple(each["reasons"]),
            tuple(each["notes"]),
            each["slug"],
        )
        for each in report.get("lines", [])
    ]
    return Report(lines, list(report.get("aside", [])), list(report.get("gone", [])))


def shown(report: Report, kind: str, start: str) -> Shown:
    """Rows of ``kind`` from number ``start``; anything unknown shows all from the beginning."""
    counts = report.counts
    tabs = [(key, word, counts[key] if key else len(report.lines)) for key, word in _TABS]
    tabs.append((LOOK, _("bitte ansehen"), counts[LOOK]))
    kind = kind if kind in {key for key, _word, _count in tabs} else ""
    first = int(start) if start.isascii() and start.isdigit() else 0
    lines = [line for line in report.lines if _is(line, kind)]
    rows = [line for line in lines if line.number >= first]
    return Shown(
        rows=_rows(rows[:SIZE]),
        tabs=[(key, word, count, key == kind) for key, word, count in tabs],
        aside=report.aside,
        gone=report.gone,
        more=rows[SIZE].number if len(rows) > SIZE else 0,
    )


def _rows(lines: list[Line]) -> list[tuple[Line, dict[str, object], Detail | None]]:
    """Only what is shown is put into words; who sees the page coordinates the region."""
    told = details([line.trial for line in lines], confidential=True)
    return [(line, _pill(line), detail) for line, detail in zip(lines, told, strict=True)]


def _is(line: Line, kind: str) -> bool:
    return bool(line.reasons) if kind == LOOK else kind in ("", line.outcome.value)


def _pill(line: Line) -> dict[str, object]:
    outcome = line.outcome
    return {"word": WORDS[outcome], "icon": _ICONS[outcome], "tone": _TONES[outcome]}
