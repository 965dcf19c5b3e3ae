"""A place as people write it: postcode, name, street and house number out of one line."""

import re
from dataclasses import dataclass

_POSTCODE = re.compile(r"\b\d{5}\b")
_HOUSE = r"\d{1,4}(?:\s?[a-z])?(?![a-zäöüß\d])"
_WITH_HOUSE = re.compile(
    rf"(?P<street>.*?[^\d\s])\s*(?P<house>{_HOUSE}(?:\s?[-–/]\s?{_HOUSE})?)(?P<rest>\s[^\d]*)?",
    re.I,
)
_STREET_WORD = re.compile(
    r"(?:str\.?|straße|strasse|weg|platz|allee|gasse|damm|ring|ufer|chaussee|promenade|steig|pfad)$",
    re.I,
)
_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ABOVE_ALL_LETTERS = "~"

House = tuple[int, str]


@dataclass(frozen=True)
class Place:
    """What was said of a place; everything may be missing. ``houses`` are the ends of a span."""

    postcode: str = ""
    name: str = ""
    street: str = ""
    houses: tuple[House, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        return not (self.postcode or self.name or self.street)

    @property
    def only_street(self) -> bool:
        """Whether a street was said, but not where it is."""
        return bool(self.street) and not (self.postcode or self.name)


def key(text: str) -> str:
    """A name as it is compared: "Lindenbrück Süd" is "lindenbrueck-sued"."""
    plain = text.lower().translate(_PLAIN)
    return "".join(letter for letter in plain if letter.isalnum())


def street_key(text: str) -> str:
    """A street as it is compared: "Berg-Str." is "Bergstraße"."""
    return re.sub(r"str(?:asse)?$", "strasse", key(text))


def house(text: str) -> House | None:
    """("12a") as (12, "a"); None when it is no house number."""
    found = re.fullmatch(r"\s*(\d{1,4})\s?([a-z]?)\s*", text.lower())
    return (int(found[1]), found[2]) if found else None


def up_to(text: str) -> House | None:
    """The last house that "bis 12" means: with every letter, unless it names one itself."""
    last = house(text)
    return last and (last[0], last[1] or _ABOVE_ALL_LETTERS)


def read_place(text: str, known: frozenset[str] = frozenset()) -> Place:
    """Take ``text`` apart; ``known`` are the keys of names that the directory has."""
    postcode = _POSTCODE.search(text)
    rest = _POSTCODE.sub(",", text, count=1)
    names: list[str] = []
    street = ""
    houses: tuple[House, ...] = ()
    for part in filter(None, (part.strip() for part in re.split(r"[,;\n]", rest))):
        if street or key(part) in known:
            names.append(part)
            continue
        street, houses, name = _street(part, known)
        names += [name] if name else []
    return Place(postcode[0] if postcode else "", " ".join(names), street, houses)


def _street(part: str, known: frozenset[str]) -> tuple[str, tuple[House, ...], str]:
    """(street, houses, name) of one part; without a street it is all name."""
    if found := _WITH_HOUSE.fullmatch(part):
        name, street = _name_before(found["street"].strip(), known)
        ends = filter(None, map(house, re.split(r"[-–/]", found["house"])))
        return street, tuple(ends), " ".join(filter(None, [name, (found["rest"] or "").strip()]))
    words = part.split()
    for last, word in enumerate(words):
        if _STREET_WORD.search(word):
            name, street = _name_before(" ".join(words[: last + 1]), known)
            return street, (), " ".join(filter(None, [name, *words[last + 1 :]]))
    return "", (), part


def _name_before(text: str, known: frozenset[str]) -> tuple[str, str]:
    """A known place that stands before the street is no part of the street."""
    words = text.split()
    for length in range(len(words) - 1, 0, -1):
        if key(" ".join(words[:length])) in known:
            return " ".join(words[:length]), " ".join(words[length:])
    return "", text
