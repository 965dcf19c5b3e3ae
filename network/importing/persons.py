"""Names of people in cells that everybody reads: found, so that they stay with the network."""

import re

_TITLE = r"(?:(?:Prof|Dr|Dipl)\b(?:[ .-]{1,2}(?:med|phil|rer|nat|Psych|Soz|Päd)[a-zäöü]*\b)*\.?\s*)"
_DAYS = r"(?:Mon|Diens|Mitt|Donners|Frei|Sams|Sonn|Feier)\w*"
_NAME = rf"(?!{_DAYS})[A-ZÄÖÜ][a-zäöüßşłğ]{{2,}}(?:-[A-ZÄÖÜ]\w+)*"
_HOUSES = (
    r"gericht|behörde|klini[kn]|zentr|verein\b|verband|beratung|stellen?\b|stiftung|dienst|haus\b|"
    r"heim\b|amt\b|caritas|diakon|kirche|gemeinde|caf[eé]\b|treff\b|schule\b|team\b|gruppe|"
    r"pflege(?!r)|therap|psychiatr|ambulan|station|hilfe|werk\b|werkst|wohn|büro|praxis|stadt\b|"
    r"kreis\b|universit|markt\b|platz\b|stra(?:ß|ss)e\b|sozial|gesundheit|kontakt|anmeld|verwalt|"
    r"sekret|nachbarsch|bürger\b|bürgerh|kreuz\b|anonym|bitte\b|jugend|famili|frauen|kinder|selbsth"
)
_OWN = rf"(?![A-Za-zÄÖÜäöüß-]*(?i:{_HOUSES})){_NAME}"
"""A name that is nobody's house or office."""

_PERSON = re.compile(
    rf"\b(?:(?:Frau|Herrn?|Fr\.|Hr\.|Hrn\.)\s*{_TITLE}*|(?:Prof\.?\s*)?(?=Dr\.){_TITLE}+)"
    rf"(?:[A-ZÄÖÜ]\.[ -]?)*(?:(?:von|van|zu|de|der)\s+)*{_NAME}(?:[ ]{_NAME}){{0,2}}"
    rf"|\b(?:Fam\.|Eheleuten?|Ehepaar|(?<=bei )Familie|(?<=c/o )Familie)\s*{_OWN}"
    r"|\b(?:Ansprechp(?:artner|erson)[\w*:]*?|Kontaktperson|Vorsitz\w*|"
    r"(?!An|Be|Ein|Zu|Ab|Über|Weiter)\w*[Ll]eit(?:ung|er(?:in)?))"
    rf"\s*(?::|\bist\b|\bsind\b)\s*{_TITLE}*(?:[A-ZÄÖÜ]\.[ -]?|{_OWN} ){_OWN}"
)
_HOST = re.compile(
    r"(?:\bc/o|\b[Bb]ei)\s+(?:(?:der\s+)?(?:Familie|Fam\.|Eheleuten?|Ehepaar|Frau|Herrn?)\s+[^,;]+|"
    rf"(?:[A-ZÄÖÜ]\.\s*|{_OWN} ){_OWN}(?=\s*(?:[,;]|$)))\s*[,;]?\s*"
)
"""At whose home something is, in front of a street."""

_HOUSE = re.compile(
    r"(?:gericht|behörde|klinikum|zentrum|verein|verband|beratung|stelle|stiftung)\b", re.IGNORECASE
)
"""How nobody is called."""

_SORTED = re.compile(rf"{_NAME}, {_NAME}(?: {_NAME})?")


def is_name(text: str) -> bool:
    """Whether the text is written as people are in a list: "Muster, Eva"."""
    return bool(_SORTED.fullmatch(text)) and not _HOUSE.search(text)


def names_in(text: str) -> list[str]:
    """Everybody in ``text`` who is called Frau, Herr, Doctor, a family, or the one who leads."""
    return _PERSON.findall(text)


def without_names(text: str) -> str:
    """The text without them, and without the brackets and commas they leave behind."""
    rest = _PERSON.sub(" ", text)
    if rest == text:
        return text
    rest = re.sub(r"\(\s*[,;/]?\s*\)", " ", rest)
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ,;/:-–") for line in rest.split("\n"))
    return "\n".join(line for line in lines if line)


def without_host(street: str) -> str:
    """A street without those at whose home it is: "bei Eva Muster, Weg 2"."""
    rest = without_names(_HOST.sub("", street))
    return street if rest == street else rest.strip(" ,;")
