"""Reads and compiles a catalogue of translations, without the programs that usually do."""

import ast
import gettext
import io
import re
import struct
from pathlib import Path

ENTRY = re.compile(
    r"msgid (?P<single>(?:\".*\"\n?)+)(?:msgid_plural (?P<plural>(?:\".*\"\n?)+))?"
    r"(?P<said>(?:msgstr.*\n?(?:\".*\"\n?)*)+)"
)
STRINGS = re.compile(r"msgstr(?:\[\d\])? ((?:\".*\"\n?)+)")


def read(file: Path) -> dict[str, tuple[str, ...]]:
    """Source text (with its plural after a NUL) -> translations; the head is under ``""``."""
    found = {}
    for single, plural, said in ENTRY.findall(file.read_text(encoding="utf-8") + "\n"):
        key = "\0".join(_text(part) for part in (single, plural) if part)
        found[key] = tuple(_text(part) for part in STRINGS.findall(said))
    return found


def _text(quoted: str) -> str:
    return "".join(ast.literal_eval(line) for line in quoted.splitlines())


def compiled(entries: dict[str, tuple[str, ...]]) -> gettext.GNUTranslations:
    """The catalogue as Python reads it from a ``.mo`` file."""
    pairs = sorted((key.encode(), "\0".join(said).encode()) for key, said in entries.items())
    start = 28 + 16 * len(pairs)
    keys, values, body = [], [], b""
    for table, column in ((keys, 0), (values, 1)):
        for pair in pairs:
            table += [len(pair[column]), start + len(body)]
            body += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    places = struct.pack(f"<{4 * len(pairs)}I", *keys, *values)
    return gettext.GNUTranslations(io.BytesIO(head + places + body))
