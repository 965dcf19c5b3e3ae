"""Where the head of a table stands: one row, two rows of which one groups the other, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _

from network.importing.by_content import is_content
from network.importing.columns import is_sure, plain_words, recognise
from network.importing.errors import NotATable
from network.importing.fields import Field

_TITLE_ROWS = 40
_FEWEST, _SURE = 3, 0.5
_DATED = re.compile(r"stand\b.*\d", re.IGNORECASE)
_REACHED = re.compile(r"(?:so )?erreich(?:bar(?:keit)?|en)|kontakt")
_NUMBERS = (Field.PHONE, Field.FAX, Field.EMAIL, Field.WEBSITE, Field.REACH)
_OF_ANOTHER = (Field.ORGANISATION, Field.CONTACT, Field.INTERNAL, Field.OTHER_ADDRESS)
"""Groups whose name says of whom the columns below tell."""


@dataclass(frozen=True)
class Head:
    """The names of the columns, the rows they stand in, and whether any is one that we know."""

    names: list[str]
    first: int
    after: int
    sure: bool


def names_columns(cells: Sequence[str], most: float) -> set[Field]:
    """The fields that the filled ``cells`` name; none unless at least ``most`` of them do.

    There have to be three fields, and half of the names known as a whole.
    """
    filled = [cell for cell in cells if cell]
    if len(filled) < _FEWEST or sum(map(is_sure, filled)) < _SURE * len(filled):
        return set()
    named = [field for field in map(recognise, filled) if field]
    is_head = len(set(named)) >= _FEWEST and len(named) >= most * len(filled)
    return set(named) if is_head else set()


def find_head(lines: list[list[str]], known: set[str]) -> Head:
    """The rows most of whose cells are names of columns. Raises NotATable."""
    if not lines:
        raise NotATable(_("In der Datei steht keine Tabelle."))
    scores = [(_score(row, known), -place) for place, row in enumerate(lines[:_TITLE_ROWS])]
    score, place = max(scores)
    if score >= 2:
        return _grouped(lines, -place)
    return _unknown(lines)


def _unknown(lines: list[list[str]]) -> Head:
    """The first full row: names that we do not know, or already an entry."""
    width = max(map(len, lines[:_TITLE_ROWS]))
    full = (n for n, row in enumerate(lines[:_TITLE_ROWS]) if _count(row) >= 0.6 * width > 1)
    first = next(full, None)
    if first is not None and any(map(is_content, lines[first])):
        return Head([""] * width, first, first, sure=False)
    if first is None or not all(
        re.search(r"[^\W\d_]{2}", cell) for cell in filter(None, lines[first])
    ):
        raise NotATable(
            _("Keine Spalte der Datei heißt wie „Einrichtung“, „Straße“, „PLZ“ oder „Telefon“.")
        )
    return Head(lines[first], first, first + 1, sure=False)


def _grouped(lines: list[list[str]], place: int) -> Head:
    """The head at ``place`` together with the row of groups above it or of parts below it."""
    above = lines[place - 1] if place else []
    below = _own(lines[place + 1], lines[place]) if place + 1 < len(lines) else []
    if _is_part(below, lines[place]):
        return Head(_united(lines[place], below), place, place + 2, sure=True)
    if _is_group(above) and _count(above) <= _count(lines[place]) + 1:
        return Head(_united(above, lines[place]), place - 1, place + 1, sure=True)
    return Head(lines[place], place, place + 1, sure=True)


def _own(row: list[str], above: list[str]) -> list[str]:
    """The row without the cells that were merged with those above it."""
    wide = [*above, *[""] * (len(row) - len(above))]
    return ["" if cell == wide[place] else cell for place, cell in enumerate(row)]


def _is_group(row: list[str]) -> bool:
    cells = [cell for cell in row if cell]
    is_told = any(map(is_content, cells)) or any(map(_DATED.match, cells))
    return len(cells) > 1 and any(map(recognise, cells)) and not is_told


def _is_part(row: list[str], above: list[str]) -> bool:
    """Whether all cells name columns, at least one of them where the row above says nothing."""
    if _is_below(row, above):
        return True
    places = [place for place, cell in enumerate(row) if cell]
    bare = any(place >= len(above) or not above[place] for place in places)
    return len(places) > 1 and bare and all(recognise(row[place]) for place in places)


def _is_below(row: list[str], above: list[str]) -> bool:
    """Whether cells stand only below groups of several columns, half of them names we know."""
    places = [place for place, cell in enumerate(row) if cell]
    wide = [*above, *[""] * (len(row) - len(above)), "-"]
    fits = all(not wide[place] or not wide[place + 1] for place in places)
    names = _united(above, row)
    known = sum(bool(recognise(row[place]) or recognise(names[place])) for place in places)
    bare = any(not wide[place] for place in places)
    content = any(is_content(row[place]) for place in places)
    return len(places) > 1 and fits and bare and 2 * known >= len(places) and not content


def _united(groups: list[str], parts: list[str]) -> list[str]:
    """The name of each part, with its group where it says nothing alone or tells of another."""
    names, group = [], ""
    for above, part in zip_longest(groups, parts, fillvalue=""):
        group = above or group
        if not part:
            names.append(above)
        elif group and group != part and _needs_group(group, part):
            names.append(f"{group} {part}")
        else:
            names.append(part)
    return names


def _needs_group(group: str, part: str) -> bool:
    """Whether a column is understood by both names alone; "Erreichbarkeit" has numbers, too."""
    over, own = recognise(group), recognise(part)
    if over is Field.HOURS and _REACHED.match(plain_words(group)):
        return own not in _NUMBERS
    return over in _OF_ANOTHER or not own or over is Field.HOURS


def _count(row: list[str]) -> int:
    return sum(bool(cell) for cell in row)


def _score(row: list[str], known: set[str]) -> float:
    """How many different fields the cells name; a name known as a whole counts more."""
    found = dict.fromkeys(filter(None, map(recognise, row)), 1.0)
    sure = sum(is_sure(cell) for cell in set(row)) / 100
    content = sum(map(is_content, row))
    return len(found) + len(known & set(row)) + (sure if found else 0) - 2 * content
