"""One sheet of rows: which is the head, which are entries, and what stands between them."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from network.importing.columns import guess
from network.importing.continued import joined
from network.importing.ditto import written_out
from network.importing.errors import NotATable
from network.importing.fields import Field
from network.importing.heads import find_head
from network.importing.turned import upright

SECTION = "Zwischenüberschrift"
_DENSE, _WIDE = 3, 4
_NOTE = re.compile(
    r"(?:stand|quelle|hinweis|anmerkung|legende|summe|gesamt|anzahl|alle angaben|erstellt|©|\*|"
    r"druckdatum|seite \d|copyright|datenstand|redaktion|fußnote|ohne gewähr)\b[\s:]*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"seite \d+(?: ?(?:von|/) ?\d+)?$", re.IGNORECASE)
_TOTAL = re.compile(r"(?:zwischen|gesamt)?summen?\b|(?:ins)?gesamt\b|total\b", re.IGNORECASE)
_FIGURE = re.compile(r"[\d.,\s%€–-]+")
_REACHED = {Field.PHONE, Field.EMAIL, Field.REACH, Field.ADDRESS, Field.WEBSITE}
_NAMED = {Field.NAME, Field.NAMED_ADDRESS}


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
    lines, between = upright(lines)
    head = find_head(lines, known)
    body = [row for row in lines[head.after :] if any(re.search(r"\w", cell) for cell in row)]
    if not body:
        raise NotATable(_("Unter der Kopfzeile steht keine einzige Zeile."))
    width = max(len(head.names), *map(len, body))
    cells = head.names + [""] * (width - len(head.names))
    body = [row + [""] * (width - len(row)) for row in body]
    used = [place for place in range(width) if cells[place] or any(row[place] for row in body)]
    sheet = Sheet(name, _named([cells[place] for place in used], used), head.sure, aside=between)
    above = lines[: head.first]
    sheet.titles = [" ".join(filter(None, row)) for row in above if any(row)]
    _fill(sheet, joined(sheet.columns, [[row[place] for place in used] for row in body]))
    if not sheet.rows:
        raise NotATable(_("Unter der Kopfzeile steht keine einzige Zeile."))
    sheet.sure = sheet.sure or _tells(sheet)
    return sheet


def _tells(sheet: Sheet) -> bool:
    """Whether the cells alone say who it is and how to get there."""
    fields = set(guess(sheet.columns, None, sheet.rows))
    return bool(fields & _NAMED and fields & _REACHED)


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
        is_end = dense and number > last and len(filled) < _DENSE
        is_told = all(re.fullmatch(r"\(.*\)", cell, re.DOTALL) for cell in filled)
        is_page = dense and bool(_PAGE.match(" ".join(filled)))
        if is_told or is_page or _is_total(filled) or (is_end and _is_note(filled)):
            sheet.aside.append(" ".join(filled))
        elif dense and number < last and len(set(filled)) == 1:
            heading = filled[0]
            sheet.aside.append(heading)
        else:
            sheet.rows.append(row)
            headings.append(heading)
    sheet.rows = written_out(sheet.rows)
    if any(headings):
        sheet.columns.append(SECTION)
        for row, above in zip(sheet.rows, headings, strict=True):
            row.append(above)


def _is_dense(body: list[list[str]]) -> bool:
    """Whether nearly every row fills several of at least four columns."""
    several = [row for row in body if len(_filled(row)) > 1]
    full = sum(len(_filled(row)) >= _DENSE for row in several)
    return len(body[0]) >= _WIDE and full >= max(0.6 * len(several), 0.3 * len(body))


def _is_total(filled: list[str]) -> bool:
    """ "Summe" with figures behind it: of all rows, so it is none."""
    figures = filled[1:]
    return bool(_TOTAL.match(filled[0]) and figures) and all(map(_FIGURE.fullmatch, figures))


def _is_note(filled: list[str]) -> bool:
    return len(filled) == 1 or bool(_NOTE.match(filled[0]))


def _filled(row: list[str]) -> list[str]:
    return [cell for cell in row if cell]


def _repeats(row: list[str], names: list[str]) -> bool:
    """Whether the row is the head once more, as printed lists have it on every page."""
    pairs = [(cell.casefold(), name) for cell, name in zip(row, names, strict=False) if cell]
    return len(pairs) > 1 and sum(cell == name for cell, name in pairs) >= 0.8 * len(pairs)


def _named(cells: list[str], places: list[int]) -> list[str]:
    """Column names, each one once."""
    names: list[str] = []
    for number, cell in zip(places, cells, strict=True):
        name = " ".join(cell.split()) or _("Spalte %(number)d") % {"number": number + 1}
        while name in names:
            name += "'"
        names.append(name)
    return names
