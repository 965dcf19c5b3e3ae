"""Contacts for an address book: vCard 4 in the bytes that RFC 6350 asks for."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse

from network.contact_lists import Line

FOLD = 75
"""Octets of a line at most, its end not counted."""


def as_vcards(lines: Iterable[Line]) -> bytes:
    """One vCard for each line."""
    return "".join(map(_card, lines)).encode()


def _card(line: Line) -> str:
    rows = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{line.id}",
        f"KIND:{'individual' if line.one_person else 'org'}",
        f"FN:{_escaped(line.one_person or line.function or line.house)}",
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
    return [_number(kind, number) for kind, number in kinds if number]


def _number(kind: str, number: str) -> str:
    """As an address when it is one number that can be dialled, else in the words it stands in."""
    try:
        read = parse(number, "DE")
    except NumberParseException:
        return f'TEL;TYPE="{kind}":{_escaped(number)}'
    if read.extension or any(c.isalpha() for c in number):
        return f'TEL;TYPE="{kind}":{_escaped(number)}'
    return f'TEL;VALUE=uri;TYPE="{kind}":{format_number(read, PhoneNumberFormat.RFC3966)}'


def _note(line: Line) -> list[str]:
    said = [
        (_("Station"), line.ward),
        (_("Angebot"), line.service),
        (_("KIM"), line.kim),
        (_("erreichbar"), line.hours),
        (_("zuständig für"), line.responsibility),
        (_("Vertretung"), "" if line.standing else _deputy(line)),
        (_("bestätigt am"), line.confirmed),
    ]
    told = [f"{label}: {value}" for label, value in said if value]
    text = "\n".join(filter(None, [line.standing, line.away_later, *told]))
    return [f"NOTE:{_escaped(text)}"] if text else []


def _deputy(line: Line) -> str:
    return " ".join(filter(None, [line.deputy, line.deputy_phone]))


def _escaped(text: str) -> str:
    """A text value: line ends written out, no separators, no control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in lines if c == "\n" or (c >= " " and c != "\x7f"))
    for mark, written in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
        plain = plain.replace(mark, written)
    return plain


def _folded(row: str) -> str:
    """At most 75 octets a line, never cut inside a letter."""
    folded, size = "", 0
    for letter in row:
        octets = len(letter.encode())
        if size + octets > FOLD:
            folded, size = f"{folded}\r\n ", 1
        folded, size = folded + letter, size + octets
    return f"{folded}\r\n"
