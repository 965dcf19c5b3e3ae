"""Postcodes as five digits again, where a spreadsheet took the leading zero."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from network.places import at_postcode, folded

_FIRST_TWO = frozenset(range(1, 100)) - {5, 11, 43, 62}
"""Leading pairs that exist in Germany."""


@dataclass(frozen=True)
class Mended:
    """A postcode, what was done to it, and why somebody should look."""

    postcode: str
    note: str = ""
    reason: str = ""


def mend(raw: str, town: str) -> Mended:
    """The postcode in ``raw``; a zero that was put back counts as right when ``town`` has it."""
    whole, added = mend_postcode(raw)
    said = {"raw": raw, "whole": whole, "town": town}
    if raw and not whole:
        return Mended("", reason=_("PLZ nicht lesbar: „%(raw)s“") % said)
    if added and is_in(whole, town):
        return Mended(whole, note=_("PLZ %(raw)s zu %(whole)s ergänzt, in %(town)s") % said)
    if added and town:
        return Mended(
            whole, reason=_("PLZ %(raw)s zu %(whole)s ergänzt, passt nicht zum Ort") % said
        )
    if added:
        return Mended(whole, reason=_("PLZ %(raw)s zu %(whole)s ergänzt, ohne Ort") % said)
    return Mended(whole)


def is_in(postcode: str, town: str) -> bool:
    """Whether a place of that postcode is called like ``town``, as far as both names go."""
    asked = folded(town)
    names = [folded(place.name) for place in at_postcode(postcode)]
    return bool(asked) and any(
        f"{name} ".startswith(f"{asked} ") or f"{asked} ".startswith(f"{name} ") for name in names
    )


def only_place(postcode: str) -> str:
    """The town of a postcode that belongs to a single one and its parts, else ""."""
    names = sorted({place.name for place in at_postcode(postcode)}, key=len)
    same = names and all(f"{name} ".startswith(f"{names[0]} ") for name in names)
    return names[0] if same else ""


def mend_postcode(raw: str) -> tuple[str, bool]:
    """The postcode in ``raw`` and whether a lost zero was put back; "" when there is none."""
    digits = re.sub(r"^(?:D|DE)\s*[-–]?\s*", "", raw.strip(), flags=re.IGNORECASE)
    digits = re.sub(r"[.,]0+$", "", digits)
    if not re.fullmatch(r"\d{4,5}", digits, flags=re.ASCII):
        return "", False
    whole = digits.zfill(5)
    exists = int(whole[:2]) in _FIRST_TWO
    return (whole, len(digits) == 4) if exists else ("", False)


_STATE = r"(?:\bDE?\s*[-–]\s*|(?:(?<=[,;|\n] )|(?<=[,;|\n])|^)DE?\s+)?"
"""Germany before a postcode: "D-", and "D " where nothing of a house can stand."""

_FIVE = re.compile(_STATE + r"(?<!\d)(\d{5})(?!\d)\s*([^\W\d_][^,;|\n]*)?")
_FOUR = re.compile(r"(?:^|[,;|\n])\s*(?:D\s*[-–]\s*)?(\d{4})\s+([^\W\d_][^,;|\n]*)$")
_FOUR_FIRST = re.compile(r"\s*(?:D\s*[-–]\s*)?(\d{4})\s+([^\W\d_][^,;|\n]*)(?=[,;|\n])")
_COUNTRY = re.compile(r"[\s,;(]+(?:deutschland|germany|brd)\)?\s*$", re.IGNORECASE)


def _four_first(text: str) -> re.Match[str] | None:
    """A stripped postcode before its town and street, where the place exists."""
    match = _FOUR_FIRST.match(text)
    return match if match and is_in(match[1].zfill(5), match[2].strip()) else None


def split_address(raw: str) -> tuple[str, str, str]:
    """Street, postcode and place of a one-cell address; what does not fit stays in the street."""
    text = _COUNTRY.sub("", raw)
    match = _FIVE.search(text) or _FOUR.search(text) or _four_first(text)
    if not match:
        return raw.strip(), "", ""
    before, after = text[: match.start()], text[match.end() :]
    parts = (part.strip(" ,;|\n/·") for part in (before, after))
    street = " ".join(" ".join(part.split()) for part in parts if part)
    return street, match.group(1), (match.group(2) or "").strip(" /·")
