"""What somebody typed, as a question to the index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from network.search.lexicon import vague_words
from network.search.meanings import Meanings, Phrase
from network.search.text import fold, parts, stem, words
from network.search.typos import allowed_errors

MAX_WORDS = 12
MIN_PREFIX = 4


@dataclass(frozen=True)
class Question:
    """``tsquery`` texts of config simple: what counts most, and all that means the same.

    ``slots`` asks for one word or phrase each. Letters, digits and operators only.
    """

    closest: str
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
    vague: bool = False
    """Whether it says when or how badly, not what."""

    def as_typed(self) -> str:
        return _all_of(self.typed, prefix=True)

    def as_wanted(self) -> str:
        """What ranks an entry: the word itself, or what a vague one is answered with."""
        if self.vague and self.meant:
            return " | ".join(map(_all_of, self.meant))
        return self.as_typed()

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
        closest=" | ".join(slot.as_wanted() for slot in slots),
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
    if len(asked) > 1:
        return Slot(typed=phrase, meant=tuple(dict.fromkeys(meant)))
    word = fold(asked[0])
    taken_apart = tuple(stem(part) for part in parts(asked[0]))
    unknown = word in wrong and allowed_errors(word) > 0
    if unknown and not meant:
        meant += _guessed(word, taken_apart, wrong[word], glossary)
    meant += [taken_apart] if taken_apart else []
    return Slot(
        typed=phrase,
        meant=tuple(dict.fromkeys(meant)),
        known=bool(meant) or not unknown,
        vague=asked[0] in vague_words(),
    )


def _guessed(
    word: str, taken_apart: Phrase, better: list[str], glossary: Meanings
) -> Iterable[Phrase]:
    """What a word may mean that neither the directory nor the glossary holds."""
    for part in taken_apart:
        yield from glossary.of.get((part,), ())
    yield from glossary.of_beginning(word)
    for each in better:
        yield from ((stem(each),), *glossary.of.get((stem(each),), ()))
    if not better:
        yield from glossary.of_mistyped(word)


def _all_of(phrase: Phrase, *, prefix: bool = False) -> str:
    terms = [f"{each}:*" if prefix and len(each) >= MIN_PREFIX else each for each in phrase]
    return terms[0] if len(terms) == 1 else "(" + " & ".join(terms) + ")"
