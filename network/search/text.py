"""German text as search words: folded, stemmed, compounds taken apart."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from network.search.lexicon import compound_heads, stop_words

MAX_TEXT = 20_000
"""Characters of one text that are looked at; the rest of a longer one cannot be searched."""

MAX_WORD = 40
_WORD = re.compile(r"[^\W_]+")
_INNEN = re.compile(r"[*:_/](?=innen|in\b)")
_NONE = re.compile(r"\bkeine?[mnrs]?\b")
_FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})
_MIN_MODIFIER = 3


def words(text: str) -> Iterator[str]:
    """The words of ``text`` in order: lower case, one spelling per letter, stop words left out.

    "keine Wohnung" is "ohne Wohnung".
    """
    folded = _INNEN.sub("", unicodedata.normalize("NFC", text[:MAX_TEXT]).lower())
    for match in _WORD.finditer(_NONE.sub("ohne", folded)):
        word = match.group()[:MAX_WORD]
        if word not in stop_words():
            yield word


def fold(word: str) -> str:
    """``word`` in plain letters: ä as a, ß as ss, every other mark taken off."""
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_FOLD))
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isalnum())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of ``word``; "Häuser", "Haeuser" and "Haus" share one."""
    stemmed: str = _stemmer().stemWord(unicodedata.normalize("NFC", word.lower()))
    return fold(stemmed)


def parts(word: str) -> list[str]:
    """The words a compound is made of, as far as its head is a known word; else nothing."""
    plain = fold(word)
    for head in compound_heads():
        if plain.endswith(head) and len(plain) - len(head) >= _MIN_MODIFIER:
            modifier = _without_linking(plain[: -len(head)])
            return [*(parts(modifier) or [modifier]), head]
    return []


def stems(text: str) -> list[str]:
    """Every stem of ``text`` in order, the stems of compound parts behind their compound."""
    found = []
    for word in words(text):
        found.append(stem(word))
        found.extend(stem(part) for part in parts(word))
    return [each for each in found if each]


def _without_linking(modifier: str) -> str:
    """``Krisen`` stays, the stem takes care of it; a linking s does not: ``Versorgungs``."""
    if modifier.endswith(("ungs", "heits", "keits", "schafts", "tions", "tats")):
        return modifier[:-1]
    return modifier


@lru_cache(maxsize=1)
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("german")
