"""Contact lists for other programs: CSV that Excel opens right, and vCard 4."""

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from network.contact_lists import Line

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FOLD = 75


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
    )
    writer.writerow(head)
    for line in lines:
        writer.writerow(map(harmless, _cells(line)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_vcards(lines: Iterable[Line]) -> bytes:
    """One vCard 4 for each line, in the bytes RFC 6350 asks for."""
    return "".join(map(_card, lines)).encode()


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
    )


def harmless(cell: str) -> str:
    """A leading apostrophe keeps a spreadsheet from taking the text for a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def _card(line: Line) -> str:
    rows = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{line.id}",
        f"KIND:{'individual' if line.one_person else 'org'}",
        f"FN:{_escaped(line.one_person or line.function)}",
        f"ORG:{_escaped(line.house)}",
        f"TITLE:{_escaped(line.function)}",
        *_numbers(line),
        *([f"EMAIL;TYPE=work:{_escaped(line.mail)}"] if line.mail else []),
        *_note(line),
        "END:VCARD",
    ]
    return "".join(_folded(row) for row in rows)


def _numbers(line: Line) -> list[str]:
    kinds = (("work,voice", line.phone), ("work,fax", line.fax))
    return [f'TEL;TYPE="{kind}":{_escaped(number)}' for kind, number in kinds if number]


def _note(line: Line) -> list[str]:
    said = [
        (_("erreichbar"), line.hours),
        (_("zuständig für"), line.responsible_for),
        (_("Vertretung"), " ".join(filter(None, [line.deputy, line.deputy_phone]))),
        (_("bestätigt am"), line.confirmed),
    ]
    text = "\n".join(f"{label}: {value}" for label, value in said if value)
    return [f"NOTE:{_escaped(text)}"] if text else []


def _escaped(text: str) -> str:
    """A text value: no line ends, no separators, no control characters."""
    plain = "".join(c for c in text.replace("\r\n", "\n") if c == "\n" or c >= " ")
    for mark, written in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
        plain = plain.replace(mark, written)
    return plain


def _folded(row: str) -> str:
    """At most 75 octets a line, never cut inside a letter."""
    folded, size = "", 0
    for letter in row:
        octets = len(letter.encode())
        if size + octets > _FOLD:
            folded, size = f"{folded}\r\n ", 1
        folded, size = folded + letter, size + octets
    return f"{folded}\r\n"
