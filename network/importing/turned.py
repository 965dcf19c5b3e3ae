"""Tables whose names stand in the first column: one entry below the other, or side by side."""

from itertools import chain, zip_longest

from network.importing.columns import is_sure, recognise
from network.importing.fields import Field
from network.importing.heads import names_columns

_MOST = 0.6
_REACHED_BY = {Field.PHONE, Field.EMAIL, Field.STREET, Field.ADDRESS, Field.REACH, Field.WEBSITE}
"""Of these an entry has one; a sheet with the day and the source of a list has none."""
Lines = list[list[str]]


def upright(lines: Lines) -> tuple[Lines, list[str]]:
    """``lines`` with one row for each entry, where their first column is the head.

    Beside them the texts that stood between the entries.
    """
    labels = [_label(row) for row in lines]
    if not _is_head(labels, lines) or _has_usual_head(lines):
        return lines, []
    known = [label for label in labels if recognise(label)]
    if len(set(known)) == len(known):
        return [list(column) for column in zip_longest(*lines, fillvalue="")], []
    is_narrow = not any(cell for row in lines for cell in row[2:])
    return _from_blocks(lines, labels, known) if is_narrow else (lines, [])


def _label(row: list[str]) -> str:
    return row[0].strip().removesuffix(":").strip() if row else ""


def _is_head(labels: list[str], lines: Lines) -> bool:
    """Whether the first column names more fields than any row, most of them for sure."""
    fields = names_columns(labels, _MOST)
    if not fields & _REACHED_BY:
        return False
    enough = len(fields) - 1
    wide = (cells for row in lines if len(cells := list(filter(None, row[1:]))) >= enough)
    return all(len(set(map(recognise, cells)) - {None}) < enough for cells in wide)


def _has_usual_head(lines: Lines) -> bool:
    """Whether the first row of several cells names columns alone, and no other begins like it.

    "Art;Name;Telefon" does; "Name:;Hotline" is an entry of that name.
    """
    several = (row for row in lines if sum(map(bool, row)) > 1)
    head = next(several, [])
    cells = [cell for cell in head if cell]
    marked = {cell.endswith(":") for cell in cells}
    fields = {recognise(cell) for cell in cells}
    usual = len(fields) > 1 and len(marked) == 1 and all(map(is_sure, cells))
    return usual and all(row == head for row in several if _label(row) == _label(head))


def _from_blocks(lines: Lines, labels: list[str], known: list[str]) -> tuple[Lines, list[str]]:
    """An entry begins where the first label that comes again does; the rest stands around."""
    first = next(label for label in known if known.count(label) > 1)
    start = labels.index(first)
    entries, between = _entries(lines[start:], labels[start:], first)
    names = list(dict.fromkeys(chain.from_iterable(entries)))
    rows = [["\n".join(filter(None, entry.get(name, []))) for name in names] for entry in entries]
    return [*lines[:start], names, *rows], between


def _entries(
    lines: Lines, labels: list[str], first: str
) -> tuple[list[dict[str, list[str]]], list[str]]:
    """The texts of each entry by their labels, and what stood between the entries."""
    entries: list[dict[str, list[str]]] = []
    between: list[str] = []
    last, marked = first, lines[0][0].endswith(":")
    for row, label in zip(lines, labels, strict=True):
        text = row[1] if len(row) > 1 else ""
        if label == first:
            entries.append({})
        if text or _is_label("".join(row[:1]), marked=marked):
            last = label or last
            entries[-1].setdefault(last, []).append(text)
        elif label:
            between.append(label)
    return entries, between


def _is_label(cell: str, *, marked: bool) -> bool:
    """Whether a cell that stands alone is a label without its text, and no heading."""
    return bool(recognise(cell)) and cell.endswith(":") >= marked
