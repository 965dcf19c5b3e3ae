"""What somebody typed, as a question to the index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from network.search.lexicon import everyday_words, synonym_groups
from network.search.text import fold, parts, stem, words

MAX_WORDS = 12
MIN_PREFIX = 4

Phrase = tuple[str, ...]
"""Stems that belong together."""


@dataclass(frozen=True)
class Question:
    """Two ``tsquery`` texts of config simple: as typed, and with everything that means the same.

    ``every`` asks for all words, ``some`` for any of them. Letters, digits and operators only.
    """

    typed: str
    every: str
    some: str


@dataclass(frozen=True)
class Slot:
    """One word or known phrase of the text, and what may stand for it."""

    typed: Phrase
    meant: tuple[Phrase, ...]

    def as_typed(self) -> str:
        return _all_of(self.typed, prefix=True)

    def as_meant(self) -> str:
        return "(" + " | ".join([self.as_typed(), *map(_all_of, self.meant)]) + ")"


def understand(
    text: str, corrections: Callable[[list[str]], dict[str, list[str]]]
) -> Question | None:
    """The question in ``text``, or None when it holds no word to look for.

    The index knows Latin letters and digits; a word without any asks nothing.
    ``corrections`` gets the plain words and answers which of them nobody knows, with the
    known words they may have been meant to be.
    """
    asked = [word for word in words(text) if fold(word) and stem(word)][:MAX_WORDS]
    if not asked:
        return None
    wrong = corrections([fold(word) for word in asked])
    slots = list(_slots(asked, wrong))
    return Question(
        typed=" | ".join(slot.as_typed() for slot in slots),
        every=" & ".join(slot.as_meant() for slot in slots),
        some=" | ".join(slot.as_meant() for slot in slots),
    )


def _slots(asked: list[str], wrong: dict[str, list[str]]) -> Iterable[Slot]:
    """The longest known phrase first, then word by word."""
    stemmed = [stem(word) for word in asked]
    known = _meanings()
    place = 0
    while place < len(asked):
        for length in range(min(_longest(), len(asked) - place), 0, -1):
            phrase = tuple(stemmed[place : place + length])
            if phrase in known or length == 1:
                yield _slot(asked[place : place + length], phrase, wrong)
                place += length
                break


def _slot(asked: list[str], phrase: Phrase, wrong: dict[str, list[str]]) -> Slot:
    meant = list(_meanings().get(phrase, ()))
    if len(asked) == 1:
        taken_apart = tuple(stem(part) for part in parts(asked[0]))
        meant += [taken_apart] if taken_apart else []
        for better in wrong.get(fold(asked[0]), ()):
            meant += [(stem(better),), *_meanings().get((stem(better),), ())]
    return Slot(typed=phrase, meant=tuple(dict.fromkeys(meant)))


def _all_of(phrase: Phrase, *, prefix: bool = False) -> str:
    terms = [f"{each}:*" if prefix and len(each) >= MIN_PREFIX else each for each in phrase]
    return terms[0] if len(terms) == 1 else "(" + " & ".join(terms) + ")"


@lru_cache(maxsize=1)
def _meanings() -> dict[Phrase, tuple[Phrase, ...]]:
    found: dict[Phrase, list[Phrase]] = {}
    for group in synonym_groups():
        phrases = [_phrase(each) for each in group]
        for each in phrases:
            found.setdefault(each, []).extend(other for other in phrases if other != each)
    for asked, meant in everyday_words().items():
        found.setdefault(_phrase(asked), []).extend(map(_phrase, meant))
    return {asked: tuple(dict.fromkeys(meant)) for asked, meant in found.items()}


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _meanings()))


def _phrase(text: str) -> Phrase:
    return tuple(stem(word) for word in words(text))
