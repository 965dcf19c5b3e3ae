"""What the index keeps of an entry: a ``tsvector`` text of config simple, and its words."""

from collections.abc import Iterable

from network.search.text import fold, parts, stem, stems, words
from network.search.typos import allowed_errors

MAX_POSITION = 16_000


def vector(weighted: Iterable[tuple[str, str]]) -> str:
    """The ``tsvector`` text of ``(weight, text)`` pairs; weights A to D, A counts most."""
    places: dict[str, dict[int, str]] = {}
    position = 0
    for weight, text in weighted:
        for each in stems(text):
            position = min(position + 1, MAX_POSITION)
            places.setdefault(each, {})[position] = weight
    return " ".join(_lexeme(each, where) for each, where in sorted(places.items()))


def vocabulary(texts: Iterable[str]) -> set[str]:
    """The plain words and stems of ``texts``: all that a typing error may have been meant to be."""
    found = set()
    for text in texts:
        for word in words(text):
            found |= {fold(word), stem(word), *parts(word)}
    return {each for each in found if allowed_errors(each)}


def _lexeme(each: str, where: dict[int, str]) -> str:
    marks = ",".join(f"{place}{weight}" for place, weight in list(where.items())[:200])
    return f"'{each}':{marks}"
