"""A list of areas as its owner wrote it; columns are known by their heads, never by the file."""

import csv
import io
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from network.responsibility.place import key

_HEADS: dict[str, tuple[str, ...]] = {
    "text": ("einzugsgebiet", "einzugsgebiettext", "versorgungsgebiet", "zustaendigfuer", "sektor"),
    "search": ("suchtext", "plzort", "zustaendigkeitsbereich"),
    "share": ("flaechenanteil", "anteil", "anteilflaeche"),
    "postcode": ("plz", "postleitzahl", "postcode", "zipcode"),
    "borough": ("bezirk", "stadtbezirk", "bezirksname"),
    "place": ("ort", "ortsname", "gemeinde", "gemeindename", "stadt", "place"),
    "district": ("landkreis", "kreis", "kreisname", "community"),
    "land": ("bundesland", "land", "state"),
    "official_key": ("ags", "gemeindeschluessel"),
    "office": ("einrichtung", "name", "amt", "dienst", "stelle"),
    "department": ("abteilung",),
    "kind": ("art", "typ", "kategorie"),
    "phone": ("telefon", "tel", "rufnummer"),
    "as_of": ("stand",),
    "id": ("quellid", "code", "id", "nr"),
}


class Layout(StrEnum):
    """What a list tells."""

    TEXTS = "texts"
    SEARCHES = "searches"
    SHARES = "shares"
    PLACES = "places"


class NotAreas(Exception):
    """The file holds no list of areas; the message is a sentence for the person who sent it."""


@dataclass(frozen=True)
class Sheet:
    """Rows as dictionaries of known columns; ``rows[0]`` stood in line 2."""

    layout: Layout
    rows: list[dict[str, str]]


def read_sheet(raw: bytes) -> Sheet:
    """The list in ``raw``. Raises NotAreas with a sentence."""
    lines = _lines(_text(raw))
    names = [_known(head) for head in (lines[0] if lines else [])]
    layout = _layout({name for name in names if name})
    rows = [
        {name: cell.strip() for name, cell in zip(names, line, strict=False) if name}
        for line in lines[1:]
    ]
    return Sheet(layout, rows)


def _text(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _lines(text: str) -> list[list[str]]:
    head = text.split("\n", 1)[0]
    separator = max(";,\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [row for row in rows if any(row)]


def _known(head: str) -> str:
    return next((name for name, heads in _HEADS.items() if key(head) in heads), "")


def _layout(columns: set[str]) -> Layout:
    if {"text", "office"} <= columns:
        return Layout.TEXTS
    if {"search", "office"} <= columns:
        return Layout.SEARCHES
    if {"postcode", "borough"} <= columns:
        return Layout.SHARES
    if {"postcode", "place"} <= columns and columns & {"district", "land"}:
        return Layout.PLACES
    raise NotAreas(
        _(
            "Keine Liste von Gebieten: Erwartet werden Spalten wie „Einrichtung“ mit "
            "„Einzugsgebiet“ oder „Suchtext“, „PLZ“ mit „Bezirk“, oder „PLZ“ mit „Ort“ und „Kreis“."
        )
    )
