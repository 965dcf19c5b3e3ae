"""The directory as a table: CSV that a German Excel opens right."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from network.exporting.entry import Entry
from network.exporting.words import fact_words
from network.exports import harmless

MARK = b"\xef\xbb\xbf"
CUT = "; "


def head() -> list[str]:
    """The names of the columns."""
    return [
        _("Kennung"),
        _("Name"),
        _("Art der Hilfe"),
        _("Träger"),
        _("Straße"),
        _("PLZ und Ort"),
        _("Bezirk oder Gemeinde"),
        _("Kreis"),
        _("Telefon"),
        _("Fax"),
        _("E-Mail"),
        _("Internet"),
        _("Öffnungszeiten"),
        _("Für wen"),
        _("ab Jahren"),
        _("bis Jahre"),
        _("Beschreibung"),
        _("Zugang"),
        _("Merkmale"),
        _("Kosten"),
        _("Mitbringen"),
        _("Bedingungen"),
        _("Sprachen"),
        _("Einzugsgebiet"),
        _("geprüft am"),
        _("Seite"),
    ]


def as_csv(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Byte order mark, semicolons, and no cell that a spreadsheet would calculate."""
    yield MARK + _line(head())
    for entry in entries:
        yield _line(cells(entry))


def cells(entry: Entry) -> list[str]:
    """One row. The postcode stands with its place: alone it would lose its leading zero."""
    place, texts = entry.place, entry.texts
    return [
        str(entry.id),
        entry.name,
        str(entry.type.label),
        entry.provider.name,
        place.street,
        f"{place.postcode} {place.town}".strip(),
        place.district,
        place.kreis,
        _phones(entry),
        entry.fax,
        entry.email,
        entry.website,
        texts["hours_text"],
        texts["target_groups"],
        *("" if age is None else str(age) for age in entry.ages),
        texts["description"],
        texts["access"],
        CUT.join(fact_words(entry)),
        str(entry.cost.label) if entry.cost else "",
        texts["bring_along"],
        texts["conditions"],
        entry.languages,
        CUT.join(filter(None, [entry.catchment, *entry.areas])),
        f"{entry.verified_on:%d.%m.%Y}" if entry.verified_on else "",
        entry.url,
    ]


def _phones(entry: Entry) -> str:
    noted = [f"{each.shown} ({each.note})" if each.note else each.shown for each in entry.numbers]
    return CUT.join(noted) or entry.unread_phone


def _line(row: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(map(harmless, row))
    return out.getvalue().encode()
