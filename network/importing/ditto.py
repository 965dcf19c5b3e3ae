""" "dto.", "s. o." and the like: the cell above once more."""

import re

_SAME = re.compile(
    r"d(?:i|it)?to\.?|s\. ?o\.|siehe oben|wie oben|wie vor|ders(?:\.|elbe)|dies(?:\.|elbe)"
    r'|-?\s?["″〃„“”]\s?-?',
    re.IGNORECASE,
)
_SAME_AND = re.compile(r"d(?:i|it)?to\.?(?:[,;:]\s*|\s+)(?=\S)", re.IGNORECASE)


def written_out(rows: list[list[str]]) -> list[list[str]]:
    """``rows`` with every such cell as the last one above it that was written in full.

    Below an empty cell nobody knows what is meant, and the words stay.
    """
    above: list[str] = []
    found = []
    for row in rows:
        above += [""] * (len(row) - len(above))
        found.append([_whole(cell, above[place]) for place, cell in enumerate(row)])
        for place, cell in enumerate(row):
            if not (_SAME.fullmatch(cell) or _SAME_AND.match(cell)):
                above[place] = cell
    return found


def is_ditto(cell: str) -> bool:
    """Whether the cell says no more than that it is like the one above."""
    return bool(_SAME.fullmatch(cell))


def _whole(cell: str, above: str) -> str:
    if not above:
        return cell
    if _SAME.fullmatch(cell):
        return above
    rest = _SAME_AND.match(cell)
    return f"{above}, {cell[rest.end() :]}" if rest else cell
