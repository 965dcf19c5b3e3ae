"""Contact lists for other programs: CSV that Excel opens right."""

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from network.contact_lists import Line

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(lines: Iterable[Line]) -> bytes:
    """With byte order mark and semicolons, and no cell that a spreadsheet would calculate."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    head = (
        _("Einrichtung"),
        _("Funktion"),
        _("Station"),
        _("Ansprechperson"),
        _("Telefon"),
        _("Fax"),
        _("E-Mail"),
        _("KIM"),
        _("erreichbar"),
        _("Vertretung"),
        _("Telefon der Vertretung"),
        _("zuständig für"),
        _("bestätigt am"),
        _("Angebot"),
        _("Abwesenheit"),
        _("Anfangsbuchstaben"),
    )
    writer.writerow(head)
    for line in lines:
        writer.writerow(map(harmless, _cells(line)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cells(line: Line) -> tuple[str, ...]:
    person = line.person or (_("derzeit unbesetzt") if line.vacant else "")
    return (
        line.house,
        line.function,
        line.ward,
        person,
        line.phone,
        line.fax,
        line.mail,
        line.kim,
        line.hours,
        line.deputy,
        line.deputy_phone,
        line.responsible_for,
        line.confirmed,
        line.service,
        line.absent or line.away_later,
        line.letters,
    )


def harmless(cell: str) -> str:
    """A leading apostrophe keeps a spreadsheet from taking the text for a formula.

    Blanks before the sign do not help against every program, so they are looked past; control
    characters, which no cell may hold, are left out.
    """
    plain = "".join(c for c in cell if c in "\n\t" or (c >= " " and c != "\x7f"))
    return f"'{plain}" if plain.lstrip(" \u00a0").startswith(_DANGEROUS) else plain
