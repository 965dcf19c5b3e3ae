"""Telephone numbers out of a cell; what is written there stays the truth."""

import re
from dataclasses import dataclass, field, replace

import phonenumbers
from django.utils.translation import gettext as _

SHORT_NUMBERS = frozenset({"110", "112", "115", "116016", "116111", "116116", "116117", "116123"})
"""Valid without an area code, all over the country."""

_MAX_CELL = 500
_SHORTEST = 5
_WITH_AREA_CODE, _TOO_LONG, _LONGEST = 9, 10, 13
"""Digits that a number with its area code has at least; that none has without; that any has."""

_CUT = re.compile(
    r"\s*(?:[,;\n|]|\boder\b|\bund\b|\bbzw\.?|\bu\.|\bod?\.(?=\s))\s*"
    r"(?![^()\d]*+(?:\d{1,4}[^()\d]++)*+\))",
    re.IGNORECASE,
)
"""What divides numbers; a bracket in which no number stands, "(1. und 3. Mo)", is whole."""

_SLASH = re.compile(r"(?<![\s(]24)/|/(?!7\b)")
"""No "24/7"."""
_HOURS = (
    r"\s+(?:\d{1,2}[.:]?\d{0,2}\s*[-–]\s*)?\d{1,2}[.:]?\d{0,2}\s?(?:h|std|stunden|uhr)\b|\s+24/7"
)
_NUMBER = re.compile(
    rf"\+?\s*\(?\d(?:(?!{_HOURS})[\d\s./\-–]|(?<=\d)\)|"
    r"(?<=[\d+ ])\((?=[\d\s]{1,8}\)\s*[-–/\d]))*\d|\d{2,}",
    re.IGNORECASE,
)
"""A bracket opens a number, or closes before more of its digits; "(24h)" and hours are notes."""
_RUN_TOGETHER = re.compile(r"(/\s*\d[\d -]{3,}?)\s+(?=0\d[\d ]{0,5}/\s*\d[\d -]{3,})")
_SHORTENED = re.compile(r"\b\d[.,]\d+E\+\d+", re.IGNORECASE)
_WHOM = (
    r"tel(?:efon)?|fon|ruf|durchwahl|dw|zentrale|sekretariat|büro|anmeldung|aufnahme|empfang|"
    r"pforte|leitung|vertretung|ambulanz|notfall|nachts?|nachtdienst|tagsüber|oder"
)
"""Words before an ending that only a number can have behind them."""
_ENDING = re.compile(
    rf"(?P<before>(?:(?:{_WHOM})\b[.:]?\s*)?)[-–](?P<digits>\d{{1,5}})(?P<after>\D*)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?P<base>.*\d)\s*[-–]\s*(?P<digits>\d{1,5})")
_BARE_ENDING = re.compile(r"(?P<before>)(?P<digits>\d{2,5})(?P<after>)")
_LABEL = re.compile(r"^(?:tel(?:efon)?|fon|ruf)\b[.:]?\s*", re.IGNORECASE)
_NO_ENDING = re.compile(r"\b(?:bis|uhr|jahren?)\b", re.IGNORECASE)
_SHORTEST_BASE = 4
_EXTENSION = re.compile(r"\b(?:App(?:arat)?|DW|Durchwahl|Nst)\b\.?\s*\d+", re.IGNORECASE)


@dataclass(frozen=True)
class Phone:
    """One number: ``dial`` for the machine (E.164 or short), ``shown`` as it was written."""

    dial: str
    shown: str
    note: str = ""
    area_code: str = ""


@dataclass(frozen=True)
class PhoneCell:
    """The numbers read from a cell, and why parts of it could not be read."""

    raw: str
    numbers: list[Phone] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_phones(raw: str, area_code: str = "") -> PhoneCell:
    """Every number in ``raw``; ``area_code`` ("30") completes a number that has none."""
    cell = PhoneCell(raw)
    for shortened in _SHORTENED.findall(raw):
        cell.problems.append(_("vom Tabellenprogramm gekürzte Nummer: „%s“") % shortened)
    raw = _SHORTENED.sub(" ", raw)
    code = _bare_code(area_code)
    for piece in filter(None, _CUT.split(raw[:_MAX_CELL])):
        for part in _between_slashes(piece):
            number, code = _read(part, code)
            if number is None and cell.numbers:
                number = _of_same_line(part, cell.numbers[-1], code)
            _file(number, part, cell)
    if raw.strip() and not cell.numbers and not cell.problems:
        cell.problems.append(_("keine Telefonnummer zu erkennen: „%(text)s“") % {"text": raw})
    return cell


def _bare_code(area_code: str) -> str:
    """ "30" of "030", "(030)", "030/" and "+49 30"."""
    return re.sub(r"\D", "", re.sub(r"^\s*\(?(?:\+|00)49", "", area_code)).lstrip("0")


def _file(number: Phone | str | None, part: str, cell: PhoneCell) -> None:
    if isinstance(number, Phone):
        cell.numbers.append(number)
    elif number:
        cell.problems.append(number)
    elif cell.numbers:
        last = cell.numbers.pop()
        note = ", ".join(filter(None, [last.note, part.strip(" /")]))
        cell.numbers.append(replace(last, note=note))


def _of_same_line(part: str, last: Phone, code: str) -> Phone | None:
    """ "-105" behind "23125-104": an ending as long as the one it stands for, or for a "-0".

    Without its hyphen, "104/105", only one as long.
    """
    bare, old = _BARE_ENDING.fullmatch(part.strip()), _ENDED.fullmatch(last.shown)
    new = bare or _ENDING.fullmatch(part.strip())
    if not (new and old) or _NO_ENDING.search(part):
        return None
    is_alike = (old["digits"] == "0" and not bare) or len(old["digits"]) == len(new["digits"])
    if not is_alike or len(_digits(old["base"])) < _SHORTEST_BASE:
        return None
    written = f"{old['base']}-{new['digits']}"
    number, _code = _complete(written, _digits(written), _note(new["before"], new["after"]), code)
    return number if isinstance(number, Phone) else None


def _note(*words: str) -> str:
    """The words around a number, without brackets that only open or only close."""
    note = _LABEL.sub("", " ".join(" ".join(words).split()).strip("() -:."))
    is_whole = note.count("(") == note.count(")")
    return note if is_whole else " ".join(re.sub(r"[()]", " ", note).split())


def _between_slashes(piece: str) -> list[str]:
    """Numbers divided by slashes, an area code before a slash kept with its number."""
    parts: list[str] = []
    for part in _SLASH.split(_RUN_TOGETHER.sub(r"\1 / ", piece)):
        if parts and _is_area_code(parts[-1]):
            parts[-1] = f"{parts[-1]}/{part}"
        else:
            parts.append(part)
    return parts


def _is_area_code(text: str) -> bool:
    """ "030", "03 51", "0511/532" or "+49 351": digits that cannot be a whole number yet."""
    bare = re.sub(r"[\s()/]", "", text)
    return bool(re.fullmatch(r"\D*(?:0\d{1,6}|\+49\d{0,5}|0049\d{0,5})", bare))


def _read(part: str, code: str) -> tuple[Phone | str | None, str]:
    """A number, a problem, or None for an ending of the number before; and the area code."""
    extension = _EXTENSION.search(part)
    bare = _EXTENSION.sub(" ", part)
    match = _NUMBER.search(bare)
    if not match:
        return None, code
    written = match.group().strip()
    digits = _digits(written)
    note = _note(bare.replace(match.group(), " "))
    note = ", ".join(filter(None, [note, extension.group() if extension else ""]))
    if digits in SHORT_NUMBERS:
        return Phone(digits, written, note), code
    if len(digits) < (3 if digits.startswith("0") else _SHORTEST):
        return None, code
    return _complete(written, digits, note, code)


def _complete(written: str, digits: str, note: str, code: str) -> tuple[Phone | str | None, str]:
    if written.startswith("+") or digits.startswith("0"):
        dialled = written
    elif written == digits and _lost_zero(digits, code):
        dialled, note = f"0{digits}", ", ".join(filter(None, [note, _("0 ergänzt")]))
    elif written == digits and _lost_plus(digits):
        dialled, note = f"+{digits}", ", ".join(filter(None, [note, _("+ ergänzt")]))
    elif code:
        dialled = f"0{code} {digits}"
    else:
        return _("Vorwahl fehlt: „%(text)s“") % {"text": written}, code
    try:
        number = phonenumbers.parse(dialled, "DE")
    except phonenumbers.NumberParseException:
        return _("keine gültige Telefonnummer: „%(text)s“") % {"text": written}, code
    if not phonenumbers.is_possible_number(number) or not phonenumbers.is_valid_number(number):
        return _("keine gültige Telefonnummer: „%(text)s“") % {"text": written}, code
    dial = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    own = area_code_of(number)
    return Phone(dial, written, note, own), own or code


def _lost_zero(digits: str, code: str) -> bool:
    """Whether a spreadsheet took the zero: the area code of the town or of a mobile follows.

    Where nobody knows the town's, it takes more digits than a number without area code has.
    """
    if not _WITH_AREA_CODE <= len(digits) <= _LONGEST:
        return False
    number = phonenumbers.parse(f"0{digits}", "DE")
    kind = phonenumbers.number_type(number)
    if not phonenumbers.is_valid_number(number):
        return False
    is_mobile = kind == phonenumbers.PhoneNumberType.MOBILE
    area = area_code_of(number)
    return is_mobile or bool(area and (area == code if code else len(digits) >= _TOO_LONG))


def _lost_plus(digits: str) -> bool:
    """Whether a spreadsheet made one figure of "+49 ...", which cannot be a number at home."""
    if not (digits.startswith("49") and _TOO_LONG < len(digits) <= _LONGEST):
        return False
    abroad, at_home = (phonenumbers.parse(f"{first}{digits}", "DE") for first in ("+", "0"))
    return phonenumbers.is_valid_number(abroad) and not phonenumbers.is_valid_number(at_home)


def area_code_of(number: phonenumbers.PhoneNumber) -> str:
    """The area code of a fixed line without its zero, "" for a mobile number."""
    if phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.FIXED_LINE:
        return ""
    length = phonenumbers.length_of_geographical_area_code(number)
    return phonenumbers.national_significant_number(number)[:length]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
