"""For whom an entry is, as a few groups one can tick, read out of its own words."""

import re
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_OLD_AGE = r"im alter\b(?! von)|\balte menschen|\balters(?:psych|med)|\balten(?:hilfe|pflege|heim)"
_WORDS: dict[str, tuple[Promise, str]] = {
    "adults": (_("Erwachsene"), r"erwachsen|\balle\b|ab 18|volljährig"),
    "young": (_("Junge Erwachsene"), r"junge erwachsene|junge volljährige|jugendliche/junge"),
    "minors": (_("Kinder und Jugendliche"), r"\bkinder\b|jugendliche|unter 18|minderjähr"),
    "old": (_("Ältere Menschen"), rf"senior|ältere|ab 60|ab 65|geronto|{_OLD_AGE}"),
    "women": (_("Frauen"), r"\bfrauen\b"),
    "men": (_("Männer"), r"\bmänner\b"),
    "parents": (_("Eltern mit Kindern"), r"eltern|famili|mütter|mutter|deren kinder"),
    "relatives": (_("Angehörige"), r"angehörig|zugehörig"),
    "addiction": (_("Menschen mit Suchterfahrung"), r"sucht|drogen|alkohol|abhängig"),
    "homeless": (_("Menschen ohne Wohnung"), r"wohnungslos|obdachlos|ohne wohnung"),
    "migration": (_("Zugewanderte und Geflüchtete"), r"migra|geflücht|flücht|asyl|eu-bürger"),
    "queer": (_("LSBTIQ*"), r"lsbti|queer|trans\b"),
}

LABELS: dict[str, Promise] = {key: label for key, (label, _pattern) in _WORDS.items()}


@lru_cache(maxsize=4_000)
def audiences(text: str) -> frozenset[str]:
    """The groups that ``text`` names."""
    plain = text.lower()
    return frozenset(key for key, (_l, pattern) in _WORDS.items() if re.search(pattern, plain))
