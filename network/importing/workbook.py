"""Rows out of an XLSX file, sheet by sheet, as text the way its owner sees it."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from network.importing.errors import NotATable
from network.importing.sheet_parts import Beside, read_beside, sheet_paths

MAX_UNPACKED = 150_000_000
MAX_PARTS = 500
MAX_SHEETS = 30
_MAX_COLUMNS = 300
_MAX_ROWS = 60_000
_EMPTY_RUN = 500
"""So many empty rows in a row and a sheet has ended, whatever it says of its size."""


def read_workbook(raw: bytes) -> dict[str, list[list[str]]]:
    """The visible sheets by name; a formula without a result is kept as text. Raises NotATable."""
    _check(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and drawings, which nobody imports
            shown = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
            typed = openpyxl.load_workbook(io.BytesIO(raw), read_only=True)
            names = [each for each in shown.worksheets if each.sheet_state == "visible"]
            beside = _beside(raw)
            return {
                sheet.title: _told(_rows(sheet, typed[sheet.title]), beside.get(sheet.title))
                for sheet in names[:MAX_SHEETS]
            }
    except NotATable:
        raise
    except Exception as problem:  # the reader fails in many ways on a damaged file
        raise _damaged() from problem


def _damaged() -> NotATable:
    return NotATable(
        _("Die Excel-Datei ist beschädigt oder geschützt. Bitte speichern Sie sie neu.")
    )


def _check(raw: bytes) -> None:
    """Refuse what unpacks to more than it says or is no workbook at all."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as problem:
        raise _damaged() from problem
    if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > MAX_PARTS:
        raise NotATable(_("Die Excel-Datei ist ausgepackt zu groß. Bitte teilen Sie sie auf."))
    if not any(part.filename.endswith("workbook.xml") for part in parts):
        raise NotATable(
            _("Das ist keine Excel-Tabelle. Bitte speichern Sie sie als XLSX oder „CSV UTF-8“.")
        )


def _beside(raw: bytes) -> dict[str, Beside]:
    archive = zipfile.ZipFile(io.BytesIO(raw))
    return {name: read_beside(archive, path) for name, path in sheet_paths(archive)}


def _told(rows: Iterator[list[str]], beside: Beside | None) -> list[list[str]]:
    """The rows with the text of merged cells in each of them, and links behind their words."""
    told = list(rows)
    for (row, column), (first, _same) in beside.merged.items() if beside else ():
        if first <= row <= len(told) and len(told[first - 1]) >= column:
            told[row - 1] += [""] * (column - len(told[row - 1]))
            told[row - 1][column - 1] = told[first - 1][column - 1]
    for (row, column), address in beside.links.items() if beside else ():
        if row <= len(told) and column <= len(told[row - 1]):
            text = told[row - 1][column - 1]
            told[row - 1][column - 1] = text if address in text else f"{text} {address}".strip()
    return told


def _rows(shown: Any, typed: Any) -> Iterator[list[str]]:
    empty = 0
    for sheet in (shown, typed):
        sheet.reset_dimensions()
    pairs = zip(shown.iter_rows(), typed.iter_rows(), strict=False)
    for number, (seen, written) in enumerate(pairs):
        if number >= _MAX_ROWS:
            raise NotATable(_("Die Tabelle hat zu viele Zeilen. Bitte teilen Sie sie auf."))
        row = [_text(cell, origin) for cell, origin in zip(seen, written, strict=False)]
        while row and not row[-1]:
            row.pop()
        if len(row) > _MAX_COLUMNS:
            raise NotATable(_("Die Tabelle hat zu viele Spalten."))
        empty = 0 if row else empty + 1
        if empty > _EMPTY_RUN:
            return
        yield row


def _text(cell: Any, origin: Any) -> str:
    value = cell.value
    if value is None:
        value = origin.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, (datetime, date, time, timedelta)):
        return _moment(value)
    if isinstance(value, (int, float)):
        return _number(value, str(getattr(cell, "number_format", "")))
    return str(getattr(value, "text", value))


def _number(value: float, shape: str) -> str:
    """Whole numbers without ".0", and with the leading zeros that their format shows."""
    whole = int(value) if float(value).is_integer() and abs(value) < 1e16 else value
    zeros = re.fullmatch(r"(?:[^0#]*?)(0{4,})(?:[^0#.]*)", shape.split(";")[0])
    return str(whole).zfill(len(zeros[1])) if zeros and isinstance(whole, int) else str(whole)


def _moment(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime):
        has_time = value.hour or value.minute
        return value.strftime("%d.%m.%Y %H:%M" if has_time else "%d.%m.%Y")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return value.strftime("%d.%m.%Y" if isinstance(value, date) else "%H:%M")
