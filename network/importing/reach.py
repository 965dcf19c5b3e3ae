"""How an entry is reached: numbers, mail and pages out of columns of their own or a mixed one."""

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from network.importing.fields import Field
from network.importing.phones import read_phones
from network.importing.row import Row

if TYPE_CHECKING:
    from network.importing.rows import Entry

_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_PAGE = re.compile(r"(?:https?://|www\.)[^\s,;|]+", re.IGNORECASE)
_FAX = re.compile(
    r"[,;|/\s]*\b(?:tele)?fax\b\s*(?:nr\.?)?\s*[.:]?\s*([\d\s()/+\-–]+)", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:e-?mails?|mail|internet|web|homepage|website|tel(?:efon)?|fon)\b\s*\.?\s*:",
    re.IGNORECASE,
)


def read_reach(row: Row, entry: "Entry", area_code: str) -> None:
    """Phones, fax, mail and page of ``row`` into ``entry``; a mixed cell is taken apart."""
    fax = _faxes(row)
    mails, pages = [row.text(Field.EMAIL)], [row.text(Field.WEBSITE)]
    phones = []
    for name, text in row.named(Field.PHONE):
        rest = _take(text, _FAX, fax)
        phones.append(rest if len(row.named(Field.PHONE)) == 1 else _labelled(name, rest))
    for _name, text in row.named(Field.REACH):
        rest = _take(_take(_take(text, _MAIL, mails), _PAGE, pages), _FAX, fax)
        phones.append(_LABEL.sub(" ", rest).strip(" ,;|/\n"))
    shown = "; ".join(dict.fromkeys(filter(None, phones)))
    cell = read_phones(shown, row.first(Field.AREA_CODE) or area_code)
    entry.phones = cell.numbers
    entry.reasons += cell.problems
    code = row.first(Field.AREA_CODE)
    entry.values |= {
        "phone_text": f"{code} {shown}" if code and shown and code not in shown else shown,
        "fax": "; ".join(dict.fromkeys(filter(None, fax))),
        "email": "; ".join(dict.fromkeys(filter(None, mails))),
        "website": "; ".join(dict.fromkeys(filter(None, pages))),
    }
    if not any(entry.values[each] for each in ("phone_text", "email", "website")):
        entry.reasons.append(_("weder Telefon noch E-Mail noch Internet"))


def _faxes(row: Row) -> list[str]:
    """Fax numbers; an area code in a column of its own stands before its number."""
    cells = row.named(Field.FAX)
    codes = [text for name, text in cells if "vorwahl" in name.casefold()]
    numbers = [text for name, text in cells if "vorwahl" not in name.casefold()]
    return [" ".join([*codes, *numbers])] if codes else numbers


def _take(text: str, pattern: re.Pattern[str], into: list[str]) -> str:
    """``text`` without what ``pattern`` finds, which goes to ``into``."""
    for match in pattern.finditer(text):
        into.append((match.group(1) if pattern.groups else match.group()).strip(" .,;-"))
    return pattern.sub(" ", text).strip()


def _labelled(name: str, text: str) -> str:
    """A number beside what its column calls it, where that says more than "Telefon 2"."""
    word = re.sub(r"(?i)tele?fon(?:nummer)?|tel\b\.?|rufnummer|[\d_\W]+", " ", name).strip()
    return f"{text} ({word})" if word and text and word.casefold() not in text.casefold() else text
