"""Opening hours out of German text: structured only when every word of it was understood."""

import re
from dataclasses import dataclass, field
from itertools import combinations

from django.utils.translation import gettext as _

from network.opening import EVERY_DAY, HOLIDAY, Span

_DAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
_LONG = {
    "mo": "montag|monday|mon",
    "di": "dienstag|tuesday|tue|tu",
    "mi": "mittwoch|wednesday|wed|we",
    "do": "donnerstag|thursday|thu|th",
    "fr": "freitag|friday|fri",
    "sa": "samstag|sonnabend|saturday|sat",
    "so": "sonntag|sunday|sun|su",
}
_DAY = r"(?:mo|di|mi|do|fr|sa|so|ph)"
_DAY_LIST = rf"{_DAY}(?:\s*-\s*{_DAY})?(?:\s*[,/&+]?\s*{_DAY}(?:\s*-\s*{_DAY})?)*"
_TIME = r"\d{1,2}(?::\d{2})?"
_RANGE = rf"{_TIME}\s*-\s*{_TIME}~?"
_RANGES = rf"{_RANGE}(?:\s*[,+&]?\s*[+&]?\s*{_RANGE})*"
_CLAUSE = re.compile(rf"(?P<days>{_DAY_LIST}|täglich)\s*,?\s*(?P<times>{_RANGES}|immer)")
_BEHIND = re.compile(rf"(?P<times>{_RANGES})\s*\((?P<days>{_DAY_LIST}|täglich)\)")
_SIDE_NOTE = re.compile(
    rf"\b(?:letzter )?einlass(?: bis)? {_TIME}\b"
    rf"|\b{_DAY_LIST}\s+nach vereinbarung\b(?!\W*\d)"
    r"|(?:& |sonst |weitere |oder )*(?:(?:abend)?termine?n? )?nach (?:termin)?vereinbarung\b"
    r"|\bsonst anrufbeantworter\b|\bgeöffnet$"
    r"|^(?:öffnungszeiten?|offene sprech(?:stunden?|zeiten?)|geöffnet|opening hours)\b:?"
)
_NOT_ON_HOLIDAYS = re.compile(r"\(?\s*\b(?:außer|ausser|nicht) ph\b\s*\)?")
_CLOSED = re.compile(rf"\b(?P<days>{_DAY_LIST})\s*(?:geschlossen|ruhetag|off|closed)\b")
_NEXT_DAY = re.compile(
    r"(?<=\d)\s*(?:des|am) (?:darauf)?(?:folgenden |nächsten |folge)(?:tage?s?|morgens?)\b"
)
_ALWAYS = re.compile(r"rund um die uhr|durchgehend|24/7|24 ?(?:stunden|h|std)\b|tag [&+] nacht")
_ALWAYS_BESIDE = re.compile(
    r"täglich|mo-so|am tag|7 tage(?:/woche)?|(?:die|in der|pro) woche|(?:an )?365 tagen?|im jahr"
    r"|ganzjährig|auch|geöffnet"
    rf"|{_DAY_LIST}|\ban\b|[-,&;.()/]"
)
_MIN_OVERNIGHT_START = 12 * 60


_LONGEST = 1_000
"""Letters; nobody opens by more words, and the patterns would take minutes over a book."""


@dataclass(frozen=True)
class HoursReading:
    """The text as it stands, the spans it certainly means (or none), and why there are none."""

    raw: str
    spans: list[Span] = field(default_factory=list)
    problem: str = ""


def read_hours(raw: str) -> HoursReading:
    """Spans when every word of ``raw`` is understood and no two of them contradict."""
    if len(raw) > _LONGEST:
        return HoursReading(raw, problem=_("Öffnungszeiten nur als Text: zu lang"))
    text = _plain(raw)
    if not text:
        return HoursReading(raw)
    if _is_always(text):
        return HoursReading(raw, [Span(EVERY_DAY, 0, 24 * 60)])
    spans = _spans(text)
    if spans and not text.startswith("&") and not _overlap(spans):
        return HoursReading(raw, spans)
    return HoursReading(raw, problem=_("Öffnungszeiten nur als Text: „%(text)s“") % {"text": raw})


def _plain(raw: str) -> str:
    """Lower case, one dash, one way to write a day, a time and "and"."""
    text = " ".join(raw.lower().replace("|", ";").split())
    text = re.sub(r"[–—−‐]", "-", text)
    text = re.sub(r"\bsonn?-\s*(?:und|u\.|&)\s*(?=feiert)", "so ", text)
    text = re.sub(
        r"\b(?:an )?(?:gesetzlichen )?(?:feiertag(?:s|e|en)?\b|feiert\.|fei\b\.?)", "ph", text
    )
    text = re.sub(r"\b(?:am )?wochenenden?\b", "sa so", text)
    for short, long in _LONG.items():
        text = re.sub(rf"\b(?:{long})s?\b", short, text)
    text = re.sub(rf"\b({_DAY})\b\s*,?[.:,]+(?!\d)", lambda found: _divided(found), text)
    text = re.sub(rf"-\.(?={_DAY})|(?<=\s)\.(?=\d)", lambda found: found[0].strip("."), text)
    text = re.sub(r"\b(?:tgl\.?|taegl\.?|taeglich|jeden tag|daily)(?=\s)", "täglich", text)
    text = re.sub(rf"\b(?:jeden|wöchentlich) '?(?={_DAY}\b)", "", text)
    text = re.sub(r"(?<=\d)\.(?=\d{2}(?:\b|h))", ":", text)
    text = re.sub(r"\b(?:und|u\.|sowie)(?=\s)", "&", text)
    text = re.sub(r"\bn\.?\s?v\b\.?", "nach vereinbarung", text)
    text = re.sub(r"\bnach (?:tel\w*\.? )?absprache\b", "nach vereinbarung", text)
    text = re.sub(r"\bgeschl\b\.?", "geschlossen", text)
    text = re.sub(r"\s*\b(?:bis)\b\s*", "-", text) if "einlass" not in text else text
    text = re.sub(r"\bv\.(?=\s*\d)", "von ", text)
    text = re.sub(r"\b(?:von|uhr|je)\b\.?", " ", text) if "rund um" not in text else text
    return " ".join(text.split()).strip(" .;,")


def _divided(found: re.Match[str]) -> str:
    """A day and what stands behind it: "Mo." and "Mo:" bare, "Mo," with its comma."""
    return f"{found[1]}, " if "," in found[0] else f"{found[1]} "


def _is_always(text: str) -> bool:
    """Whether the text says day and night, every day, and nothing else."""
    rest, said = _ALWAYS.subn(" ", text)
    named = set(_days(rest)) if not re.search(r"mo-so|täglich|auch", rest) else set()
    return bool(said) and not named and not _ALWAYS_BESIDE.sub(" ", rest).strip()


def _spans(text: str) -> list[Span]:
    """The spans of ``text``; none as soon as a word of it is not understood."""
    text, no_holidays = _NOT_ON_HOLIDAYS.subn(" ", _SIDE_NOTE.sub(" ", text))
    closed = {HOLIDAY} if no_holidays else set()
    for match in _CLOSED.finditer(text):
        closed |= _days(match["days"])
    text = _NEXT_DAY.sub("~", _CLOSED.sub(" ", text))
    text = re.sub(r"(?<=\d)\s*h\b", " ", text)
    spans, rest = _clauses(text)
    return [] if rest else _without(spans, frozenset(closed))


def _without(spans: list[Span], closed: frozenset[int]) -> list[Span]:
    """Spans of every day less the closed ones; none where a named day is said to be closed."""
    if any(span.days & closed and span.days != EVERY_DAY for span in spans):
        return []
    return [Span(span.days - closed, span.start, span.end) for span in spans]


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
    return spans, re.sub(r"[\s,;.&+/]", "", text)


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
    for first, last, next_day in re.findall(rf"({_TIME})\s*-\s*({_TIME})(~?)", text):
        start, end = _minutes(first), _minutes(last)
        if start is None or end is None or start >= 24 * 60:
            return []
        if end <= start:
            if not next_day and (start < _MIN_OVERNIGHT_START or start == end):
                return []
            end += 24 * 60
        elif next_day:
            return []
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
