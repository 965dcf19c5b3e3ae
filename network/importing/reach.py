"""How an entry is reached: numbers, mail and pages out of columns of their own or a mixed one."""

import re
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from network.importing import facts
from network.importing.ditto import is_ditto
from network.importing.entry import Entry
from network.importing.fax import ended
from network.importing.fields import Field
from network.importing.named_address import split_beside
from network.importing.number_notes import told_for
from network.importing.persons import names_in, without_names
from network.importing.phones import read_phones
from network.importing.row import Row

_MAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")
_AT = re.compile(r"(?<=\w)\s*[(\[{]\s*(?:at|ät|@)\s*[)\]}]\s*(?=\w)", re.IGNORECASE)
_PAGE = re.compile(r"(?:https?://|www\.)[^\s,;|]+", re.IGNORECASE)
_FAX = re.compile(
    r"[,;|/\s]*\b(?:(?:tele)?fax|F(?=[\s.:]+[\d(+]))\b\s*(?:nr\.?)?\s*[.:]?\s*([\d\s()/+\-–]+)",
    re.IGNORECASE,
)
_FAX_BEHIND = re.compile(
    r"(?:^|[,;|\n]|/\s)\s*([-–+(]?\d[\d ()/+–-]{1,25}?)\s*\(\s*(?:tele)?fax\s*\)", re.IGNORECASE
)
_FAX_BESIDE = re.compile(
    r"(?<!\d)((?:\+|\(?0)(?:[ ()/–-]*\d){6,30})\s+"
    r"(?=\(?0\d{2,4}\)?[ /–-]+(?:\d[ /–-]*){4,12}\(\s*(?:tele)?fax\s*\))",
    re.IGNORECASE,
)
"""A number with its area code right before that of a fax."""
_DOT = re.compile(r"(?<=\w)\s*[(\[{]\s*(?:dot|punkt)\s*[)\]}]\s*(?=\w)", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:e-?mails?|mail|internet|web|homepage|website|tel(?:efon)?|fon|T(?=[\s.:]+[\d(+]))\b"
    r"\s*\.?\s*:?",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\n|[;|]|,\s|/\s(?=\D)")
_DAYS = re.compile(r"\b(?:mo|di|mi|do|fr|sa|so)\b|\w{1,12}tags?\b|mittwoch|täglich|\buhr\b", re.I)
_ENDING = re.compile(r"[\s\-–]*(\d{1,5})\s*")
_PRIVATE = re.compile(r"\bpriv(?:at)?\b(?!-)", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:[;,\n|]|\boder\b|\bund\b|\s/\s)(?![^()]*\))")
"""What divides numbers, outside of brackets."""

_ENDINGS = ("durchwahl", "dw", "nebenstelle", "apparat")


@dataclass
class _Found:
    """What the cells of a row hold, each sort in the order in which it stands there."""

    phones: list[str] = field(default_factory=list)
    fax: list[str] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)


def read_reach(row: Row, entry: Entry, area_code: str) -> None:
    """Phones, fax, mail and page of ``row`` into ``entry``; a mixed cell is taken apart."""
    found = _Found()
    _phones(row, entry, found)
    _pages(row, entry, found)
    for _name, text in row.named(Field.REACH):
        public = _without_private(_("Kontakt"), text, entry)
        _mixed(split_beside(_with_signs(public))[1], entry, found)
    shown = "; ".join(dict.fromkeys(filter(None, found.phones)))
    code = row.first(Field.AREA_CODE)
    cell = read_phones(shown, code or area_code)
    entry.phones = cell.numbers
    main = cell.numbers[0].shown if cell.numbers else shown
    found.fax = [ended(each, main, code, bare=True) for each in found.fax]
    found.fax += [ended(each, main, code, bare=False) for each in _faxes(row)]
    entry.reasons += cell.problems
    entry.values |= {
        "phone_text": f"{code} {shown}" if code and shown and code not in shown else shown,
        "fax": _joined(found.fax),
        "email": _joined(found.mails),
        "website": _joined(found.pages),
    }
    if not any(entry.values[each] for each in ("phone_text", "email", "website")):
        entry.reasons.append(_("weder Telefon noch E-Mail noch Internet"))


def without_words(entry: Entry) -> None:
    """The numbers of a refuge alone: beside them its street may stand."""
    entry.phones = [replace(phone, note="") for phone in entry.phones]
    if re.search(r"[^\W\d]", str(entry.values["phone_text"])):
        entry.values["phone_text"] = "; ".join(phone.shown for phone in entry.phones)


def _with_signs(text: str) -> str:
    """The text with "(at)" and "[dot]" as the signs that they hide from machines."""
    return _DOT.sub(".", _AT.sub("@", text))


def _joined(texts: list[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text and re.search(r"\w", text)))


def _phones(row: Row, entry: Entry, found: _Found) -> None:
    """Cells of telephone columns; an extension in a column of its own ends the number before."""
    cells = row.named(Field.PHONE)
    for name, text in cells:
        whole = without_names(_apart(_with_signs(_without_private(name, text, entry)), found))
        rest = told_for(whole, entry)
        if names_in(text) or rest != whole:
            entry.asides.append((name, text))
        ending = _ENDING.fullmatch(rest)
        if ending and found.phones and any(word in name.casefold() for word in _ENDINGS):
            _end(found.phones, ending[1], name)
        else:
            found.phones.append(rest if len(cells) == 1 else _labelled(name, rest))


def _end(phones: list[str], ending: str, name: str) -> None:
    """The ending to the number before it; one that has a name of its own is told beside it."""
    main = re.sub(r"\s*\([^()]*\)$", "", phones[-1])
    whole = f"{main.removesuffix('-0')}-{ending}"
    if main == phones[-1]:
        phones[-1] = whole
    else:
        phones.append(_labelled(name, whole))


def _without_private(name: str, text: str, entry: Entry) -> str:
    """The numbers that are not called private; those stay with the network."""
    pieces = _OUTSIDE.split(text)
    own = [piece.strip() for piece in pieces if _PRIVATE.search(piece)]
    if not own:
        return text
    entry.asides += [(name, piece) for piece in own]
    entry.reasons.append(_("private Nummer, nur intern: „%s“") % "; ".join(own))
    return "; ".join(piece.strip() for piece in pieces if not _PRIVATE.search(piece))


def _pages(row: Row, entry: Entry, found: _Found) -> None:
    """Columns of mail and page, each of which may hold the other; other words stay beside."""
    for wanted, into in ((Field.EMAIL, found.mails), (Field.WEBSITE, found.pages)):
        for name, text in row.named(wanted):
            rest = _take(_take(_with_signs(text), _MAIL, found.mails), _PAGE, found.pages)
            if rest == text and not facts.says_nothing(text):
                into.append(text)
            elif re.search(r"\w", _LABEL.sub(" ", rest)):
                entry.asides.append((name, text))


def _mixed(text: str, entry: Entry, found: _Found) -> None:
    """Numbers, mails and pages of a cell; hours stay hours, and words (a name) internal."""
    for piece in filter(None, _PIECE.split(_apart(text, found))):
        if not re.search(r"\w", piece):
            continue
        bare = without_names(piece)
        if len(re.sub(r"\D", "", bare)) < 3 and re.search(r"\w", _LABEL.sub(" ", piece)):
            entry.asides.append((_("Kontakt"), piece.strip()))
        elif _DAYS.search(bare) and not re.search(r"\d[\d\s/()–-]{5,}\d(?![:.]\d|\s*uhr)", bare):
            entry.more_hours.append(_("Kontakt: %s") % bare.strip())
        elif rest := _LABEL.sub(" ", bare).strip(" ,;|/:.\n"):
            found.phones.append(shown := told_for(rest, entry))
            is_whole = bare == piece and shown == rest
            entry.asides += [] if is_whole else [(_("Kontakt"), piece.strip())]


def _apart(text: str, found: _Found) -> str:
    """``text`` without mails, pages and fax numbers, which go to ``found``."""
    rest = _take(_take(text, _MAIL, found.mails), _PAGE, found.pages)
    rest = _FAX_BESIDE.sub(r"\1, ", rest)
    return _take(_take(rest, _FAX_BEHIND, found.fax), _FAX, found.fax).strip(" ,;|/")


def _faxes(row: Row) -> list[str]:
    """Fax numbers; an area code in a column of its own stands before its number."""
    cells = [(name.casefold(), text) for name, text in row.named(Field.FAX)]
    cells = [(n, text) for n, text in cells if not (facts.says_nothing(text) or is_ditto(text))]
    cells = [(name, _as_ending(name, text)) for name, text in cells]
    codes = [text for name, text in cells if "vorwahl" in name]
    numbers = [text for name, text in cells if "vorwahl" not in name]
    return [" ".join([*codes, *numbers])] if codes else numbers


def _as_ending(name: str, text: str) -> str:
    """What a column calls an extension, written as one."""
    ending = _ENDING.fullmatch(text)
    return f"-{ending[1]}" if ending and any(word in name for word in _ENDINGS) else text


def _take(text: str, pattern: re.Pattern[str], into: list[str]) -> str:
    """``text`` without what ``pattern`` finds, which goes to ``into``."""
    for match in pattern.finditer(text):
        into.append(
            (match.group(1) if pattern.groups else match.group()).strip(" .,;\n").rstrip(" -")
        )
    return pattern.sub(" ", text).strip()


def _labelled(name: str, text: str) -> str:
    """A number beside what its column calls it, where that says more than "Telefon 2"."""
    word = re.sub(
        r"(?i)\btele?fon(?:nummer)?|\btel\b\.?|rufnummer|\bnr\b|[\d_\W]+", " ", name
    ).strip()
    return f"{text} ({word})" if word and text and word.casefold() not in text.casefold() else text
