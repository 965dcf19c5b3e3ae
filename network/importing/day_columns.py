"""Hours that stand in columns of their own for a day or several: times, or crosses."""

import re
from itertools import groupby

from network.importing import facts
from network.importing.column_names import TIME_WORDS
from network.importing.columns import plain_words
from network.importing.fields import WEEKDAYS, Field
from network.importing.row import Row, says_something

_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2})?(?::00)?(?: ?uhr)?", re.IGNORECASE)
_NAMES = {"ph": "Feiertag"}
_HAS_DAY = re.compile(r"\b(?:mo|di|mi|do|fr|sa|so)(?:\w*tag|ttwoch)?\b|täglich", re.IGNORECASE)


def by_day(row: Row) -> list[str]:
    """ "Mo 9-12, 14-16" for every day; a pair of columns from and to becomes one time."""
    found = []
    for day, field in WEEKDAYS.items():
        if times := _paired([cell for _name, cell in row.every(field)]):
            found.append(f"{_named(day)} {', '.join(times)}")
    several = groupby(row.every(Field.HOURS_DAYS), key=lambda cell: _days_of(cell[0]))
    for days, cells in several:
        if times := _paired([cell for _name, cell in cells]):
            found.append(f"{days} {', '.join(times)}")
    return found


def crossed(row: Row, hours: str) -> str:
    """ "Mo, Mi, Fr 10-14 Uhr" of days with a cross and one time for all, "" for anything else."""
    cells = {day: row.named(field) for day, field in WEEKDAYS.items()}
    answers = {day: facts.yes_or_no(each[0][1]) for day, each in cells.items() if each}
    open_days = [_named(day) for day, is_open in answers.items() if is_open]
    if not open_days or None in answers.values() or _HAS_DAY.search(hours):
        return ""
    return f"{', '.join(open_days)} {hours}".strip()


def _named(day: str) -> str:
    return _NAMES.get(day, day.capitalize())


def _paired(cells: list[str]) -> list[str]:
    """Columns from and to as times; where one of both is empty nobody knows, and "?" says so."""
    filled = [cell if says_something(cell) and re.search(r"\w", cell) else "" for cell in cells]
    times = [cell for cell in filled if cell]
    if len(cells) % 2 or not all(map(_CLOCK.fullmatch, times)):
        return times
    pairs = zip(filled[::2], filled[1::2], strict=True)
    return [f"{start or '?'} - {end or '?'}" for start, end in pairs if start or end]


def _days_of(column: str) -> str:
    """ "Mo-Fr" of "Mo-Fr von" and of "Öffnungszeiten (Mo-Fr) bis"."""
    words = re.split(r"(\s+|[_()]+)", column.rstrip("'"))
    kept = (word for word in words if not TIME_WORDS.fullmatch(plain_words(word)) or word == "bis")
    days = re.sub(r"[\s_()]+", " ", " ".join(kept)).strip()
    return re.sub(r"^(?:bis )+|(?: bis)+$", "", days)
