"""A question to the directory as the address of a page has it: read, and written again."""

from urllib.parse import urlencode

from django.http import QueryDict

from network.directory import BY_DISTANCE, BY_OPENING, BY_RELEVANCE, RANKED, Ask
from network.search.marks import GROUPS

RADII = (2, 5, 10, 25, 50)
"""Kilometres around a place."""

_ORDERS = frozenset({BY_RELEVANCE, BY_DISTANCE, BY_OPENING})
_LONGEST = 200


def read(query: QueryDict) -> Ask:
    """What ``query`` asks; a wrong parameter is left out, never an error."""
    radius, order = _number(query.get("umkreis", "")), query.get("sortiert", "")
    return Ask(
        text=clean(query.get("q", "")),
        place=clean(query.get("ort", "")),
        ticks={group: frozenset(map(clean, query.getlist(group))) - {""} for group in GROUPS},
        start=_number(query.get("nach", "")),
        radius=radius if radius in RADII else None,
        order=order if order in _ORDERS else BY_RELEVANCE,
    )


def written(ask: Ask) -> str:
    """Words, place and ticks, always in the same order; no region, order or page."""
    words = [("q", ask.text), ("ort", ask.place), ("umkreis", str(ask.radius or ""))]
    ticks = [(group, each) for group in GROUPS for each in sorted(ask.ticks[group])]
    return urlencode([(name, text) for name, text in [*words, *ticks] if text])


def clean(text: str) -> str:
    """One parameter as it may be asked for."""
    return text.replace("\0", "").strip()[:_LONGEST]


def _number(text: str) -> int:
    return min(int(text), RANKED) if text.isascii() and text.isdigit() and len(text) < 6 else 0
