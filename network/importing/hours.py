"""Opening hours out of German text: structured only when every word of it was understood."""

import re
from dataclasses import dataclass, field
from itertools import combinations

from django.utils.translation import gettext as _

from network.opening import EVERY_DAY, HOLIDAY, Span

_DAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
_LONG = {
    "montag": "mo",
    "dienstag": "di",
    "mittwoch": "mi",
    "donnerstag": "do",
    "freitag": "fr",
    "samstag": "sa",
    "sonnabend": "sa",
    "sonntag": "so",
}
_DAY = r"(?:mo|di|mi|do|fr|sa|so|ph)"
_DAY_LIST = rf"{_DAY}(?:\s*-\s*{_DAY})?(?:\s*[,/&+]?\s*{_DAY}(?:\s*-\s*{_DAY})?)*"
_TIME = r"\d{1,2}(?::\d{2})?"
_RANGE = rf"{_TIME}\s*-\s*{_TIME}"
_RANGES = rf"{_RANGE}(?:\s*[,+&]?\s*{_RANGE})*"
_CLAUSE = re.compile(rf"(?P<days>{_DAY_LIST}|täglich)\s*(?P<times>{_RANGES}|immer)")
_BEHIND = re.compile(rf"(?P<times>{_RANGES})\s*\((?P<days>{_DAY_LIST}|täglich)\)")
_SIDE_NOTE = re.compile(
    rf"\b(?:letzter )?einlass(?: bis)? {_TIME}\b"
    r"|(?:& |sonst |weitere |oder )*(?:termine?n? )?nach (?:termin)?vereinbarung\b"
)
_ALWAYS = re.compile(
    r"(?:täglich )?(?:24 stunden,? )?rund um die uhr|durchgehend|24/7|24 stunden(?: täglich)?"
)
_MIN_OVERNIGHT_START = 12 * 60


@dataclass(frozen=True)
class HoursReading:
    """The text as it stands, the spans it certainly means (or none), and why there are none."""

    raw: str
    spans: list[Span] = field(default_factory=list)
    problem: str = ""


def read_hours(raw: str) -> HoursReading:
    """Spans when every word of ``raw`` is understood and no two of them contradict."""
    text = _plain(raw)
    if not text:
        return HoursReading(raw)
    if _ALWAYS.fullmatch(text):
        return HoursReading(raw, [Span(EVERY_DAY, 0, 24 * 60)])
    spans, rest = _clauses(_SIDE_NOTE.sub(" ", text))
    if spans and not rest and not text.startswith("&") and not _overlap(spans):
        return HoursReading(raw, spans)
    return HoursReading(raw, problem=_("Öffnungszeiten nur als Text: „%(text)s“") % {"text": raw})


def _plain(raw: str) -> str:
    """Lower case, one dash, one way to write a day, a time and "and"."""
    text = " ".join(raw.lower().split())
    text = re.sub(r"[–—−]", "-", text)
    text = re.sub(r"\b(?:an )?feiertag(?:s|e|en)?\b", "ph", text)
    for long, short in _LONG.items():
        text = re.sub(rf"\b{long}s?\b", short, text)
    text = re.sub(rf"\b({_DAY})\b\s*[.:]+(?!\d)", r"\1 ", text)
    text = re.sub(r"\b(?:tgl\.?|jeden tag)(?=\s)", "täglich", text)
    text = re.sub(r"(?<=\d)\.(?=\d{2}\b)", ":", text)
    text = re.sub(r"\b(?:und|u\.|sowie)(?=\s)", "&", text)
    text = re.sub(r"\s*\b(?:bis)\b\s*", "-", text) if "einlass" not in text else text
    text = re.sub(r"\b(?:von|uhr|je)\b\.?", " ", text) if "rund um" not in text else text
    return " ".join(text.split()).strip(" .;,")


def _clauses(text: str) -> tuple[list[Span], str]:
    """The spans of every clause, and what is left of the text."""
    spans: list[Span] = []
    for pattern in (_BEHIND, _CLAUSE):
        for match in pattern.finditer(text):
            days = _days(match["days"])
            times = _times(match["times"])
            if not days or not times:
                return [], text
            spans += [Span(days, start, end) for start, end in times]
        text = pattern.sub(" ", text)
    return spans, re.sub(r"[\s,;.&+]", "", text)


def _days(text: str) -> frozenset[int]:
    if text == "täglich":
        return EVERY_DAY
    found: set[int] = set()
    for first, last in re.findall(rf"({_DAY})(?:\s*-\s*({_DAY}))?", text):
        if "ph" in (first, last):
            found.add(HOLIDAY)
            continue
        start, end = _DAYS.index(first), _DAYS.index(last or first)
        found |= {day % 7 for day in range(start, end + 1 if end >= start else end + 8)}
    return frozenset(found)


def _times(text: str) -> list[tuple[int, int]]:
    found = []
    for first, last in re.findall(rf"({_TIME})\s*-\s*({_TIME})", text):
        start, end = _minutes(first), _minutes(last)
        if start is None or end is None or start == end or start >= 24 * 60:
            return []
        if end < start:
            if start < _MIN_OVERNIGHT_START:
                return []
            end += 24 * 60
        found.append((start, end))
    return found


def _minutes(text: str) -> int | None:
    hour, _colon, minute = text.partition(":")
    total = int(hour) * 60 + int(minute or 0)
    return total if int(minute or 0) < 60 and total <= 24 * 60 else None


def _overlap(spans: list[Span]) -> bool:
    """Two spans on one day at one time: does the second replace or extend the first?"""
    return any(
        one.days & other.days and one.start < other.end and other.start < one.end
        for one, other in combinations(spans, 2)
    )
