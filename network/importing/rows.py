"""One row of a foreign directory as an entry of ours; what cannot be read stays beside it."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.importing.columns import Field, assign
from network.importing.hours import HoursReading, read_hours
from network.importing.kinds import CRISIS_TYPES, OTHER, kind_of, shelters_women
from network.importing.phones import Phone, read_phones
from network.importing.postcodes import mend_postcode, split_address
from network.importing.table import Table
from network.models import Service

_STALE_AFTER_YEARS = 5
_SEASON = re.compile(r"saison|\d{1,2}\.\d{1,2}\.\s*[-–]\s*\d{1,2}\.\d{1,2}\.", re.IGNORECASE)
_INTERNAL = {
    Field.CONTACT: gettext_lazy("Ansprechperson"),
    Field.SOURCE: gettext_lazy("Quelle"),
    Field.AS_OF: gettext_lazy("Stand der Quelle"),
}
_TELLING = (
    Field.NAME,
    Field.SITE,
    Field.ORGANISATION,
    Field.TYPE,
    Field.OFFERS,
    Field.DESCRIPTION,
    Field.TARGET_GROUP,
)
"""Columns that may tell a refuge, whose place stays unsaid."""

_LIMITS = {
    "name": 300,
    "provider_name": 300,
    "street": 200,
    "town": 120,
    "district": 120,
    "fax": 120,
    "email": 254,
    "website": 500,
    "phone_text": 300,
    "languages": 300,
}


@dataclass
class Entry:
    """What goes into a service: plain fields, phones, hours, and why somebody should look."""

    source: str
    source_id: str
    cells: dict[str, str]
    values: dict[str, object]
    phones: list[Phone] = field(default_factory=list)
    hours: HoursReading = field(default_factory=lambda: HoursReading(""))
    reasons: list[str] = field(default_factory=list)


def read_again(cells: dict[str, str], table: Table, *, source: str, today: date) -> Entry:
    """The entry that a row of an earlier run, kept as ``cells``, gives when it is read today."""
    gone = [name for name in cells if name not in table.columns]
    wider = replace(table, columns=[*table.columns, *gone], rows=[])
    return _Reader(wider, source, today).entry([cells.get(name, "") for name in wider.columns])


def read_entries(table: Table, *, source: str, today: date) -> list[Entry]:
    """An entry for every row of ``table``, in order, each with a key of its own."""
    reader = _Reader(table, source, today)
    entries = [reader.entry(row) for row in table.rows]
    seen: Counter[tuple[str, str]] = Counter()
    for each in entries:
        key = (each.source, each.source_id)
        seen[key] += 1
        if seen[key] > 1:
            each.source_id = f"{each.source_id[:50]}-{seen[key]}"
            each.reasons.append(_("steht mehrfach in der Datei"))
    return entries


class _Reader:
    """The columns of one table, and what its rows taught about area codes."""

    def __init__(self, table: Table, source: str, today: date) -> None:
        self.table, self.source, self.today = table, source, today
        self.places = assign(table.columns)
        self.codes = self._area_codes()

    def entry(self, row: list[str]) -> Entry:
        cells = {name: cell for name, cell in zip(self.table.columns, row, strict=True) if cell}
        entry = Entry(self._source(row), self._source_id(row), cells, {})
        self._name(row, entry)
        self._place(row, entry)
        self._reach(row, entry)
        self._texts(row, entry)
        self._trust(row, entry)
        self._fit(entry)
        return entry

    def _text(self, row: list[str], name: Field) -> str:
        cells = (row[place] for place in self.places.get(name, []))
        return "; ".join(dict.fromkeys(filter(None, cells)))

    def _source(self, row: list[str]) -> str:
        return (self._text(row, Field.SOURCE) or self.source)[:120]

    def _source_id(self, row: list[str]) -> str:
        """The source's own key, or one made of what does not change: name and place."""
        own = self._text(row, Field.SOURCE_ID)
        if own:
            return own[:60]
        stable = (Field.NAME, Field.SITE, Field.STREET, Field.ADDRESS, Field.PLACE)
        text = "|".join(self._text(row, each).casefold() for each in stable)
        return sha256(text.encode()).hexdigest()[:32]

    def _name(self, row: list[str], entry: Entry) -> None:
        name, site = self._text(row, Field.NAME), self._text(row, Field.SITE)
        if site and name.casefold() not in site.casefold():
            name = f"{name}, {site}" if name else site
        owner = self._text(row, Field.ORGANISATION)
        entry.values["provider_name"] = owner
        if not (name or site or owner):
            entry.reasons.append(_("ohne Namen"))
        entry.values["name"] = (site if site and name.casefold() in site.casefold() else name) or (
            owner or _("Eintrag ohne Namen")
        )
        kind = kind_of(
            self._text(row, Field.TYPE), str(entry.values["name"]), self._text(row, Field.OFFERS)
        )
        if kind == OTHER:
            entry.reasons.append(_("Art des Angebots nicht erkannt"))
        entry.values["type"] = kind
        entry.values["in_crisis_view"] = kind in CRISIS_TYPES

    def _place(self, row: list[str], entry: Entry) -> None:
        street, raw = self._text(row, Field.STREET), self._text(row, Field.POSTCODE)
        town = re.sub(r"\s*-\s+", "-", self._text(row, Field.PLACE))
        if address := self._text(row, Field.ADDRESS):
            found = split_address(address)
            street = "; ".join(filter(None, [street, found[0]]))
            raw, town = raw or found[1], town or found[2]
        postcode, mended = mend_postcode(raw)
        if mended:
            entry.reasons.append(_("PLZ %(raw)s zu %(whole)s ergänzt") % self._of(raw, postcode))
        elif raw and not postcode:
            entry.reasons.append(_("PLZ nicht lesbar: „%(raw)s“") % self._of(raw, ""))
            street = "; ".join(filter(None, [street, raw]))
        entry.values |= {"street": street, "postcode": postcode, "town": town}
        entry.values["district"] = self._text(row, Field.DISTRICT)

    def _reach(self, row: list[str], entry: Entry) -> None:
        phone = self._text(row, Field.PHONE)
        written = self._text(row, Field.AREA_CODE)
        cell = read_phones(phone, written or self.codes.get(self._town_key(row), ""))
        entry.phones = cell.numbers
        entry.reasons += cell.problems
        entry.values |= {
            "phone_text": phone,
            "fax": self._text(row, Field.FAX),
            "email": self._text(row, Field.EMAIL),
            "website": self._text(row, Field.WEBSITE),
        }
        if not any(entry.values[each] for each in ("phone_text", "email", "website")):
            entry.reasons.append(_("weder Telefon noch E-Mail noch Internet"))

    def _texts(self, row: list[str], entry: Entry) -> None:
        remark, hours = self._text(row, Field.REMARK), self._text(row, Field.HOURS)
        entry.hours = read_hours(hours)
        if entry.hours.spans and _SEASON.search(remark):
            reason = _("Zeiten gelten nur in der Saison: „%(text)s“") % {"text": remark}
            entry.hours = HoursReading(hours, problem=reason)
        if entry.hours.problem:
            entry.reasons.append(entry.hours.problem)
        offers = [self._text(row, Field.DESCRIPTION), self._text(row, Field.OFFERS)]
        entry.values |= {
            "hours_text": hours,
            "description": "\n".join(filter(None, offers)),
            "conditions": remark,
            "target_groups": self._text(row, Field.TARGET_GROUP),
            "catchment": self._text(row, Field.CATCHMENT),
            "languages": self._text(row, Field.LANGUAGES),
            "access": self._text(row, Field.ACCESS),
            "barrier_free": _yes_or_no(self._text(row, Field.BARRIER_FREE)),
            "internal_remark": self._internal(row),
        }

    def _internal(self, row: list[str]) -> str:
        """Names of people, origin, and every column we have no field for: not for the public."""
        known = {place for places in self.places.values() for place in places}
        lines = [(str(label), self._text(row, each)) for each, label in _INTERNAL.items()]
        lines += [
            (name, row[place])
            for place, name in enumerate(self.table.columns)
            if place not in known or name in self._half_read()
        ]
        return "\n".join(f"{label}: {text}" for label, text in lines if text)

    def _half_read(self) -> set[str]:
        """Columns whose words we use but do not show as they stand."""
        kept = (Field.TYPE, Field.LAND, Field.BARRIER_FREE, Field.AREA_CODE)
        return {self.table.columns[place] for each in kept for place in self.places.get(each, [])}

    def _trust(self, row: list[str], entry: Entry) -> None:
        """Old sources wait for somebody's eye; the place of a women's shelter stays unsaid."""
        as_of = self._text(row, Field.AS_OF)
        years = [int(each) for each in re.findall(r"\b(?:19|20)\d{2}\b", as_of)]
        is_recent = not years or self.today.year - max(years) < _STALE_AFTER_YEARS
        entry.values["state"] = Service.State.PUBLISHED if is_recent else Service.State.IN_REVIEW
        if not is_recent:
            entry.reasons.append(_("Stand der Quelle: %(as_of)s, bitte prüfen") % {"as_of": as_of})
        told = (self._text(row, each) for each in _TELLING)
        kind = str(entry.values["type"])
        entry.values["address_public"] = not shelters_women(kind, *told)
        if not entry.values["address_public"]:
            entry.reasons.append(_("Adresse vorsorglich nicht öffentlich"))

    def _fit(self, entry: Entry) -> None:
        for name, limit in _LIMITS.items():
            value = str(entry.values.get(name) or "")
            if len(value) > limit:
                entry.values[name] = value[: limit - 1] + "…"
                entry.reasons.append(_("zu langer Text gekürzt: %(field)s") % {"field": name})

    def _town_key(self, row: list[str]) -> str:
        return re.split(r"[-\s(,]", self._text(row, Field.PLACE))[0].casefold()

    def _area_codes(self) -> dict[str, str]:
        """The area code that nearly all complete numbers of a town share."""
        codes: dict[str, Counter[str]] = {}
        for row in self.table.rows:
            for phone in read_phones(self._text(row, Field.PHONE)).numbers:
                if phone.area_code:
                    codes.setdefault(self._town_key(row), Counter())[phone.area_code] += 1
        return {
            town: found.most_common(1)[0][0]
            for town, found in codes.items()
            if town and found.most_common(1)[0][1] >= max(3, 0.9 * found.total())
        }

    @staticmethod
    def _of(raw: str, whole: str) -> dict[str, str]:
        return {"raw": raw, "whole": whole}


def _yes_or_no(text: str) -> bool | None:
    """True or False when the cell says just that, None for anything else: not known."""
    plain = text.strip().casefold()
    if plain in {"ja", "j", "x", "yes", "1", "true", "barrierefrei", "rollstuhlgerecht"}:
        return True
    return False if plain in {"nein", "n", "no", "0", "false"} else None
