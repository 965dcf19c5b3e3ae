"""Rows out of a text file: whatever encoding, separator and quotes its owner's program wrote."""

import csv
import io
import re
from collections import Counter

from django.utils.translation import gettext as _

from network.importing.errors import NotATable

_SEPARATORS = ";,\t|"
_LOOKED_AT = 200_000
_ONE_BYTE = ("cp1252", "mac_roman", "cp850")
_SWALLOWED = 12
"""Line breaks in one cell that only a quotation mark nobody closed explains."""


def read_text(raw: bytes) -> tuple[list[list[str]], str, str]:
    """Rows, encoding and separator. Raises NotATable."""
    text, encoding = _decode(raw)
    text = re.sub(r"\Asep=.\r?\n", "", text)
    if re.match(r"\s*[{\[<]", text):
        raise NotATable(_("Das ist keine Tabelle. Bitte speichern Sie sie als „CSV UTF-8“."))
    quote = _quote(text)
    separator = _separator(text, quote) or _separator(text, "")
    if not separator:
        raise NotATable(
            _("In der Datei ist keine Tabelle zu erkennen: Spalten mit ; , oder Tabulator fehlen.")
        )
    rows = _rows(text, separator, quote)
    if any(cell.count("\n") > _SWALLOWED and separator in cell for row in rows for cell in row):
        rows = _rows(text, separator, "")
    return rows, encoding, separator


def _decode(raw: bytes) -> tuple[str, str]:
    for encoding in _candidates(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise NotATable(_("Das ist keine Textdatei. Bitte speichern Sie die Tabelle als „CSV UTF-8“."))


def _candidates(raw: bytes) -> list[str]:
    """UTF-16 by its mark or its zero bytes; then UTF-8; the rest has one byte for a letter."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    zeros = raw[:2000].count(0)
    if zeros * 4 > len(raw[:2000]):
        return ["utf-16-le", "utf-16-be"] if raw[1:2] == b"\0" else ["utf-16-be", "utf-16-le"]
    return ["utf-8-sig", _of_bytes(raw), "latin-1"]


def _of_bytes(raw: bytes) -> str:
    """Windows, old Macintosh or DOS: where most umlauts stand inside words."""
    scores = {each: _umlauts(raw, each) for each in _ONE_BYTE}
    return max(_ONE_BYTE, key=lambda each: scores[each])


def _umlauts(raw: bytes, encoding: str) -> int:
    text = raw.decode(encoding, "replace")
    return len(re.findall(r"(?<=[A-Za-z])[äöüß]|[ÄÖÜäöü](?=[a-z])", text))


def _quote(text: str) -> str:
    """The mark around cells: the double one unless nearly all cells stand in single ones."""
    sample = text[:_LOOKED_AT]
    single = len(re.findall(r"(?:^|[;,\t|])'[^'\n]*'(?=[;,\t|\r\n]|$)", sample, re.MULTILINE))
    double = len(re.findall(r'(?:^|[;,\t|])"', sample, re.MULTILINE))
    return "'" if single > 2 * double and single > sample.count("\n") else '"'


def _separator(text: str, quote: str) -> str:
    """The separator that cuts most lines into the same number of cells, "" where none does."""
    scores = {each: _evenness(text, each, quote) for each in _SEPARATORS}
    best = max(scores, key=lambda each: scores[each])
    return best if scores[best] > (0, 0) else ""


def _evenness(text: str, separator: str, quote: str) -> tuple[int, int]:
    try:
        rows = _rows(text[:_LOOKED_AT], separator, quote)
    except NotATable:
        return (0, 0)
    widths = Counter(len(row) for row in rows if any(row))
    widths.pop(1, None)
    if not widths:
        return (0, 0)
    width, lines = widths.most_common(1)[0]
    return (lines, width) if lines > 1 else (0, 0)


def _rows(text: str, separator: str, quote: str) -> list[list[str]]:
    style = {"quotechar": quote} if quote else {"quoting": csv.QUOTE_NONE}
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, **style))
    except csv.Error as problem:
        raise NotATable(
            _("Die Tabelle ist beschädigt: Ein Feld ist zu lang oder nicht geschlossen.")
        ) from problem
