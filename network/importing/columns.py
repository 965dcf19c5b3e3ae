"""Which column of a directory holds what: by hand, by its name, or by what stands in it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from network.importing.column_names import PATTERNS, WHOLE
from network.importing.fields import Field

__all__ = ["NOTHING", "Field", "assign", "guess", "is_sure", "recognise"]

NOTHING = ""
"""Said of a column by hand: it holds no field; its text stays among the internal remarks."""

_BY_NAME = {name: field for field, names in WHOLE.items() for name in names.split()}
_SPELLING = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MOST_LETTERS, _MOST_WORDS = 60, 7
_SAMPLE = 200
_BY_CONTENT: tuple[tuple[Field, str], ...] = (
    (Field.EMAIL, r"\S+@\S+\.\w{2,}"),
    (Field.WEBSITE, r"(?:https?://|www\.)\S+"),
    (Field.POSTCODE, r"(?:D\s?-\s?)?\d{5}"),
    (Field.ADDRESS, r".*\d.*[,;\n ]\s*\d{5}\s*[^\W\d].*"),
    (Field.PHONE, r"(?=.*[\s()/\-–])(?:\+49|0)[\d\s()/.\-–]{5,}\d"),
    (Field.STREET, r"[^\d@]*(?:str\.?|straße|strasse|weg|platz|allee|gasse|ring|damm)\s*\d+.*"),
)


def recognise(column: str) -> Field | None:
    """The field a column of this name holds, or None; "E-Mail", "e_mail" and "EMAIL" are one."""
    if is_sure(column):
        return _whole(column)
    words = _words(column)
    if len(words) > _MOST_LETTERS or len(words.split()) > _MOST_WORDS or _is_content(column):
        return None
    return next((field for field, pattern in PATTERNS if pattern.search(words)), None)


def is_sure(column: str) -> bool:
    """Whether the whole name is one that is known."""
    return _whole(column) is not None


def assign(
    columns: Sequence[str],
    by_hand: Mapping[str, str] | None = None,
    rows: Sequence[Sequence[str]] = (),
) -> dict[Field, list[int]]:
    """Field to the places of its columns: several phone columns are several places.

    What ``by_hand`` says of a column counts before its name; a name that says nothing is guessed
    from the cells of ``rows``.
    """
    found: dict[Field, list[int]] = {}
    for place, field in enumerate(guess(columns, by_hand, rows)):
        if field:
            found.setdefault(field, []).append(place)
    return found


def guess(
    columns: Sequence[str],
    by_hand: Mapping[str, str] | None = None,
    rows: Sequence[Sequence[str]] = (),
) -> list[Field | None]:
    """The field of every column, in order."""
    said = by_hand or {}
    fields = [_field(said[name]) if name in said else recognise(name) for name in columns]
    for place, name in enumerate(columns):
        if fields[place] is None and name not in said and _follows_area_code(name, fields[:place]):
            fields[place] = Field.PHONE
        elif fields[place] is None and name not in said:
            fields[place] = _by_content([row[place] for row in rows[:_SAMPLE]], fields)
    if Field.NAME not in fields and not said:
        fields = _with_name(fields, rows)
    return fields


def _follows_area_code(name: str, before: Sequence[Field | None]) -> bool:
    """ "Vorwahl" and then "Nummer": the two halves of one number."""
    return before[-1:] == [Field.AREA_CODE] and bool(
        re.match(r"(?:nummer|nr|anschluss)\b", _words(name))
    )


def _field(value: str) -> Field | None:
    return Field(value) if value in Field.__members__.values() else None


def _by_content(cells: Sequence[str], taken: Sequence[Field | None]) -> Field | None:
    filled = [cell for cell in cells if cell]
    for field, pattern in _BY_CONTENT if len(filled) > 1 else ():
        fits = sum(bool(re.fullmatch(pattern, cell, re.IGNORECASE)) for cell in filled)
        if field not in taken and fits >= 0.7 * len(filled):
            return field
    return None


def _with_name(fields: list[Field | None], rows: Sequence[Sequence[str]]) -> list[Field | None]:
    """The site, the provider or the first column of different words stands in for the name."""
    for place, field in enumerate(fields):
        cells = [row[place] for row in rows[:_SAMPLE] if row[place]]
        wordy = sum(bool(re.search(r"[^\W\d_]{3}", cell)) for cell in cells)
        if field is None and len(set(cells)) > 0.7 * len(rows[:_SAMPLE]) and wordy == len(cells):
            return [*fields[:place], Field.NAME, *fields[place + 1 :]]
    return fields


def _whole(column: str) -> Field | None:
    squeezed = re.sub(r"[^a-z0-9]", "", _plain(column))
    shorter = re.sub(r"innen$|in$|en$|\d+$", "", squeezed)
    return _BY_NAME.get(squeezed) or _BY_NAME.get(shorter)


def _plain(column: str) -> str:
    return unicodedata.normalize("NFC", column).lower().translate(_SPELLING)


def _words(column: str) -> str:
    """ "OeffnungszeitMontag", "oeffnungszeit_montag" and "Öffnungszeit (Montag)" alike."""
    apart = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])", " ", unicodedata.normalize("NFC", column))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", _plain(apart)).split())


def _is_content(column: str) -> bool:
    """Whether this is no name of a column but something that stands in one."""
    return bool(re.search(r"@|https?:|\d{3}|\w\s+\d+\s*[a-z]?$", column)) and not re.fullmatch(
        r"[^\d\s]+[ _]?\d{1,2}", column
    )
