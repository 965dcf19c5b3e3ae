"""A table out of bytes: its head found, its rows told from titles, headings and notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from network.importing.cells import clean
from network.importing.columns import assign
from network.importing.errors import NotATable
from network.importing.fields import Field
from network.importing.html_table import looks_like_html, read_html
from network.importing.sheet import Sheet, read_sheet
from network.importing.stacked import apart
from network.importing.text_table import read_text
from network.importing.workbook import read_workbook

__all__ = ["MAX_BYTES", "MAX_ROWS", "NotATable", "Table", "read_table"]

MAX_BYTES = 20_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 300
_FOREIGN = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"Rar!")
SHEET = "Tabellenblatt"
_NAMED = re.compile(r"(?!(?:tabelle|sheet|blatt|table)\W?\d*$)\S", re.IGNORECASE)
"""The name of a sheet that somebody has chosen; it says what its rows are, as a title does."""


@dataclass(frozen=True)
class Table:
    """Column names and rows of equal length; ``titles`` stood above, ``aside`` between them.

    ``sheets`` are the titles of each of several sheets.
    """

    columns: list[str]
    rows: list[list[str]]
    titles: list[str]
    encoding: str
    separator: str
    aside: list[str] = field(default_factory=list)
    sure: bool = True
    sheets: dict[str, list[str]] = field(default_factory=dict)

    def column(self, field: Field) -> list[str]:
        """The different texts in the columns of ``field``."""
        places = assign(self.columns).get(field, [])
        return sorted({row[place] for row in self.rows for place in places if row[place]})


def read_table(raw: bytes, by_hand: Mapping[str, str] | None = None) -> Table:
    """The table in ``raw``; columns that were named ``by_hand`` before help to find its head.

    Raises NotATable with a sentence.
    """
    _check(raw)
    if raw.startswith(b"PK\x03\x04"):
        return _joined(read_workbook(raw), set(by_hand or {}))
    if looks_like_html(start := raw[:5000].decode("utf-8", "replace")):
        charset = "utf-8" if "utf-8" in start.lower() else "cp1252"
        return _joined({"": read_html(raw.decode(charset, "replace"))}, set(by_hand or {}))
    rows, encoding, separator = read_text(raw)
    joined = _joined({"": rows}, set(by_hand or {}))
    return replace(joined, encoding=encoding, separator=separator)


def _check(raw: bytes) -> None:
    if not raw.strip():
        raise NotATable(_("Die Datei ist leer."))
    if len(raw) > MAX_BYTES:
        raise NotATable(_("Die Datei ist größer als 20 MB. Bitte teilen Sie sie auf."))
    if raw.startswith(_FOREIGN):
        raise NotATable(
            _("Das ist keine Tabelle. Bitte speichern Sie sie als XLSX oder als „CSV UTF-8“.")
        )


def _clean(rows: list[list[str]]) -> list[list[str]]:
    return [[clean(cell) for cell in row] for row in rows]


def _joined(sheets: dict[str, list[list[str]]], known: set[str]) -> Table:
    """All sheets that hold a table, the texts of the others aside; a refusal when none does."""
    found, others, refusal = [], {}, NotATable(_("In der Datei steht keine Tabelle."))
    for name, rows in _parts(sheets):
        others[name] = rows
        try:
            found.append(read_sheet(rows, known, name))
        except NotATable as problem:
            refusal = problem
    if not found:
        raise refusal
    named = any(sheet.sure for sheet in found)
    taken = [sheet for sheet in found if sheet.sure or not named]
    for sheet in taken:
        del others[sheet.name]
    table = _table(taken, "xlsx", "")
    return replace(table, aside=[*table.aside, *_told(others)])


def _parts(sheets: dict[str, list[list[str]]]) -> Iterator[tuple[str, list[list[str]]]]:
    """Every table of every sheet by a name of its own: sheet, title, and number where needed."""
    taken: set[str] = set()
    for name, rows in sheets.items():
        tables = apart(_clean(rows))
        for number, (title, lines) in enumerate(tables, start=1):
            own = _("Tabelle %d") % number
            whole = ": ".join(filter(None, [name, title or own])) if len(tables) > 1 else name
            while whole in taken:
                whole = f"{whole}, {own}"
            taken.add(whole)
            yield whole, lines


def _told(sheets: dict[str, list[list[str]]]) -> list[str]:
    """Every row of sheets that are no table, behind the name of its sheet."""
    rows = (
        (name, " | ".join(filter(None, row))) for name, lines in sheets.items() for row in lines
    )
    return [f"{name}: {text}" if name else text for name, text in rows if text]


def _table(sheets: list[Sheet], encoding: str, separator: str) -> Table:
    """One table of the columns of all sheets, in the order in which they first appear."""
    several = len(sheets) > 1
    columns = list(dict.fromkeys(name for sheet in sheets for name in sheet.columns))
    columns += [SHEET] if several else []
    rows = [
        [*(cells.get(name, "") for name in columns[:-1]), sheet.name]
        if several
        else [cells.get(name, "") for name in columns]
        for sheet in sheets
        for cells in (dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows)
    ]
    if len(rows) > MAX_ROWS:
        raise NotATable(_("Die Tabelle hat mehr als 20.000 Zeilen. Bitte teilen Sie sie auf."))
    if len(columns) > MAX_COLUMNS:
        raise NotATable(_("Die Tabelle hat mehr als 300 Spalten."))
    titles = [title for sheet in sheets for title in sheet.titles]
    titles += [sheet.name for sheet in sheets if not several and _NAMED.match(sheet.name)]
    aside = [text for sheet in sheets for text in sheet.aside]
    sure = any(sheet.sure for sheet in sheets)
    own = {sheet.name: sheet.titles for sheet in sheets} if several else {}
    return Table(columns, rows, titles, encoding, separator, aside, sure, own)
