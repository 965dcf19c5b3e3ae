"""What somebody typed, as a question to the index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from network.search.lexicon import everyday_words, synonym_groups
from network.search.text import fold, parts, stem, words
from network.search.typos import allowed_errors

MAX_WORDS = 12
MIN_PREFIX = 4
MIN_BEGINNING = 5

Phrase = tuple[str, ...]
"""Stems that belong together."""


@dataclass(frozen=True)
class Question:
    """``tsquery`` texts of config simple: as typed, and with everything that means the same.

    ``slots`` asks for one word or phrase each. Letters, digits and operators only.
    """

    typed: str
    slots: tuple[str, ...]

    @property
    def every(self) -> str:
        """Asks for all words."""
        return " & ".join(self.slots)

    @property
    def some(self) -> str:
        """Asks for any of the words."""
        return " | ".join(self.slots)


@dataclass(frozen=True)
class Slot:
    """One word or known phrase of the text, and what may stand for it."""

    typed: Phrase
    meant: tuple[Phrase, ...]
    known: bool = True
    """Whether the directory or the glossary knows it at all."""

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
    slots = [slot for slot in slots if slot.known] or slots
    return Question(
        typed=" | ".join(slot.as_typed() for slot in slots),
        slots=tuple(slot.as_meant() for slot in slots),
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
    known = True
    if len(asked) == 1:
        word = fold(asked[0])
        unknown = word in wrong and allowed_errors(word) > 0
        taken_apart = tuple(stem(part) for part in parts(asked[0]))
        if unknown and not meant:
            meant += [each for part in taken_apart for each in _meanings().get((part,), ())]
            meant += _meanings_of_beginning(word)
        meant += [taken_apart] if taken_apart else []
        for better in wrong.get(word, ()):
            meant += [(stem(better),), *_meanings().get((stem(better),), ())]
        known = bool(meant) or not unknown
    return Slot(typed=phrase, meant=tuple(dict.fromkeys(meant)), known=known)


def _meanings_of_beginning(word: str) -> list[Phrase]:
    """What the longest known word means that ``word`` begins with: "trinkt", "alkoholkrank"."""
    for length in range(len(word) - 1, MIN_BEGINNING - 1, -1):
        meant = _beginnings().get(word[:length])
        if meant:
            return list(meant)
    return []


def _all_of(phrase: Phrase, *, prefix: bool = False) -> str:
    terms = [f"{each}:*" if prefix and len(each) >= MIN_PREFIX else each for each in phrase]
    return terms[0] if len(terms) == 1 else "(" + " & ".join(terms) + ")"


@lru_cache(maxsize=1)
def _meanings() -> dict[Phrase, tuple[Phrase, ...]]:
    """Every phrase with all that stands for it; what a word leads to brings its synonyms along."""
    same: dict[Phrase, list[Phrase]] = {}
    for group in synonym_groups():
        phrases = [_phrase(each) for each in group]
        for each in phrases:
            same.setdefault(each, []).extend(other for other in phrases if other != each)
    found = {asked: list(meant) for asked, meant in same.items()}
    for asked, led_to in everyday_words().items():
        for each in map(_phrase, led_to):
            found.setdefault(_phrase(asked), []).extend([each, *same.get(each, ())])
    return {asked: tuple(dict.fromkeys(meant)) for asked, meant in found.items()}


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, tuple[Phrase, ...]]:
    """The meanings of single words by their stem, long enough to be a beginning."""
    return {
        phrase[0]: ((phrase[0],), *meant)
        for phrase, meant in _meanings().items()
        if len(phrase) == 1 and len(phrase[0]) >= MIN_BEGINNING
    }


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _meanings()))


def _phrase(text: str) -> Phrase:
    return tuple(stem(word) for word in words(text))
