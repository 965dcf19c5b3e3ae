"""Several tables on one sheet, each below its own head."""

from network.importing.by_content import is_content
from network.importing.heads import names_columns

_MOST = 0.8
Lines = list[list[str]]


def apart(lines: Lines) -> list[tuple[str, Lines]]:
    """The tables of ``lines`` with what stands above each; a head that only repeats starts none."""
    places = [place for place, row in enumerate(lines) if _is_head(row)]
    different: list[int] = []
    for place in places:
        if not different or (lines[place] != lines[different[-1]] and place > different[-1] + 2):
            different.append(place)
    if len(different) < 2:
        return [("", lines)]
    starts = [0, *(_with_title(lines, place) for place in different[1:]), len(lines)]
    parts = [lines[first:last] for first, last in zip(starts, starts[1:], strict=False)]
    return [(_title(lines, place), part) for place, part in zip(different, parts, strict=True)]


def _is_head(row: list[str]) -> bool:
    return bool(names_columns(row, _MOST)) and not any(map(is_content, row))


def _with_title(lines: Lines, head: int) -> int:
    """The first of the lines of one cell that stand right above a head."""
    while head and len([cell for cell in lines[head - 1] if cell]) == 1:
        head -= 1
    return head


def _title(lines: Lines, head: int) -> str:
    return " ".join(cell for row in lines[_with_title(lines, head) : head] for cell in row if cell)
