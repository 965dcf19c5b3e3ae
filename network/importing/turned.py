"""Tables whose names stand in the first column: one entry below the other, or side by side."""

from itertools import zip_longest

from network.importing.columns import is_sure, recognise
from network.importing.fields import Field

_FEWEST, _MOST, _SURE = 3, 0.6, 0.5
_REACHED_BY = {Field.PHONE, Field.EMAIL, Field.STREET, Field.ADDRESS, Field.REACH, Field.WEBSITE}
"""Of these an entry has one; a sheet with the day and the source of a list has none."""
Lines = list[list[str]]


def upright(lines: Lines) -> Lines:
    """``lines`` with one row for each entry, where their first column is the head."""
    labels = [_label(row) for row in lines]
    if not _is_head(labels, lines):
        return lines
    known = [label for label in labels if recognise(label)]
    if len(set(known)) == len(known):
        return [list(column) for column in zip_longest(*lines, fillvalue="")]
    is_narrow = not any(cell for row in lines for cell in row[2:])
    return _from_blocks(lines, labels, known) if is_narrow else lines


def _label(row: list[str]) -> str:
    return row[0].strip().removesuffix(":").strip() if row else ""


def _is_head(labels: list[str], lines: Lines) -> bool:
    """Whether the first column names more fields than any row, most of them for sure."""
    filled = list(filter(None, labels))
    fields = {recognise(label) for label in filled} - {None}
    named = sum(bool(recognise(label)) for label in filled)
    sure = sum(map(is_sure, filled))
    by_row = max((len(set(map(recognise, row[1:])) - {None}) for row in lines), default=0)
    enough = len(fields) >= _FEWEST and len(fields) > by_row + 1
    reached = bool(fields & _REACHED_BY)
    return enough and reached and named >= _MOST * len(filled) and sure >= _SURE * len(filled)


def _from_blocks(lines: Lines, labels: list[str], known: list[str]) -> Lines:
    """An entry begins where the first label that comes again does; the rest stands around."""
    first = next(label for label in known if known.count(label) > 1)
    names = [first]
    entries: list[dict[str, list[str]]] = []
    above: Lines = []
    below: Lines = []
    last = first
    for row, label in zip(lines, labels, strict=True):
        text = row[1] if len(row) > 1 else ""
        is_said = bool(recognise(label) or text)
        if label == first:
            entries.append({})
        if not entries or not is_said:
            (below if entries else above).append(row)
            continue
        last = label or last
        names += [] if last in names else [last]
        entries[-1].setdefault(last, []).append(text)
    rows = [["\n".join(filter(None, entry.get(name, []))) for name in names] for entry in entries]
    return [*above, names, *rows, *below]
