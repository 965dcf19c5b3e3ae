"""What an XLSX sheet says beside its cells: which are merged, and where a link leads."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils.cell import range_boundaries
from openpyxl.xml.functions import fromstring, iterparse

_MOST_CELLS = 20_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Cell = tuple[int, int]


@dataclass
class Beside:
    """Row and column, counted from 1, to the cell whose text it shows, and to its address."""

    merged: dict[Cell, Cell] = field(default_factory=dict)
    links: dict[Cell, str] = field(default_factory=dict)


def read_beside(archive: zipfile.ZipFile, path: str) -> Beside:
    """Merged cells of one column and links of the sheet at ``path`` in ``archive``."""
    found, targets = Beside(), _targets(archive, path)
    with archive.open(path) as part:
        for _event, element in iterparse(part):
            tag = element.tag.rpartition("}")[2]
            if tag == "mergeCell":
                _merge(element.get("ref", ""), found)
            elif tag == "hyperlink":
                _link(element, targets, found)
            elif tag == "row":
                element.clear()
    return found


def _merge(ref: str, found: Beside) -> None:
    """Cells below the first of a block one column wide; wider ones are headings."""
    left, top, right, bottom = _bounds(ref)
    if left == right and len(found.merged) + bottom - top < _MOST_CELLS:
        found.merged |= {(row, left): (top, left) for row in range(top + 1, bottom + 1)}


def _link(element: Any, targets: dict[str, str], found: Beside) -> None:
    target = targets.get(element.get(_RELATION, ""), "")
    left, top, _right, _bottom = _bounds(element.get("ref", ""))
    if left and re.match(r"https?://|mailto:", target):
        is_mail = target.startswith("mailto:")
        found.links[top, left] = target[7:].partition("?")[0] if is_mail else target


def _bounds(ref: str) -> tuple[int, int, int, int]:
    if not re.fullmatch(r"[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?", ref):
        return (0, 0, 1, 0)
    left, top, right, bottom = range_boundaries(ref)
    return (left or 0, top or 0, right or 0, bottom or 0)


def _targets(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    folder, _slash, name = path.rpartition("/")
    try:
        tree = fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
    except KeyError:
        return {}
    return {each.get("Id", ""): each.get("Target", "") for each in tree}


def sheet_paths(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet of the workbook and where it lies."""
    targets = _targets(archive, "xl/workbook.xml")
    book = fromstring(archive.read("xl/workbook.xml"))
    for element in book.iter():
        target = targets.get(element.get(_RELATION, ""), "")
        if element.tag.endswith("}sheet") and target:
            yield (
                element.get("name", ""),
                target.lstrip("/") if target[0] == "/" else f"xl/{target}",
            )
