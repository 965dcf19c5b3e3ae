"""Lists written in a test, read as the import reads them."""

import datetime as dt
import io

import openpyxl

from network.importing.rows import Reader
from network.importing.table import read_table

TODAY = dt.date(2026, 11, 22)


def table(text, encoding="utf-8"):
    return read_table(text if isinstance(text, bytes) else text.encode(encoding))


def read(text, source="liste", encoding="utf-8"):
    return Reader(table(text, encoding), source, TODAY).entries()


def saved(rows, merged=(), links=(), more=None):
    book = openpyxl.Workbook()
    for sheet, lines in [(book.active, rows), *_added(book, more or {})]:
        for row in lines:
            sheet.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    for cell, target in links:
        book.active[cell].hyperlink = target
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _added(book, sheets):
    return [(book.create_sheet(name), lines) for name, lines in sheets.items()]


def dialled(entry):
    return [phone.dial for phone in entry.phones]


def open_times(entry):
    return {(day, span.start, span.end) for span in entry.hours.spans for day in span.days}


def public(entry):
    """What everybody reads of the entry."""
    hidden = ("internal_remark", "source_row")
    texts = [str(value) for name, value in entry.values.items() if name not in hidden]
    return " ".join([*texts, *(f"{phone.shown} {phone.note}" for phone in entry.phones)])
