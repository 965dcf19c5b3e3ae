"""The words the directory knows: synonyms, heads of compounds, words without meaning."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("synonyms.json")


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return content


@lru_cache(maxsize=1)
def compound_heads() -> tuple[str, ...]:
    """Plain-letter words that a German compound may end with, longest first."""
    return tuple(sorted(_lexicon()["heads"], key=len, reverse=True))


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that say nothing about what is looked for."""
    return frozenset(_lexicon()["stop_words"])


@lru_cache(maxsize=1)
def vague_words() -> frozenset[str]:
    """Words that say when or how badly, not what: an entry is no better for holding them."""
    return frozenset(_lexicon()["vague"])


@lru_cache(maxsize=1)
def shipped_groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups that the product brings along, as (asked, phrases); asked is "" among equals."""
    same = (("", tuple(group)) for group in _lexicon()["same"])
    led = ((asked, tuple(meant)) for asked, meant in _lexicon()["leads_to"].items())
    return (*same, *led)
