"""The directory as a workbook: the table's columns, and nothing that a spreadsheet would change."""

import datetime as dt
import io
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from core import clock
from network.exporting.entry import Entry
from network.exporting.table import COLUMNS, TEXT, Said

MOST_LETTERS = 32_767
"""What a cell can hold; a longer text goes on in the entry's page, and a sign says so."""

_PIECE = 64 * 1024
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TOP = Alignment(vertical="top", wrap_text=True)
_BOLD, _TINT = Font(bold=True), PatternFill("solid", fgColor="E4EEF0")
_A3 = 8


def as_xlsx(entries: Iterable[Entry]) -> Iterator[bytes]:
    """A sheet of entries, and one that says from when and from where they are."""
    book = Workbook(write_only=True)
    kreise = _write_entries(book.create_sheet(_("Verzeichnis")), entries)
    _write_origin(book.create_sheet(_("Stand")), kreise)
    raw = io.BytesIO()
    book.save(raw)
    return _same_bytes(raw, book)


def _write_entries(sheet: Any, entries: Iterable[Entry]) -> dict[str, int]:
    """The table under its frozen head; how many entries of each Kreis it holds."""
    _set_up(sheet)
    sheet.append([_head(sheet, str(column.name)) for column in COLUMNS])
    kreise: dict[str, int] = {}
    for entry in entries:
        kreise[entry.place.kreis] = kreise.get(entry.place.kreis, 0) + 1
        sheet.append(_row(sheet, entry))
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{last}{sum(kreise.values()) + 1}"
    return kreise


def _set_up(sheet: Any) -> None:
    """Widths, the head that stays, and paper: A3 across, as wide as the sheet."""
    for place, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.freeze_panes, sheet.print_title_rows = "C2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True


def _row(sheet: Any, entry: Entry) -> list[Any]:
    return [_cell(sheet, column.said(entry), column.shape) for column in COLUMNS]


def _write_origin(sheet: Any, kreise: dict[str, int]) -> None:
    """From when, from where, how many, and what one may do with them."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 90
    for name, said in (
        (_("Stand"), f"{clock.today():%d.%m.%Y}"),
        (_("Region"), ", ".join(kreise)),
        (_("Angebote"), str(sum(kreise.values()))),
        (_("Quelle"), _("Verzeichnis des Verbunds, %s") % f"{settings.GPV_SITE_ADDRESS}/"),
        (
            _("Lizenz"),
            _(
                "Für die Einträge ist keine Lizenz festgelegt. Wer sie weitergibt, nennt Quelle "
                "und Stand. Ergänzte Ortsnamen: GeoNames (geonames.org), CC BY 4.0."
            ),
        ),
        (
            _("Hinweis"),
            _("Wo nur der Kreis steht, ist die Adresse geschützt. Leere Felder: nicht bekannt."),
        ),
    ):
        sheet.append([_head(sheet, name), _text(sheet, said)])


def _head(sheet: Any, name: str) -> Any:
    cell = _text(sheet, name)
    cell.font, cell.fill = _BOLD, _TINT
    return cell


def _cell(sheet: Any, said: Said, shape: str) -> Any:
    """A text, or a number or day that a spreadsheet sorts by."""
    if shape == TEXT:
        return _text(sheet, str(said))
    cell = WriteOnlyCell(sheet, said)
    cell.number_format, cell.alignment = shape, _TOP
    return cell


def _text(sheet: Any, said: str) -> Any:
    """A cell that stays the text it is: no formula, no number, no date, now or when edited."""
    plain = _NOT_ALLOWED.sub("", said)
    if len(plain) > MOST_LETTERS:
        plain = f"{plain[: MOST_LETTERS - 1]}…"
    cell = WriteOnlyCell(sheet, plain)
    cell.data_type, cell.number_format, cell.alignment = "s", TEXT, _TOP
    # for cells that somebody edits: without it a spreadsheet calculates what begins with "="
    cell.quotePrefix = True
    return cell


def _same_bytes(raw: io.BytesIO, book: Workbook) -> Iterator[bytes]:
    """The file again with the day's date instead of the second's: equal content, equal bytes."""
    midnight = dt.datetime.combine(clock.today(), dt.time.min)
    book.properties.created = book.properties.modified = midnight
    book.properties.creator, book.properties.title = "GPV-Portal", _("Verzeichnis")
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            with new.open(part, "w") as target:
                if name == ARC_CORE:
                    target.write(tostring(book.properties.to_tree()))
                else:
                    with old.open(name) as source:
                        shutil.copyfileobj(source, target)
    packed.seek(0)
    yield from iter(lambda: packed.read(_PIECE), b"")
