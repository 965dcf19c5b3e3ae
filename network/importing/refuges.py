"""What a list says in passing about where a refuge is: kept for the network alone."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.importing.entry import Entry
from network.importing.hours import HoursReading
from network.importing.named_address import holds_address
from network.importing.reach import without_words
from network.models import Service

HIDDEN = gettext_lazy("Adresse vorsorglich nicht öffentlich")
IN_NAME = gettext_lazy("im Namen steht vielleicht eine Adresse, bitte prüfen")
_TEXTS = (
    *("description", "plain_text", "easy_text", "conditions", "target_groups", "access"),
    *("catchment", "bring_along", "hours_text", "provider_name", "languages", "fax", "website"),
)
_WAY = re.compile(
    r"haltestelle|eingang|hinterh|innenhof|gegenüber|u-bahn|s-bahn|\bbus\b|klingel|nähe\b|neben de",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"strasse|str|weg|platz|allee|gasse|ring|haus|hinter|postfach")
_ROAD = re.compile(r"\w(?:strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)\b")
_QUOTED = re.compile("„[^“]*“")
_TOO_SHORT = 4


def hide_place(entry: Entry, site: str) -> None:
    """The place of ``entry``, with all that its row says of it in other words, is not public.

    ``site`` is what the row calls its house, which often is the street.
    """
    entry.values["address_public"] = False
    entry.reasons.append(str(HIDDEN))
    without_words(entry)
    _leave_out(entry, site)
    keep_place(entry)


def _leave_out(entry: Entry, site: str) -> None:
    """A name without the house; one that sounds like a street is looked at by somebody first."""
    name = str(entry.values["name"])
    if site and name.endswith(f", {site}"):
        name = entry.values["name"] = name.removesuffix(f", {site}")
        entry.asides.append((_("nennt vielleicht den Ort"), site))
    if _ROAD.search(name.casefold()) and str(IN_NAME) not in entry.reasons:
        entry.values["state"] = Service.State.IN_REVIEW
        entry.reasons.append(str(IN_NAME))


def keep_place(entry: Entry) -> None:
    """Texts of ``entry`` that name its street or the way there become internal."""
    words = _of_street(str(entry.values.get("street") or ""))
    for name in _TEXTS:
        text = str(entry.values.get(name) or "")
        if text and _tells(text, words):
            entry.asides.append((_("nennt vielleicht den Ort"), text))
            entry.values[name] = ""
            if name == "hours_text":
                entry.hours = HoursReading("")


def unquoted(entry: Entry) -> list[str]:
    """The reasons of a hidden entry without the words that lead there; these stay internal.

    A reason goes further than the entry: into the report of a list and the output of a command.
    """
    words = _of_street(str(entry.values.get("street") or ""))

    def without(quoted: re.Match[str]) -> str:
        return "„…“" if _tells(quoted[0], words) else quoted[0]

    return [_QUOTED.sub(without, reason) for reason in entry.reasons]


def _tells(text: str, words: set[str]) -> bool:
    plain = text.casefold()
    named = any(word in plain for word in words)
    return named or holds_address(text) or bool(_WAY.search(text))


def _of_street(street: str) -> set[str]:
    """What tells the street in another text, "lindenstr" of "Lindenstraße"."""
    words = re.findall(r"[^\W\d_]+", street.casefold())
    words = [re.sub(r"(?<=\wstr)asse$", "", each) for each in words]
    return {each for each in words if len(each) >= _TOO_SHORT and not _GENERAL.fullmatch(each)}
