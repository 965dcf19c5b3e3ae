"""What the glossary says a phrase may also mean, ready to be asked, read once per state."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from network.search.lexicon import shipped_groups
from network.search.text import stem, words
from network.search.typos import closest

MIN_BEGINNING = 5

Phrase = tuple[str, ...]
"""Stems that belong together."""

Groups = Iterable[tuple[str, Iterable[str]]]
"""(asked, phrases): the phrases mean the same, or answer ``asked`` where that is said."""


@dataclass(frozen=True)
class Meanings:
    """Every known phrase with all that may stand for it."""

    of: dict[Phrase, tuple[Phrase, ...]]
    beginnings: dict[str, tuple[Phrase, ...]]
    longest: int

    def of_beginning(self, word: str) -> list[Phrase]:
        """What the longest known word means that ``word`` begins with: "alkoholkrank"."""
        for length in range(len(word) - 1, MIN_BEGINNING - 1, -1):
            if meant := self.beginnings.get(word[:length]):
                return list(meant)
        return []

    def of_mistyped(self, word: str) -> list[Phrase]:
        """What the known word means that ``word`` is nearest to: "depresion"."""
        known = {phrase[0] for phrase in self.of if len(phrase) == 1}
        nearest = closest(word, known, at_most=1) or closest(stem(word), known, at_most=1)
        return [meant for each in nearest for meant in ((each,), *self.of[(each,)])]


def meanings(groups: Groups) -> Meanings:
    """The meanings that ``groups`` make; what a word leads to brings its synonyms along."""
    listed = [(asked, [_phrase(each) for each in phrases]) for asked, phrases in groups]
    same: dict[Phrase, list[Phrase]] = {}
    for asked, phrases in listed:
        for each in phrases if not asked else ():
            same.setdefault(each, []).extend(other for other in phrases if other != each)
    found = {phrase: list(meant) for phrase, meant in same.items()}
    for asked, phrases in listed:
        for each in phrases if asked else ():
            found.setdefault(_phrase(asked), []).extend([each, *same.get(each, ())])
    known = {phrase: tuple(m for m in dict.fromkeys(meant) if m) for phrase, meant in found.items()}
    known.pop((), None)
    return Meanings(known, _beginnings(known), max(map(len, known), default=1))


@lru_cache(maxsize=1)
def shipped() -> Meanings:
    """What the product brings along."""
    return meanings(shipped_groups())


def _beginnings(known: dict[Phrase, tuple[Phrase, ...]]) -> dict[str, tuple[Phrase, ...]]:
    return {
        phrase[0]: ((phrase[0],), *meant)
        for phrase, meant in known.items()
        if len(phrase) == 1 and len(phrase[0]) >= MIN_BEGINNING
    }


def _phrase(text: str) -> Phrase:
    """The stems of ``text``; nothing when one of its words has none that can be looked for."""
    stems = tuple(stem(word) for word in words(text))
    return stems if all(stems) else ()
