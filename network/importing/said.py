"""For whom, when, on which terms: what a row says about an entry beside name and place."""

import re

from django.utils.translation import gettext as _

from network.importing import facts
from network.importing.address import nowhere
from network.importing.crosses import read_crosses
from network.importing.day_columns import by_day, crossed
from network.importing.entry import Entry
from network.importing.fields import WORDS, YES_OR_NO, Field
from network.importing.hours import HoursReading, read_hours
from network.importing.kinds import BEDLESS
from network.importing.persons import names_in, without_names
from network.importing.row import Row
from network.importing.statements import read_statements
from network.models import Service

_SEASON = re.compile(r"saison|\d{1,2}\.\d{1,2}\.\s*[-–]\s*\d{1,2}\.\d{1,2}\.", re.IGNORECASE)
_BED = re.compile(r"bett|schlaf|\bbeds?\b", re.IGNORECASE)
_RATE = re.compile(r"entgelt|satz|vergütung", re.IGNORECASE)
"""What a place costs a day says nothing about who pays it."""

_NEEDED = (
    (Field.NEEDS_REFERRAL, "without_referral"),
    (Field.NEEDS_INSURANCE, "without_insurance"),
)
_FREE = re.compile(r"kostenfrei|kostenlos|unentgelt|gebührenfrei", re.IGNORECASE)
_GROUP = re.compile(r"^zielgruppen? (?=\w)", re.IGNORECASE)
"""A column of crosses below the name of them all: "Zielgruppe Kinder"."""

_BREAK = re.compile(r"\bpause\b|mittagspause|schließzeit", re.IGNORECASE)

_LAST = re.compile(
    r"letzter? (?:einlass|aufnahme)(?: bis| um)? (\d{1,2}(?:[:.]\d{2})?)", re.IGNORECASE
)


def read_texts(row: Row, entry: Entry) -> None:
    """Texts that go in as they stand."""
    offers = [_public(row, Field.DESCRIPTION, entry), _public(row, Field.OFFERS, entry)]
    entry.values |= {
        "description": "\n".join(filter(None, offers)),
        "plain_text": row.text(Field.PLAIN_TEXT),
        "easy_text": row.text(Field.EASY_TEXT),
        "conditions": _public(row, Field.REMARK, entry),
        "target_groups": _public(row, Field.TARGET_GROUP, entry),
        "catchment": _public(row, Field.CATCHMENT, entry),
        "languages": _languages(row, entry),
        "access": "; ".join(filter(None, [_public(row, Field.ACCESS, entry), *nowhere(row)])),
        "bring_along": row.text(Field.BRING_ALONG),
    }


def _public(row: Row, field: Field, entry: Entry) -> str:
    """The texts of ``field``; one that names somebody stays internal until it was looked at."""
    shown = []
    for name, text in row.named(field):
        if names_in(text):
            entry.asides.append((name, text))
            entry.reasons.append(_("nennt vielleicht eine Person, nur intern: „%s“") % text)
        elif (group := _GROUP.sub("", name)) != name and facts.yes_or_no(text) is not None:
            entry.asides.append((name, text))
            shown += [group] if facts.yes_or_no(text) else []
        else:
            is_answer = facts.yes_or_no(text) is not None
            shown.append(f"{name}: {text}" if is_answer else text)
    return "; ".join(dict.fromkeys(shown))


def _languages(row: Row, entry: Entry) -> str:
    """The languages told; a column that asks for one of them tells it by its name."""
    told = []
    for name, text in row.named(Field.LANGUAGES):
        answer = facts.yes_or_no(text)
        if answer is None and not facts.says_nothing(text):
            told.append(text)
            continue
        entry.asides.append((name, text))
        if answer:
            told.append(re.sub(r"\s*\([^()]*/[^()]*\)", "", name))
    return ", ".join(dict.fromkeys(told))


def read_hours_of(row: Row, entry: Entry) -> None:
    """Opening hours out of one column, several, or one for every day of the week."""
    cells = row.named(Field.HOURS)
    daily = by_day(row)
    texts = [text for _name, text in cells]
    if with_crosses := crossed(row, "; ".join(texts)):
        texts, daily = [with_crosses], []
    elif len(cells) > 1 or (cells and daily) or _is_of_phone(cells):
        texts = [f"{name}: {text}" for name, text in cells]
    whole = without_names("; ".join(filter(None, [*texts, *daily, *entry.more_hours])))
    entry.hours = read_hours(whole)
    remark = row.text(Field.REMARK)
    if entry.hours.spans and _SEASON.search(remark):
        reason = _("Zeiten gelten nur in der Saison: „%(text)s“") % {"text": remark}
        entry.hours = HoursReading(whole, problem=reason)
    if entry.hours.spans and (breaks := _breaks(row)):
        whole = "; ".join([whole, *breaks])
        entry.hours = HoursReading(whole, problem=_("Öffnungszeiten nur als Text: „%s“") % whole)
    if entry.hours.problem:
        entry.reasons.append(entry.hours.problem)
    entry.values["hours_text"] = whole
    entry.asides += [(name, text) for name, text in cells if names_in(text)]
    last = set(_LAST.findall(whole))
    if len(last) == 1:
        entry.values["last_admission"] = facts.clock_time(last.pop())


def _breaks(row: Row) -> list[str]:
    """Times in a column of its own at which nobody is there."""
    return [
        f"{name}: {text}"
        for name, text in row.unread()
        if _BREAK.search(name) and re.search(r"\d", text)
    ]


def _is_of_phone(cells: list[tuple[str, str]]) -> bool:
    """Whether the hours are those of the telephone, which say nothing about the door."""
    return any(
        re.search(r"tel|erreichb|anmeld|büro|sekretariat", name.lower()) for name, _t in cells
    )


def read_facts(row: Row, entry: Entry) -> None:
    """Yes, no, ages, cost, beds and times where a column says so plainly; else its text stays."""
    for field in YES_OR_NO:
        _yes_or_no(row, entry, field)
    read_crosses(row, entry)
    for needed, without in _NEEDED:
        _needed(row, entry, needed, without)
    read_statements(row, entry)
    _age(row, entry)
    cost = row.text(Field.COST)
    if cost:
        entry.values["cost"] = _cost(row, cost)
        _costs(row, entry)
    if beds := row.text(Field.BEDS):
        _beds(row, entry, beds)
    if last := row.text(Field.LAST_ADMISSION):
        entry.values["last_admission"] = facts.clock_time(last)
        _unless(entry, "last_admission", "access", Field.LAST_ADMISSION, last)


def _beds(row: Row, entry: Entry, beds: str) -> None:
    """Beds, or the places of an offer where nobody sleeps."""
    is_told = any(map(_BED.search, (name for name, _text in row.named(Field.BEDS))))
    if entry.values["type"] in BEDLESS and not is_told and not facts.says_nothing(beds):
        _append(entry, "conditions", _("Plätze: %s") % beds)
        return
    entry.values["beds"] = facts.whole_number(beds)
    _unless(entry, "beds", "conditions", Field.BEDS, beds)


def _costs(row: Row, entry: Entry) -> None:
    """What the cells say; a yes or no beside its question: "Kosten: nein" would promise much."""
    cells = row.named(Field.COST)
    asked = [(name, text) for name, text in cells if facts.yes_or_no(text) is not None]
    told = dict.fromkeys(text for name, text in cells if (name, text) not in asked)
    if told:
        _keep(entry, "conditions", Field.COST, "; ".join(told))
    for name, text in asked:
        _append(entry, "conditions", f"{name}: {text}")


def _cost(row: Row, cost: str) -> str:
    """Who pays, by the cell or by a yes under "kostenfrei"; a rate says nothing about it."""
    names = [name for name, _text in row.named(Field.COST)]
    if any(map(_RATE.search, names)):
        return ""
    is_free = all(map(_FREE.search, names)) and facts.yes_or_no(cost)
    return Service.Cost.FREE if is_free else facts.cost_of(cost)


def _yes_or_no(row: Row, entry: Entry, field: Field) -> None:
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


def _needed(row: Row, entry: Entry, field: Field, without: str) -> None:
    """A column that asks whether something is needed: its no says that it goes without."""
    text = row.text(field)
    answer = facts.yes_or_no(text) if text else None
    if answer is not None:
        entry.values[without] = not answer
        entry.asides.append((str(WORDS[field]), text))
    elif text:
        _keep(entry, "access", field, text)


def _age(row: Row, entry: Entry) -> None:
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


def _unless(entry: Entry, name: str, into: str, field: Field, text: str) -> None:
    if entry.values[name] is None and not facts.says_nothing(text):
        _keep(entry, into, field, text)
    else:
        entry.asides.append((str(WORDS[field]), text))


def _keep(entry: Entry, into: str, field: Field, text: str) -> None:
    label = str(WORDS[field]).partition(" (")[0]
    _append(entry, into, f"{label}: {text}")


def _append(entry: Entry, into: str, line: str) -> None:
    before = str(entry.values.get(into) or "")
    entry.values[into] = "\n".join(filter(None, [before, line]))
