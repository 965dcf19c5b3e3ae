"""A name and its address in one cell: told apart where the street begins."""

import re

_CUT = re.compile(r"\s*(?:\n|[,;|](?=\s))\s*")
_STREET = re.compile(
    r"[^\d@]*[^\W\d][^\d@]*\s\d{1,4}\s*[a-z]?(?:\s*[-–/+]\s*\d{1,4}\s*[a-z]?)?", re.I
)
_LONGEST, _LONGEST_CELL = 200, 2_000
_CODE = re.compile(r"(?:D\s*[-–]\s*)?\d{5}(?!\d)|postfach\b|c/o\b", re.IGNORECASE)


def split_name(cell: str) -> tuple[str, str]:
    """Name and address; all of it is the name when no part of it is a street or a postcode."""
    parts = [part for part in _CUT.split(cell) if part]
    for place, part in enumerate(parts):
        if _STREET.fullmatch(part[:_LONGEST]) or _CODE.match(part):
            return ", ".join(parts[:place]), ", ".join(parts[place:])
    return ", ".join(parts), ""


_BESIDE = re.compile(
    r"(?:(?:^|[\n,;|])[ \t]*(?P<street>[^\n,;|@]*[^\W\d][^\n,;|@]*\d[ \t]*[a-z]?"
    r"(?:,[ \t]*(?:Haus|Gebäude|Geb\.|Aufgang|Eingang|Etage|Raum|Zimmer)[ \t]+\w{1,4})?))?"
    r"(?:^|[\n,;|])\s*(?P<town>(?:D\s*[-–]\s*)?\d{5}[ \t]+[^\W\d][^\n,;|\d]*)"
)


_WITHIN = re.compile(
    r"(?:(?P<street>[^\W\d][^\n,;|@\d]{1,60}\s[1-9]\d{0,3}[ \t]?[a-z]?)[ \t]+"
    r"|(?:^|(?<=[\n,;|]))\s*)"
    r"(?P<town>\d{5}[ \t]+[A-ZÄÖÜ][\wäöüß]*(?:[-/][A-ZÄÖÜ]\w*)*)"
)
_LABELLED = re.compile(r"\b(?:tel|fon|fax|mobil|ruf|telefon|telefax|handy|zentrale)\b", re.I)
_ROAD = re.compile(
    r"(?:str(?:\.|a(?:ss|ß)e)|weg|platz|allee|gasse|ring|damm|ufer|chaussee)\s*\d", re.IGNORECASE
)


def split_beside(cell: str) -> tuple[str, str]:
    """The address among numbers and mails of one cell, and the cell without it."""
    if len(cell) > _LONGEST_CELL:
        return "", cell
    match = _BESIDE.search(cell) or _WITHIN.search(cell)
    if not match or _LABELLED.search(match["street"] or ""):
        return "", cell
    parts = (match["street"] or "", match["town"])
    address = ", ".join(part.strip() for part in parts if part.strip())
    return address, f"{cell[: match.start()]}\n{cell[match.end() :]}".strip()


def holds_address(name: str) -> bool:
    """Whether a name goes on with a postcode or a road and its number."""
    return bool(_ROAD.search(name) or re.search(r"(?<!\d)\d{5}\s+[^\W\d]", name))


def has_name(cell: str) -> bool:
    """Whether something stands before the address."""
    name, address = split_name(cell)
    return bool(name and address)
