"""Which column of a directory holds what: by hand, by its name, or by what stands in it."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from network.importing import by_content
from network.importing.column_names import PATTERNS, WHOLE
from network.importing.fields import Field
from network.importing.neighbours import settle, with_name

__all__ = ["NOTHING", "Field", "assign", "guess", "is_sure", "plain_words", "recognise"]

NOTHING = ""
"""Said of a column by hand: it holds no field; its text stays among the internal remarks."""

_BY_NAME = {name: field for field, names in WHOLE.items() for name in names.split()}
_SPELLING = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NAMING = (Field.NAME, Field.NAMED_ADDRESS, Field.ORGANISATION)
_SOME = 2
_MOST_LETTERS, _MOST_WORDS = 60, 7
_LONGEST = 200
"""Letters of a name with all its signs and brackets; what is longer is a text."""
_NUMBERING = re.compile(r"^\s*\(?\d{1,2}\s*[.)]\s*(?=[^\W\d])")
_DAY_HEAD = re.compile(
    r"(?:mo|di|mi|do|fr|sa|so)(?:\w*tag|ttwoch)?\.?\s+(?:(?:vorm|nachm)\w*\.?\s+)?(?:von|bis)"
    r"(?:\s+[1-4])?",
    re.IGNORECASE,
)
"""A column of hours, "Mo von 2", and no hours themselves."""
_HYPHENED = re.compile(r"(?<=[^\W\d_])-\s+(?=[a-zäöüß])(?!(?:und|oder|u|bzw)\b)")


def recognise(column: str) -> Field | None:
    """The field a column of this name holds, or None; "E-Mail", "e_mail" and "EMAIL" are one."""
    if len(column) > _LONGEST:
        return None
    whole = _HYPHENED.sub("", _NUMBERING.sub("", column))
    bare = re.sub(r"(?<!\s)\s*[(\[][^()\[\]]*[)\]]", "", whole)
    return _called(whole) or (_called(bare) if bare != whole else None)


def _called(column: str) -> Field | None:
    if is_sure(column):
        return _whole(column)
    words = plain_words(column)
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
    every, rows = rows, rows[: by_content.SAMPLE]
    words = [plain_words(name) for name in columns]
    fields = [_field(said[name]) if name in said else recognise(name) for name in columns]
    fields = _by_content(words, fields, rows, lambda place: columns[place] not in said)
    fields = settle(words, fields, rows, lambda place: columns[place] not in said)
    if not {Field.NAME, Field.NAMED_ADDRESS} & set(fields) and not said:
        fields = with_name(words, fields, rows)
    return fields if said else _of_nameless(words, fields, every)


def _of_nameless(
    words: Sequence[str], fields: list[Field | None], rows: Sequence[Sequence[str]]
) -> list[Field | None]:
    """The name of rows that fill no column of names: those of another sheet have one of theirs."""
    named = [place for place, field in enumerate(fields) if field in _NAMING]
    bare = [row for row in rows if not any(row[place] for place in named)]
    others = [row for row in rows if any(row[place] for place in named)]
    if not (named and len(bare) >= _SOME):
        return fields
    found = with_name(words, fields, bare)
    new = [place for place, field in enumerate(found) if field is not fields[place]]
    return fields if any(row[place] for row in others for place in new) else found


def _by_content(
    words: Sequence[str],
    fields: list[Field | None],
    rows: Sequence[Sequence[str]],
    free: Callable[[int], bool],
) -> list[Field | None]:
    """Columns without a field by their cells, and those whose name says too little."""
    found = list(fields)
    for place in filter(free, range(len(found))):
        cells = [row[place] for row in rows]
        field = found[place] or by_content.field_of(words[place], cells, found)
        found[place] = by_content.refined(field, words[place], cells, found) if field else None
    return found


def _field(value: str) -> Field | None:
    return Field(value) if value in Field.__members__.values() else None


def _whole(column: str) -> Field | None:
    squeezed = re.sub(r"[^a-z0-9]", "", _plain(column))
    shorter = re.sub(r"innen$|in$|en$|\d+$", "", squeezed)
    return _BY_NAME.get(squeezed) or _BY_NAME.get(shorter)


def _plain(column: str) -> str:
    return unicodedata.normalize("NFC", column).lower().translate(_SPELLING)


def plain_words(column: str) -> str:
    """ "OeffnungszeitMontag", "oeffnungszeit_montag" and "Öffnungszeit (Montag)" alike."""
    apart = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])", " ", unicodedata.normalize("NFC", column))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", _plain(apart)).split())


def _is_content(column: str) -> bool:
    """Whether this is no name of a column but something that stands in one."""
    if _DAY_HEAD.fullmatch(column):
        return False
    return bool(re.search(r"@|https?:|\d{3}|\w\s+\d+\s*[a-z]?$", column)) and not re.fullmatch(
        r"[^\d\s]+[ _]?\d{1,2}", column
    )
