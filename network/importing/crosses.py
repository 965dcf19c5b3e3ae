"""Columns of crosses: each says by its name for whom, or in which language."""

import re

from network.importing import facts
from network.importing.columns import plain_words
from network.importing.entry import Entry
from network.importing.row import Row

_WHOM = re.compile(
    r"^(?:fuer )?(?:junge |aeltere |psychisch |chronisch |minderjaehrige )*"
    r"(?:kind(?:er)?|jugendliche|heranwachsende|erwachsene[nr]?|senior\w*|frauen|maenner|"
    r"maedchen|jungen|angehoerige\w*|familien?|eltern|paare|alleinerziehende|migrant\w*|"
    r"gefluechtete|wohnungslose|studierende|menschen|betroffene|lsbtiq?|queer|suchtkranke|"
    r"abhaengige|kranke|divers|alleinstehende)\b"
    r"|^(?:jugendl|jgdl|erw|sen|angeh)$"
    r"|^(?:psych\w* |seelische |geistige )?(?:(?:erkrank|behinder)ung|krankheit)(?:en)?$"
    r"|^(?:sucht(?:mittel(?:abhaeng\w*|konsum\w*)?)?|abhaengigkeit(?:en)?|doppeldiagnosen?|"
    r"depression(?:en)?|psychosen?|demenz(?:en)?|angst|(?:sucht|demenz|angst|abhaengigkeits)"
    r"(?:erkrank\w*|kranke[nr]?)|(?:ess|persoenlichkeits|zwangs|angst)stoerung(?:en)?|"
    r"borderline|traumata?|adhs|autismus)$"
)
_LANGUAGE = re.compile(
    r"^(?:sprache )?(?:englisch|tuerkisch|arabisch|russisch|polnisch|franzoesisch|spanisch|"
    r"italienisch|ukrainisch|farsi|dari|kurdisch|rumaenisch|bulgarisch|serbisch|kroatisch|"
    r"gebaerden\w*|dgs|deutsch|dt|engl|tuerk|arab|russ|poln|franz|span|ital|ukr|rumaen)$|\bdgs\b|gebaerdensprach"
)


def read_crosses(row: Row, entry: Entry) -> None:
    """The names of the crossed columns among the groups and languages of ``entry``."""
    crossed = [name for name, cell in row.unread() if facts.yes_or_no(cell)]
    for field, pattern, between in (
        ("target_groups", _WHOM, "\n"),
        ("languages", _LANGUAGE, ", "),
    ):
        names = ", ".join(name for name in crossed if pattern.search(plain_words(name)))
        said = str(entry.values.get(field) or "")
        entry.values[field] = between.join(filter(None, [said, names]))
