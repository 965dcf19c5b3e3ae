"""For whom, when, on which terms: what a row says about an entry beside name and place."""

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from network.importing import facts
from network.importing.fields import WEEKDAYS, WORDS, YES_OR_NO, Field
from network.importing.hours import HoursReading, read_hours
from network.importing.row import Row

if TYPE_CHECKING:
    from network.importing.rows import Entry

_SEASON = re.compile(r"saison|\d{1,2}\.\d{1,2}\.\s*[-–]\s*\d{1,2}\.\d{1,2}\.", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2})?(?::00)?(?: ?uhr)?", re.IGNORECASE)
_LAST = re.compile(
    r"letzter? (?:einlass|aufnahme)(?: bis| um)? (\d{1,2}(?:[:.]\d{2})?)", re.IGNORECASE
)
_DAY_NAMES = {"ph": "Feiertag"}


def read_texts(row: Row, entry: "Entry") -> None:
    """Texts that go in as they stand."""
    offers = [row.text(Field.DESCRIPTION), row.text(Field.OFFERS)]
    entry.values |= {
        "description": "\n".join(filter(None, offers)),
        "plain_text": row.text(Field.PLAIN_TEXT),
        "easy_text": row.text(Field.EASY_TEXT),
        "conditions": row.text(Field.REMARK),
        "target_groups": row.text(Field.TARGET_GROUP),
        "catchment": row.text(Field.CATCHMENT),
        "languages": row.text(Field.LANGUAGES, ", "),
        "access": row.text(Field.ACCESS),
        "bring_along": row.text(Field.BRING_ALONG),
    }


def read_hours_of(row: Row, entry: "Entry") -> None:
    """Opening hours out of one column, several, or one for every day of the week."""
    cells = row.named(Field.HOURS)
    daily = _by_day(row)
    texts = [text for _name, text in cells]
    if len(cells) > 1 or (cells and daily) or _is_of_phone(cells):
        texts = [f"{name}: {text}" for name, text in cells]
    whole = "; ".join(filter(None, [*texts, *daily]))
    entry.hours = read_hours(whole)
    remark = row.text(Field.REMARK)
    if entry.hours.spans and _SEASON.search(remark):
        reason = _("Zeiten gelten nur in der Saison: „%(text)s“") % {"text": remark}
        entry.hours = HoursReading(whole, problem=reason)
    if entry.hours.problem:
        entry.reasons.append(entry.hours.problem)
    entry.values["hours_text"] = whole
    last = set(_LAST.findall(whole))
    if len(last) == 1:
        entry.values["last_admission"] = facts.clock_time(last.pop())


def _is_of_phone(cells: list[tuple[str, str]]) -> bool:
    """Whether the hours are those of the telephone, which say nothing about the door."""
    return any(
        re.search(r"tel|erreichb|anmeld|büro|sekretariat", name.lower()) for name, _t in cells
    )


def _by_day(row: Row) -> list[str]:
    """ "Mo 9-12, 14-16" for every day; a pair of columns from and to becomes one time."""
    found = []
    for day, field in WEEKDAYS.items():
        cells = [text for _name, text in row.named(field)]
        if not any(re.search(r"\w", cell) for cell in cells):
            continue
        if len(cells) % 2 == 0 and all(map(_CLOCK.fullmatch, cells)):
            cells = [f"{cells[n]} - {cells[n + 1]}" for n in range(0, len(cells), 2)]
        found.append(f"{_DAY_NAMES.get(day, day.capitalize())} {', '.join(cells)}")
    return found


def read_facts(row: Row, entry: "Entry") -> None:
    """Yes, no, ages, cost, beds and times where a column says so plainly; else its text stays."""
    for field in YES_OR_NO:
        _yes_or_no(row, entry, field)
    _referral(row, entry)
    _age(row, entry)
    cost = row.text(Field.COST)
    if cost:
        entry.values["cost"] = facts.cost_of(cost)
        _keep(entry, "conditions", Field.COST, cost)
    if beds := row.text(Field.BEDS):
        entry.values["beds"] = facts.whole_number(beds)
        _unless(entry, "beds", "conditions", Field.BEDS, beds)
    if last := row.text(Field.LAST_ADMISSION):
        entry.values["last_admission"] = facts.clock_time(last)
        _unless(entry, "last_admission", "access", Field.LAST_ADMISSION, last)


def _yes_or_no(row: Row, entry: "Entry", field: Field) -> None:
    cells = row.named(field)
    if not cells:
        return
    answers = {facts.yes_or_no(text) for _name, text in cells}
    entry.values[field.value] = answers.pop() if len(answers) == 1 else None
    for name, text in cells:
        if facts.yes_or_no(text) is None and not facts.says_nothing(text):
            _append(entry, "access", f"{name}: {text}")
        else:
            entry.asides.append((name, text))


def _referral(row: Row, entry: "Entry") -> None:
    text = row.text(Field.NEEDS_REFERRAL)
    needed = facts.yes_or_no(text) if text else None
    if needed is not None:
        entry.values["without_referral"] = not needed
        entry.asides.append((str(WORDS[Field.NEEDS_REFERRAL]), text))
    elif text:
        _keep(entry, "access", Field.NEEDS_REFERRAL, text)


def _age(row: Row, entry: "Entry") -> None:
    whole, first, last = (row.text(each) for each in (Field.AGE, Field.AGE_FROM, Field.AGE_TO))
    if not (whole or first or last):
        return
    ages = facts.age_of(whole) if whole else (facts.whole_number(first), facts.whole_number(last))
    if first and ages[0] is None:
        ages = (facts.age_of(first)[0], ages[1])
    entry.values |= {"age_from": ages[0], "age_to": ages[1]}
    written = " - ".join(filter(None, [whole, first, last]))
    if ages == (None, None) and not facts.says_nothing(written):
        _keep(entry, "target_groups", Field.AGE, written)
    else:
        entry.asides.append((str(_("Alter")), written))


def _unless(entry: "Entry", name: str, into: str, field: Field, text: str) -> None:
    if entry.values[name] is None and not facts.says_nothing(text):
        _keep(entry, into, field, text)
    else:
        entry.asides.append((str(WORDS[field]), text))


def _keep(entry: "Entry", into: str, field: Field, text: str) -> None:
    label = str(WORDS[field]).partition(" (")[0]
    _append(entry, into, f"{label}: {text}")


def _append(entry: "Entry", into: str, line: str) -> None:
    before = str(entry.values.get(into) or "")
    entry.values[into] = "\n".join(filter(None, [before, line]))
