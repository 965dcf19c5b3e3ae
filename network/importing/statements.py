"""What a remark says plainly, in words that mean one thing: "barrierefrei", "nur Frauen"."""

import re

from network.importing.entry import Entry
from network.importing.fields import Field
from network.importing.row import Row

_NEEDED = r"(?:erforderlich|nötig|notwendig)"
_PLAIN: tuple[tuple[str, bool, str], ...] = (
    ("barrier_free", True, r"(?:ist |zugang )?(?:barrierefrei|rollstuhlgerecht|rolligerecht)"),
    ("barrier_free", False, r"(?:leider )?nicht (?:barrierefrei|rollstuhlgerecht)"),
    ("outreach", True, r"hausbesuche?(?: (?:sind )?möglich)?|kommt (?:ins|nach) haus(?:e)?"),
    ("outreach", True, r"aufsuchend(?:e (?:hilfe|beratung|arbeit))?"),
    ("without_referral", False, rf"(?:überweisung|einweisung) {_NEEDED}"),
    ("without_referral", False, r"nur mit (?:überweisung|einweisung)"),
    ("without_referral", True, r"ohne überweisung(?: möglich)?"),
    ("without_referral", True, rf"keine überweisung {_NEEDED}"),
    ("walk_in", True, rf"keine? (?:termin|(?:vor)?anmeldung) {_NEEDED}"),
    ("walk_in", True, r"ohne (?:termin|(?:vor)?anmeldung)(?: möglich)?"),
    ("by_appointment", True, rf"termin(?:vereinbarung)? {_NEEDED}|nur (?:mit|nach) termin\w*"),
    ("anonymous", True, r"(?:vertraulich und )?(?:auf wunsch (?:auch )?)?anonym(?: möglich)?"),
    ("women_only", True, r"(?:nur|ausschliesslich) (?:für )?frauen"),
)
_PLACES = (Field.ACCESS, Field.REMARK, Field.TARGET_GROUP)
_END = re.compile(
    r"(?:;|(?<!\b(?i:mo|di|mi|do|fr|sa|so))\.(?!\d)|\n(?![a-zäöüß]))(?!\s*(?i:nur|ausschließlich)\b)"
)
"""A sentence that begins with "only" belongs to the one before, which may say when."""

_CUT = re.compile(r"[,;\n]|\.(?=\s)")
_DOUBT = re.compile(
    r"\b(?:nicht|kein\w*|ohne|weder|nur|ausser|mo|di|mi|do|fr|sa|so|\w{1,12}tags?|mittwochs?|"
    r"wochenenden?|uhr)\b|\d\s*(?:[-–:]\s*\d|h\b)"
)
"""Words that may deny or bind what the rest of a sentence says."""


def read_statements(row: Row, entry: Entry) -> None:
    """Each whole part of a remark that says one thing; a column of its own counts before it."""
    texts = [text for field in _PLACES for _name, text in row.named(field)]
    parts = {part for text in texts for sentence in _END.split(text) for part in _certain(sentence)}
    for fact in dict.fromkeys(fact for fact, _answer, _words in _PLAIN):
        said = {
            answer
            for name, answer, words in _PLAIN
            if name == fact and any(re.fullmatch(words, part) for part in parts)
        }
        if len(said) == 1 and fact not in entry.values:
            entry.values[fact] = said.pop()


def _certain(sentence: str) -> list[str]:
    """The plain parts of a sentence, none where its other words deny or bind something."""
    parts = [part.strip().casefold() for part in _CUT.split(sentence)]
    plain = [part for part in parts if any(re.fullmatch(said[2], part) for said in _PLAIN)]
    return [] if any(_DOUBT.search(part) for part in parts if part not in plain) else plain
