"""A table out of bytes: whatever encoding, separator and title rows its owner's program wrote."""

import csv
import io
from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from network.importing.columns import Field, assign, recognise

MAX_BYTES = 20_000_000
_SEPARATORS = ";,\t"
_TITLE_ROWS = 30
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff")


class NotATable(Exception):
    """The bytes hold no table we can read; the message is a sentence for the person who sent it."""


@dataclass(frozen=True)
class Table:
    """Column names and rows of equal length; ``titles`` are the lines that stood above them."""

    columns: list[str]
    rows: list[list[str]]
    titles: list[str]
    encoding: str
    separator: str

    def column(self, field: Field) -> list[str]:
        """The different texts in the columns of ``field``."""
        places = assign(self.columns).get(field, [])
        return sorted({row[place] for row in self.rows for place in places if row[place]})


def read_table(raw: bytes) -> Table:
    """The table in ``raw``. Raises NotATable with a sentence."""
    text, encoding = _decode(raw)
    separator = _separator(text)
    lines = [[cell.strip() for cell in row] for row in _rows(text, separator)]
    head = _head(lines)
    columns = _named(lines[head])
    body = [row for row in lines[head + 1 :] if any(row)]
    if not body:
        raise NotATable(_("Unter der Kopfzeile steht keine einzige Zeile."))
    width = max(len(columns), *map(len, body))
    columns += [_("Spalte %(number)d") % {"number": n + 1} for n in range(len(columns), width)]
    rows = [row + [""] * (width - len(row)) for row in body]
    titles = [" ".join(filter(None, row)) for row in lines[:head] if any(row)]
    return Table(columns, rows, titles, encoding, separator)


def _decode(raw: bytes) -> tuple[str, str]:
    if not raw.strip():
        raise NotATable(_("Die Datei ist leer."))
    if len(raw) > MAX_BYTES:
        raise NotATable(_("Die Datei ist größer als 20 MB. Bitte teilen Sie sie auf."))
    if raw.startswith(_BINARY):
        raise NotATable(
            _("Das ist keine CSV-Datei. Bitte speichern Sie die Tabelle als „CSV UTF-8“.")
        )
    for encoding in _candidates(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise NotATable(_("Das ist keine Textdatei. Bitte speichern Sie die Tabelle als „CSV UTF-8“."))


def _candidates(raw: bytes) -> list[str]:
    """UTF-16 by its mark or by its zero bytes; then UTF-8; what is neither comes from Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    zeros = raw[:2000].count(0)
    if zeros * 4 > len(raw[:2000]):
        return ["utf-16-le", "utf-16-be"] if raw[1:2] == b"\0" else ["utf-16-be", "utf-16-le"]
    return ["utf-8-sig", "cp1252", "latin-1"]


def _separator(text: str) -> str:
    """The separator that cuts most lines into the same number of cells."""
    scores = {each: _evenness(text, each) for each in _SEPARATORS}
    best = max(scores, key=lambda each: scores[each])
    if scores[best] == (0, 0):
        raise NotATable(
            _("In der Datei ist keine Tabelle zu erkennen: Spalten mit ; , oder Tabulator fehlen.")
        )
    return best


def _evenness(text: str, separator: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in _rows(text[:200_000], separator) if any(row))
    except NotATable:
        return (0, 0)
    widths.pop(1, None)
    if not widths:
        return (0, 0)
    width, lines = widths.most_common(1)[0]
    return (lines, width) if lines > 1 else (0, 0)


def _rows(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as problem:
        raise NotATable(
            _("Die Tabelle ist beschädigt: Ein Feld ist zu lang oder nicht geschlossen.")
        ) from problem


def _head(lines: list[list[str]]) -> int:
    """The row most of whose cells are names of columns we know."""
    known = [
        (len(set(filter(None, map(recognise, row)))), -place)
        for place, row in enumerate(lines[:_TITLE_ROWS])
    ]
    count, place = max(known)
    if count < 2:
        raise NotATable(
            _("Keine Spalte der Datei heißt wie „Einrichtung“, „Straße“, „PLZ“ oder „Telefon“.")
        )
    return -place


def _named(cells: list[str]) -> list[str]:
    """Column names, each one once."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = cell or _("Spalte %(number)d") % {"number": number}
        while name in names:
            name += "'"
        names.append(name)
    return names
