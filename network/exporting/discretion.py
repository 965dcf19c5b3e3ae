"""What free text may not carry out of the portal: names of persons, the place of a shelter."""

import re
from typing import Any

from django.utils.translation import gettext as _

_NAME = r"[A-ZÄÖÜ][\wäöüßÄÖÜ’'-]+"
_PERSON = re.compile(rf"\b(?:Frau|Herrn?|Fr\.|Hr\.)\s+(?:(?:Dr|Prof)\.\s*)*{_NAME}(?:\s+{_NAME})?")
_SHORTEST = 4


def impersonal(text: str) -> str:
    """``text`` with "Frau Muster" and the like left out; functions stay."""
    return _PERSON.sub(_("(Ansprechperson)"), text)


def without_place(text: str, row: dict[str, Any]) -> str:
    """``text`` without the lines that name the street, postcode, place or part of town of ``row``.

    The Kreis may be named, even where a place is called like it.
    """
    kreis = row["region__name"].casefold()
    words = [row[name].strip() for name in ("street", "postcode", "town", "district")]
    words.append(re.sub(r"\s*\d+\s*\w?$", "", words[0]))
    telling = {w.casefold() for w in words if len(w) >= _SHORTEST and w.casefold() not in kreis}
    lines = text.splitlines()
    return "\n".join(each for each in lines if not any(w in each.casefold() for w in telling))
