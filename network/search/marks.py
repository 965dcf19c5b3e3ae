"""What an entry can be narrowed by: its own words and figures as marks, group by group."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from network.audiences import audiences
from network.freshness import capacity_is_news
from network.models import Service

ACCESS = (
    "walk_in",
    "by_appointment",
    "without_referral",
    "with_referral",
    "outreach",
    "anonymous",
    "without_insurance",
)
GOOD = ("free", "barrier_free", "with_child", "without_german", "takes_requests")
GROUPS = ("jetzt", "art", "wer", "alter", "zugang", "gut", "kosten", "sprache", "bezirk")
EVERY_ONE = frozenset({"jetzt", "zugang", "gut"})
"""Groups whose ticks must all hold; in the others any of them will do."""

AGES = {"minor": (0, 17), "young": (18, 26), "adult": (27, 59), "old": (60, 120)}

YES = (*(set(ACCESS) - {"with_referral"}), *(set(GOOD) - {"free"}))
COLUMNS = (
    "id",
    "type",
    "target_groups",
    "age_from",
    "age_to",
    "languages",
    "cost",
    "capacity",
    "capacity_at",
    "district",
    "town",
    "postcode",
    "latitude",
    "longitude",
    "address_public",
    *sorted(YES),
)

_HOW = re.compile(r"\(.*?\)|\b(?:mit|nach|auf|bei|über|durch|per)\b.*")
"""What stands behind a language: "mit Sprachmittlung", "auf Anfrage"."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Candidate:
    """One entry that answers, and its marks."""

    id: UUID
    complete: bool
    near: bool
    marks: dict[str, frozenset[str]]


def candidate(row: Row) -> Candidate:
    """The marks of one row of ``COLUMNS`` with ``complete``, ``near`` and ``open_now``."""
    district = str(row["district"]) if row["address_public"] and row["district"] else ""
    return Candidate(
        id=row["id"],
        complete=bool(row["complete"]),
        near=bool(row["near"]),
        marks={
            "jetzt": frozenset({"open"} if row["open_now"] else ()),
            "art": frozenset({str(row["type"])}),
            "wer": audiences(str(row["target_groups"])),
            "alter": ages(row["age_from"], row["age_to"]),
            "zugang": _access(row),
            "gut": _good(row),
            "kosten": frozenset({str(row["cost"])} - {""}),
            "sprache": languages(str(row["languages"])),
            "bezirk": frozenset({district} - {""}),
        },
    )


def ages(first: int | None, last: int | None) -> frozenset[str]:
    """The age groups that an entry from ``first`` to ``last`` years takes; nothing known, none."""
    if first is None and last is None:
        return frozenset()
    low, high = first or 0, 120 if last is None else last
    return frozenset(key for key, (a, b) in AGES.items() if low <= b and a <= high)


@lru_cache(maxsize=4_000)
def languages(text: str) -> frozenset[str]:
    """The languages that ``text`` lists, one by one; how each comes about is left out."""
    listed = re.split(r"[,;/+&\n]|\b(?:und|oder|sowie)\b", text)
    words = (re.sub(r"[^\w -]", "", _HOW.sub("", each)).strip() for each in listed)
    named = (word for word in words if 2 < len(word) < 30 and not word.endswith("Sprachen"))
    return frozenset(word[:1].upper() + word[1:] for word in named)


def fits(each: Candidate, ticks: Mapping[str, frozenset[str]], *, without: str = "") -> bool:
    """Whether the entry has what is ticked; the group ``without`` is not asked."""
    for group, wanted in ticks.items():
        if not wanted or group == without:
            continue
        hit = wanted <= each.marks[group] if group in EVERY_ONE else wanted & each.marks[group]
        if not hit:
            return False
    return True


def counts(
    candidates: Sequence[Candidate], ticks: Mapping[str, frozenset[str]]
) -> dict[str, Counter[str]]:
    """How many would be left with one tick more, per group and value."""
    counted: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
    for each in candidates:
        missed = [group for group in ticks if not fits(each, {group: ticks[group]})]
        for group in GROUPS:
            own = {group} if group not in EVERY_ONE else set()
            if not set(missed) - own:
                counted[group].update(each.marks[group])
    return counted


def _access(row: Row) -> frozenset[str]:
    known = {name for name in ACCESS if name != "with_referral" and row[name]}
    return frozenset(known | ({"with_referral"} if row["without_referral"] is False else set()))


def _good(row: Row) -> frozenset[str]:
    known = {name for name in GOOD if name != "free" and row[name]}
    free = row["capacity"] == Service.Capacity.FREE and capacity_is_news(row["capacity_at"])
    return frozenset(known | ({"free"} if free else set()))
