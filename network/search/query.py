"""What somebody typed, as a question to the index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from network.search.meanings import Meanings, Phrase
from network.search.text import fold, parts, stem, words
from network.search.typos import allowed_errors

MAX_WORDS = 12
MIN_PREFIX = 4


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


def words_asked(text: str) -> list[str]:
    """The words of ``text`` that something can be looked for by."""
    return [word for word in words(text) if fold(word) and stem(word)][:MAX_WORDS]


def understand(
    text: str, look_up: Callable[[list[str]], tuple[dict[str, list[str]], Meanings]]
) -> Question | None:
    """The question in ``text``, or None when it holds no word to look for.

    The index knows Latin letters and digits; a word without any asks nothing.
    ``look_up`` gets the plain words and answers which of them nobody knows, with the known
    words they may have been meant to be, and what the glossary says.
    """
    asked = words_asked(text)
    if not asked:
        return None
    wrong, meanings = look_up([fold(word) for word in asked])
    slots = list(_slots(asked, wrong, meanings))
    slots = [slot for slot in slots if slot.known] or slots
    return Question(
        typed=" | ".join(slot.as_typed() for slot in slots),
        slots=tuple(slot.as_meant() for slot in slots),
    )


def _slots(asked: list[str], wrong: dict[str, list[str]], glossary: Meanings) -> Iterable[Slot]:
    """The longest known phrase first, then word by word."""
    stemmed = [stem(word) for word in asked]
    place = 0
    while place < len(asked):
        for length in range(min(glossary.longest, len(asked) - place), 0, -1):
            phrase = tuple(stemmed[place : place + length])
            if phrase in glossary.of or length == 1:
                yield _slot(asked[place : place + length], phrase, wrong, glossary)
                place += length
                break


def _slot(
    asked: list[str], phrase: Phrase, wrong: dict[str, list[str]], glossary: Meanings
) -> Slot:
    meant = list(glossary.of.get(phrase, ()))
    known = True
    if len(asked) == 1:
        word = fold(asked[0])
        unknown = word in wrong and allowed_errors(word) > 0
        taken_apart = tuple(stem(part) for part in parts(asked[0]))
        if unknown and not meant:
            meant += [each for part in taken_apart for each in glossary.of.get((part,), ())]
            meant += glossary.of_beginning(word)
        meant += [taken_apart] if taken_apart else []
        for better in wrong.get(word, ()):
            meant += [(stem(better),), *glossary.of.get((stem(better),), ())]
        known = bool(meant) or not unknown
    return Slot(typed=phrase, meant=tuple(dict.fromkeys(meant)), known=known)


def _all_of(phrase: Phrase, *, prefix: bool = False) -> str:
    terms = [f"{each}:*" if prefix and len(each) >= MIN_PREFIX else each for each in phrase]
    return terms[0] if len(terms) == 1 else "(" + " & ".join(terms) + ")"
