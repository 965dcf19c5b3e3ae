"""The directory as a table: CSV that a German Excel opens right."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.exporting.entry import Entry
from network.exporting.words import fact_words
from network.exports import harmless

MARK = b"\xef\xbb\xbf"
CUT = "; "
TEXT, NUMBER, DAY = "@", "0", "DD.MM.YYYY"
"""How a spreadsheet shows a cell, and so by what it sorts."""

Said = str | int | dt.date | None


@dataclass(frozen=True)
class Column:
    """A column: its name, its width in letters, what it says of an entry, and the shape of that."""

    name: str | Promise
    width: int
    said: Callable[[Entry], Said]
    shape: str = TEXT


def _town(entry: Entry) -> str:
    """The postcode stands with its place: alone it would lose its leading zero."""
    return f"{entry.place.postcode} {entry.place.town}".strip()


def _phones(entry: Entry) -> str:
    noted = [f"{each.shown} ({each.note})" if each.note else each.shown for each in entry.numbers]
    return CUT.join(noted) or entry.unread_phone


def _areas(entry: Entry) -> str:
    return CUT.join(filter(None, [entry.catchment, *entry.areas]))


def _cost(entry: Entry) -> str:
    return str(entry.cost.label) if entry.cost else ""


def _of(text: str) -> Callable[[Entry], str]:
    return lambda entry: entry.texts[text]


COLUMNS = (
    Column(_("Kennung"), 14, lambda entry: str(entry.id)),
    Column(_("Name"), 34, lambda entry: entry.name),
    Column(_("Art der Hilfe"), 22, lambda entry: str(entry.type.label)),
    Column(_("Träger"), 28, lambda entry: entry.provider.name),
    Column(_("Straße"), 26, lambda entry: entry.place.street),
    Column(_("PLZ und Ort"), 22, _town),
    Column(_("Bezirk oder Gemeinde"), 20, lambda entry: entry.place.district),
    Column(_("Kreis"), 20, lambda entry: entry.place.kreis),
    Column(_("Telefon"), 26, _phones),
    Column(_("Fax"), 18, lambda entry: entry.fax),
    Column(_("E-Mail"), 28, lambda entry: entry.email),
    Column(_("Internet"), 28, lambda entry: entry.website),
    Column(_("Öffnungszeiten"), 28, _of("hours_text")),
    Column(_("Für wen"), 28, _of("target_groups")),
    Column(_("ab Jahren"), 9, lambda entry: entry.ages[0], NUMBER),
    Column(_("bis Jahre"), 9, lambda entry: entry.ages[1], NUMBER),
    Column(_("Beschreibung"), 60, _of("description")),
    Column(_("Zugang"), 34, _of("access")),
    Column(_("Merkmale"), 40, lambda entry: CUT.join(fact_words(entry))),
    Column(_("Kosten"), 18, _cost),
    Column(_("Mitbringen"), 28, _of("bring_along")),
    Column(_("Bedingungen"), 34, _of("conditions")),
    Column(_("Sprachen"), 24, lambda entry: entry.languages),
    Column(_("Einzugsgebiet"), 28, _areas),
    Column(_("geprüft am"), 13, lambda entry: entry.verified_on, DAY),
    Column(_("Seite"), 40, lambda entry: entry.url),
)


def head() -> list[str]:
    """The names of the columns."""
    return [str(column.name) for column in COLUMNS]


def as_csv(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Byte order mark, semicolons, and no cell that a spreadsheet would calculate."""
    yield MARK + _line(head())
    for entry in entries:
        yield _line([_written(column.said(entry)) for column in COLUMNS])


def _written(said: Said) -> str:
    if isinstance(said, dt.date):
        return f"{said:%d.%m.%Y}"
    return "" if said is None else str(said)


def _line(row: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(map(harmless, row))
    return out.getvalue().encode()
