"""What a column holds by what stands in it, where its name says nothing or too little."""

import re
from collections.abc import Callable, Sequence

from network.importing import facts
from network.importing.fields import Field
from network.importing.kinds import OTHER, kind_of
from network.importing.named_address import has_name
from network.importing.postcodes import is_in, split_address

SAMPLE = 200
_MOST, _HALF = 0.7, 0.5
_LOOKED_AT = 300
"""Letters of a cell; the patterns would take minutes over a whole book in one."""

_NUMBERED = re.compile(r"schluessel|kennz|\bags\b|\bik\b|\bid\b|nummer|\bnr\b|\bcode\b|jahr")
"""Names of columns whose five digits are no postcode."""

_DAY = r"(?:mo|di|mi|do|fr|sa|so)(?:ntags?|enstags?|ttwochs?|nnerstags?|eitags?|mstags?|nntags?)?"
_NIGHT = r"tag (?:und|u\.|&|\+) nacht"
_PATTERNS: tuple[tuple[Field, str], ...] = (
    (Field.EMAIL, r"\S+@\S+\.\w{2,}"),
    (Field.WEBSITE, r"(?:https?://|www\.)\S+"),
    (Field.POSTCODE, r"(?:D\s?-\s?)?\d{5}"),
    (Field.ADDRESS, r".*\d.*[,;\n ]\s*\d{5}\s*[^\W\d].*"),
    (Field.ADDRESS, r"(?:D\s?-\s?)?\d{4,5}\s+[^\W\d][^,;\n]*[,;\n]\s*[^\W\d].*\d.*"),
    (Field.ADDRESS, r"(?:D\s?-\s?)?\d{5}\s+[^\W\d][^\d@]*"),
    (
        Field.PHONE,
        r"(?:(?=.*[\s()/\-–])(?:\+49|\(?0)[\d\s()/.\-–]{5,}\d|11\d|116 ?\d{3})"
        r"(?:\s*(?:oder|od?\.|und|u\.|/)\s.*)?",
    ),
    (Field.STREET, r"[^\d@]*(?:str\.?|straße|strasse|weg|platz|allee|gasse|ring|damm)\s*\d+.*"),
    (Field.COORDINATES, r"(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(.*\)"),
    (
        Field.HOURS,
        rf"(?:{_DAY}\b|täglich|rund um die uhr|24/7|jederzeit|{_NIGHT}).*|"
        r"nach vereinbarung|n\. ?v\.",
    ),
)
_REACHED = re.compile(
    r"\S@\S|\b(?:tel|telefon|fon|mobil|handy|fax|telefax)\b[.:/\s]*[\d(+]|\b[TF][.:]?\s+[\d(+]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\d)(?:\+49|\(?0\d{2,5}\)?\s*[\s/\-–]\s*\d{2})")
_OPEN = re.compile(r"^(?:mo|di|mi|do|fr|sa|so|täglich)\b|\d\s*uhr\b", re.IGNORECASE)
"""How a cell of hours looks that names a number beside them."""

_DEGREES = re.compile(r"(?:4[6-9]|5[0-6]|[5-9]|1[0-6])[.,]\d+")
_STRONG = re.compile(
    r".*(?:\S@\S|https?://|www\.|(?<!\d)\d{5}(?!\d)|(?<!\d)\(?0\d{2,5}\)?\s*[\s/\-–]\s*\d{3}).*"
    r"|11\d|116\d{3}|.*(?:str\.|straße|weg|platz|allee)\s*\d+\s*[a-z]?",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{1,5}")
_MIXED = {
    Field.CONTACT: lambda cell: _is_reached(cell),
    Field.HOURS: lambda cell: _is_reached(cell) and not _OPEN.search(cell),
    Field.REMARK: lambda cell: bool(_REACHED.match(cell)),
    Field.ADDRESS: lambda cell: _is_reached(cell),
}
"""Fields whose columns often hold numbers and addresses instead."""


def is_content(cell: str) -> bool:
    """Whether this can only stand in a row, never above it: an address, a number, a page."""
    return bool(_STRONG.fullmatch(cell[:_LOOKED_AT]))


def field_of(words: str, cells: Sequence[str], taken: Sequence[Field | None]) -> Field | None:
    """The field of a column called ``words``; none that another column has already."""
    for field, pattern in _PATTERNS:
        if field in taken or (field is Field.POSTCODE and _NUMBERED.search(words)):
            continue
        if _share(cells, _fitting(pattern)) >= _MOST:
            return field
    is_named = bool({Field.NAME, Field.NAMED_ADDRESS} & set(taken))
    if is_named and Field.TYPE not in taken and _share(cells, _is_short_kind, least=3) >= _MOST:
        return Field.TYPE
    if not {Field.PHONE, Field.REACH} & set(taken) and _share(cells, _is_reached) >= _MOST:
        return Field.REACH
    return None


def refined(
    field: Field, words: str, cells: Sequence[str], taken: Sequence[Field | None]
) -> Field | None:
    """What a column really holds whose name says ``field``: numbers under "Kontakt"."""
    if field in (Field.LATITUDE, Field.LONGITUDE) and words[:1] in "xy":
        return field if _share(cells, _is_degree) >= _HALF else None
    if field is Field.HOURS and _share(cells, _is_answer) >= _MOST:
        return Field.WALK_IN if re.search(r"offen|ohne", words) else None
    if field is Field.ADDRESS and _share(cells, _fitting(r"\S+@\S+"), least=1) >= _MOST:
        return Field.EMAIL
    if field in _MIXED and _share(cells, _MIXED[field], least=1) >= _HALF:
        return Field.REACH
    placed = {Field.ADDRESS, Field.POSTCODE, Field.PLACE, Field.NAMED_ADDRESS} & set(taken)
    if field is Field.NAME and not placed and _share(cells, _is_address) >= _HALF:
        return Field.NAMED_ADDRESS
    if field is Field.SITE and not placed and _share(cells, _is_address) >= _HALF:
        return Field.ADDRESS
    if field is Field.NAMED_ADDRESS and not holds_names(cells):
        return Field.ADDRESS
    return field


def holds_names(cells: Sequence[str]) -> bool:
    """Whether most addresses have a name before them."""
    return _share(cells, has_name, least=1) >= _HALF


def is_town(codes: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether ``cells`` are the places of the postcodes beside them."""
    pairs = [(code, cell) for code, cell in zip(codes, cells, strict=True) if code and cell]
    found = sum(is_in(code.zfill(5), cell) for code, cell in pairs)
    return bool(pairs) and found >= _MOST * len(pairs)


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether most cells begin with the digits of a telephone line."""
    return _share(cells, _fitting(r"\d[\d /–-]{3,}.*")) >= _MOST


def _is_short_kind(cell: str) -> bool:
    """ "KBS" or "WfbM": the sort of an entry, too short for its name."""
    return bool(_SHORT.fullmatch(cell)) and kind_of(cell) != OTHER


def _is_reached(cell: str) -> bool:
    return bool(_REACHED.search(cell) or _NUMBER.search(cell))


def _is_degree(cell: str) -> bool:
    return bool(_DEGREES.fullmatch(cell))


def _is_answer(cell: str) -> bool:
    return facts.yes_or_no(cell) is not None


def _is_address(cell: str) -> bool:
    _street, code, place = split_address(cell)
    return bool(code and place)


def _fitting(pattern: str) -> Callable[[str], bool]:
    found = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    return lambda cell: bool(found.fullmatch(cell))


def _share(cells: Sequence[str], test: Callable[[str], bool], least: int = 2) -> float:
    """How much of the filled cells pass ``test``; nothing where fewer than ``least`` are."""
    filled = [cell[:_LOOKED_AT] for cell in cells if cell]
    return sum(map(test, filled)) / len(filled) if len(filled) >= least else 0
