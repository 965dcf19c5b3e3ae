"""A fax number that is written short, beside the number that it ends."""

import re

_ENDING = re.compile(r"(?P<dash>[\s\-–]*)(?P<digits>\d{1,5})\s*")
_LINE = re.compile(r"(?P<base>.*\d)\s*[-–]\s*(?P<last>\d{1,5})")
_SHORTEST_MAIN, _LONGEST_MAIN = 5, 8
"""Digits of a number that an ending can follow; a longer one has its own already."""


def ended(fax: str, main: str, code: str, *, bare: bool) -> str:
    """ "-122" or "506" as another end of ``main``; ``code`` before a number that has none.

    A ``bare`` ending, in the same cell and without its hyphen, stands for one that is as long.
    """
    ending, line = _ENDING.fullmatch(fax), _LINE.fullmatch(main)
    if not ending:
        return _with_code(fax, code)
    base = line["base"] if line else main
    is_alike = bare and bool(line and len(line["last"]) == len(ending["digits"]))
    can_end = _count(base) >= _SHORTEST_MAIN and (line or _count(base) <= _LONGEST_MAIN)
    if not can_end or not (ending["dash"].strip() or is_alike):
        return fax
    return _with_code(f"{base}-{ending['digits']}", code)


def _with_code(number: str, code: str) -> str:
    """The number with the area code of its column, unless it has one or that of a mobile."""
    is_whole = not re.fullmatch(r"[1-9][\d\s/–-]+", number)
    is_mobile = re.sub(r"\D", "", code).startswith("01")
    return number if is_whole or is_mobile or not code else f"{code} {number}"


def _count(text: str) -> int:
    return len(re.sub(r"\D", "", text))
