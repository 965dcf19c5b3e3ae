"""Names of people in cells that everybody reads: found, so that they stay with the network."""

import re

_TITLE = r"(?:(?:Prof|Dr|Dipl)\b(?:[ .-]{1,2}(?:med|phil|rer|nat|Psych|Soz|Päd)[a-zäöü]*\b)*\.?\s*)"
_DAYS = r"(?:Mon|Diens|Mitt|Donners|Frei|Sams|Sonn|Feier)\w*"
_NAME = rf"(?!{_DAYS})[A-ZÄÖÜ][a-zäöüßşłğ]{{2,}}(?:-[A-ZÄÖÜ]\w+)*"
_PERSON = re.compile(
    rf"\b(?:(?:Frau|Herrn?|Fr\.|Hr\.|Hrn\.)\s*{_TITLE}*|(?:Prof\.?\s*)?(?=Dr\.){_TITLE}+)"
    rf"(?:[A-ZÄÖÜ]\.[ -]?)*(?:(?:von|van|zu|de|der)\s+)*{_NAME}(?:[ ]{_NAME}){{0,2}}"
)


_HOUSE = re.compile(
    r"(?:gericht|behörde|klinikum|zentrum|verein|verband|beratung|stelle|stiftung)\b", re.IGNORECASE
)
"""How nobody is called."""

_SORTED = re.compile(rf"{_NAME}, {_NAME}(?: {_NAME})?")


def is_name(text: str) -> bool:
    """Whether the text is written as people are in a list: "Muster, Eva"."""
    return bool(_SORTED.fullmatch(text)) and not _HOUSE.search(text)


def names_in(text: str) -> list[str]:
    """Everybody in ``text`` who is called Frau, Herr or Doctor."""
    return _PERSON.findall(text)


def without_names(text: str) -> str:
    """The text without them, and without the brackets and commas they leave behind."""
    rest = _PERSON.sub(" ", text)
    if rest == text:
        return text
    rest = re.sub(r"\(\s*[,;/]?\s*\)", " ", rest)
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ,;/:-–") for line in rest.split("\n"))
    return "\n".join(line for line in lines if line)
