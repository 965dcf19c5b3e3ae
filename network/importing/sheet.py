"""One sheet of rows: which is the head, which are entries, and what stands between them."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from network.importing.columns import is_sure, recognise
from network.importing.errors import NotATable

SECTION = "Zwischenüberschrift"
_TITLE_ROWS = 40
_DENSE, _WIDE = 3, 4
_NOTE = re.compile(
    r"(?:stand|quelle|hinweis|anmerkung|legende|summe|gesamt|anzahl|alle angaben|erstellt|©|\*|"
    r"druckdatum|seite \d|copyright|datenstand|redaktion|fußnote|ohne gewähr)\b[\s:]*",
    re.IGNORECASE,
)


@dataclass
class Sheet:
    """Columns named once each, rows of their length, and the texts that are no entry."""

    name: str
    columns: list[str]
    sure: bool
    rows: list[list[str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)


def read_sheet(lines: list[list[str]], known: set[str], name: str = "") -> Sheet:
    """The table that ``lines`` hold; ``known`` are names of columns somebody has met before.

    A sheet without a name of a column that we know is not sure. Raises NotATable.
    """
    head, sure = _head(lines, known)
    body = [row for row in lines[head + 1 :] if any(row)]
    if not body:
        raise NotATable(_("Unter der Kopfzeile steht keine einzige Zeile."))
    width = max(len(lines[head]), *map(len, body))
    cells = lines[head] + [""] * (width - len(lines[head]))
    body = [row + [""] * (width - len(row)) for row in body]
    used = [place for place in range(width) if cells[place] or any(row[place] for row in body)]
    sheet = Sheet(name, _named([cells[place] for place in used], used), sure)
    sheet.titles = [" ".join(filter(None, row)) for row in lines[:head] if any(row)]
    _fill(sheet, [[row[place] for place in used] for row in body])
    if not sheet.rows:
        raise NotATable(_("Unter der Kopfzeile steht keine einzige Zeile."))
    return sheet


def _fill(sheet: Sheet, body: list[list[str]]) -> None:
    """Entries into ``rows``, with the heading above them where the sheet has headings."""
    dense = _is_dense(body)
    last = max((n for n, row in enumerate(body) if len(_filled(row)) >= _DENSE), default=0)
    heading, headings = "", []
    names = [name.casefold().rstrip("'") for name in sheet.columns]
    for number, row in enumerate(body):
        filled = _filled(row)
        if _repeats(row, names):
            continue
        if dense and number > last and len(filled) < _DENSE and _is_note(filled):
            sheet.aside.append(" ".join(filled))
        elif dense and number < last and len(set(filled)) == 1:
            heading = filled[0]
            sheet.aside.append(heading)
        else:
            sheet.rows.append(row)
            headings.append(heading)
    if any(headings):
        sheet.columns.append(SECTION)
        for row, above in zip(sheet.rows, headings, strict=True):
            row.append(above)


def _is_dense(body: list[list[str]]) -> bool:
    """Whether nearly every row fills several of at least four columns."""
    several = [row for row in body if len(_filled(row)) > 1]
    full = sum(len(_filled(row)) >= _DENSE for row in several)
    return len(body[0]) >= _WIDE and full >= max(0.6 * len(several), 0.3 * len(body))


def _is_note(filled: list[str]) -> bool:
    return len(filled) == 1 or bool(_NOTE.match(filled[0]))


def _filled(row: list[str]) -> list[str]:
    return [cell for cell in row if cell]


def _repeats(row: list[str], names: list[str]) -> bool:
    """Whether the row is the head once more, as printed lists have it on every page."""
    pairs = [(cell.casefold(), name) for cell, name in zip(row, names, strict=False) if cell]
    return len(pairs) > 1 and sum(cell == name for cell, name in pairs) >= 0.8 * len(pairs)


def _head(lines: list[list[str]], known: set[str]) -> tuple[int, bool]:
    """The row most of whose cells are names of columns, and whether any is."""
    if not lines:
        raise NotATable(_("In der Datei steht keine Tabelle."))
    scores = [(_score(row, known), -place) for place, row in enumerate(lines[:_TITLE_ROWS])]
    score, place = max(scores)
    if score >= 2:
        return -place, True
    width = max(map(len, lines[:_TITLE_ROWS]))
    full = (n for n, row in enumerate(lines[:_TITLE_ROWS]) if len(_filled(row)) >= 0.6 * width > 1)
    first = next(full, None)
    if first is None or not all(re.search(r"[^\W\d_]{2}", cell) for cell in _filled(lines[first])):
        raise NotATable(
            _("Keine Spalte der Datei heißt wie „Einrichtung“, „Straße“, „PLZ“ oder „Telefon“.")
        )
    return first, False


def _score(row: list[str], known: set[str]) -> float:
    """How many different fields the cells name; a name known as a whole counts more."""
    found = dict.fromkeys(filter(None, map(recognise, row)), 1.0)
    sure = sum(is_sure(cell) for cell in set(row)) / 100
    return len(found) + len(known & set(row)) + (sure if found else 0)


def _named(cells: list[str], places: list[int]) -> list[str]:
    """Column names, each one once."""
    names: list[str] = []
    for number, cell in zip(places, cells, strict=True):
        name = " ".join(cell.split()) or _("Spalte %(number)d") % {"number": number + 1}
        while name in names:
            name += "'"
        names.append(name)
    return names
