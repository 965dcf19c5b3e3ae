"""What a list says in passing about where a refuge is: kept for the network alone."""

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from network.importing.hours import HoursReading
from network.importing.named_address import holds_address

if TYPE_CHECKING:
    from network.importing.rows import Entry

_TEXTS = (
    *("description", "plain_text", "easy_text", "conditions", "target_groups", "access"),
    *("catchment", "bring_along", "hours_text"),
)
_WAY = re.compile(
    r"haltestelle|eingang|hinterh|innenhof|gegenüber|u-bahn|s-bahn|\bbus\b|klingel|nähe\b|neben de",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"straße|strasse|str|weg|platz|allee|gasse|ring|haus|hinter|postfach")
_TOO_SHORT = 4


def keep_place(entry: "Entry") -> None:
    """Texts of ``entry`` that name its street or the way there become internal."""
    words = _of_street(str(entry.values.get("street") or ""))
    for name in _TEXTS:
        text = str(entry.values.get(name) or "")
        plain = text.casefold()
        tells = any(word in plain for word in words) or holds_address(text) or _WAY.search(text)
        if text and tells:
            entry.asides.append((_("nennt vielleicht den Ort"), text))
            entry.values[name] = ""
            if name == "hours_text":
                entry.hours = HoursReading("")


def _of_street(street: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", street.casefold())
    return {each for each in words if len(each) >= _TOO_SHORT and not _GENERAL.fullmatch(each)}
