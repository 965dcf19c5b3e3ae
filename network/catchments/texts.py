"""An area in words: the names in it that we know; the rest stays words."""

import re
from dataclasses import dataclass

from network.models import Area
from network.responsibility.place import key
from network.services.catchments import Book

_BRACKETS = re.compile(r"\(([^)]*)\)")
_CUT = re.compile(r"\s*(?:[,;/]|\bund\b|\bsowie\b)\s*")
_PART = re.compile(
    r"(?:de[rmn]|die|das)?\s*(?P<which>\w+)\s+Teil(?:e|en|s)?\s+(?:von\s+)?(?P<name>.+)", re.I
)
_WHOLE = re.compile(r"(?:ganz|gesamt\w*|alle\s+\w+\s+von)\s+", re.I)
_ARTICLE = re.compile(r"^(?:de[rmns]|die|das)\s+", re.I)


@dataclass(frozen=True)
class Piece:
    """One area of a text, or the words that name none; a condition cannot be decided."""

    words: str
    area: Area | None = None
    condition: str = ""


def names_in(text: str) -> list[str]:
    """The parts of an enumeration, each as it is written."""
    bare = _BRACKETS.sub(" ", text)
    return [_ARTICLE.sub("", part.strip()) for part in _CUT.split(bare) if part.strip()]


def pieces(text: str, book: Book, beside: frozenset[str]) -> list[Piece]:
    """What ``text`` says; ``beside`` are the names that the same kind of list uses elsewhere."""
    condition = "; ".join(each.strip() for each in _BRACKETS.findall(text))
    found: list[Piece] = []
    for part in names_in(text):
        found += _read(part, book, beside, condition)
    return found


def _read(part: str, book: Book, beside: frozenset[str], condition: str) -> list[Piece]:
    if match := _PART.fullmatch(part):
        area = _one(_nominative(match["name"], book), book, beside)
        return [Piece(part, area, "; ".join(filter(None, [part, condition])) if area else "")]
    bare = _WHOLE.sub("", part)
    if area := _one(bare, book, beside):
        return [Piece(part, area, condition)]
    halves = [_one(half, book, beside) for half in bare.split("-")]
    if len(halves) > 1 and all(halves):
        return [Piece(part, area, condition) for area in halves]
    return [Piece(part, None, condition)]


def _one(name: str, book: Book, beside: frozenset[str]) -> Area | None:
    """The area that is meant: the old part where its neighbours are named, else the Bezirk."""
    if name.lower().startswith("bezirk "):
        found = book.called(name[len("bezirk ") :], Area.Level.BOROUGH)
    else:
        found = book.called(name)
    if len(found) == 2 and found[0] != found[1]:
        inner = next((area for area in found if area.parent in found), None)
        if inner is not None and inner.parent is not None:
            parts = [area for area in book.areas if area.parent_id == inner.parent_id]
            others = {key(area.name) for area in parts} - {key(name)}
            return inner if others & beside else inner.parent
    return found[0] if len(found) == 1 else None


def _nominative(name: str, book: Book) -> str:
    """ "Charlottenburgs" is Charlottenburg, when only that is known."""
    if not book.called(name) and name.endswith("s") and book.called(name[:-1]):
        return name[:-1]
    return name
