"""One row of a foreign directory as an entry of ours; what cannot be read stays beside it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from network.importing import said
from network.importing.address import read_place
from network.importing.area_codes import area_codes, town_key
from network.importing.columns import assign, plain_words
from network.importing.doubts import look_after
from network.importing.entry import Entry
from network.importing.fields import Field
from network.importing.keys import source_id
from network.importing.kinds import (
    CLINIC,
    CRISIS_TYPES,
    OTHER,
    kind_of,
    kinds_of,
    narrower_kind,
    part_of_clinic,
)
from network.importing.leftovers import internal
from network.importing.named_address import holds_address, split_name
from network.importing.neighbours import is_of_persons
from network.importing.of_list import Lists, OfList
from network.importing.persons import is_name, names_in
from network.importing.reach import read_reach
from network.importing.refuges import IN_NAME, hide_place, unquoted
from network.importing.row import Row
from network.importing.table import Table
from network.models import Service

_STALE_AFTER_YEARS = 5
_OFFICE = ("contact", "spdi")
"""A "Gesundheitsamt" in a list of psychiatric services of the public health office is one."""

_THEME = 80
_LONGEST = 5_000
"""Letters of a cell that are looked at; the patterns would take minutes over a whole book."""

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


class Reader:
    """The columns of one table, and what its rows taught about area codes.

    ``by_hand`` names the field of a column whose own name says nothing or something else.
    """

    def __init__(
        self, table: Table, source: str, today: date, by_hand: Mapping[str, str] | None = None
    ) -> None:
        self.table, self.columns, self.source, self.today = table, table.columns, source, today
        self.by_hand = by_hand
        self.places = assign(table.columns, by_hand, table.rows)
        self.codes = area_codes(self._row(cells) for cells in table.rows)
        words = [plain_words(name) for name in table.columns]
        self.of_persons = is_of_persons(words, self.places.get(Field.NAME, []))
        self.lists = Lists(table, source, self.places)
        self.wider: dict[tuple[str, ...], Reader] = {}

    def entries(self) -> list[Entry]:
        """An entry for every row of the table, in order, each with a key of its own."""
        entries = [self.entry(row) for row in self.table.rows]
        seen: Counter[tuple[str, str]] = Counter()
        for each in entries:
            key = (each.source, each.source_id)
            seen[key] += 1
            if seen[key] > 1:
                each.source_id = f"{each.source_id[:50]}-{seen[key]}"
                each.reasons.append(_("steht mehrfach in der Datei"))
        return entries

    def again(self, cells: Mapping[str, str]) -> Entry:
        """The entry that a row of an earlier run, kept as ``cells``, gives when read today."""
        gone = tuple(name for name in cells if name not in self.columns)
        reader = self._with(gone) if gone else self
        return reader.entry([cells.get(name, "") for name in reader.columns])

    def _with(self, gone: tuple[str, ...]) -> "Reader":
        if gone not in self.wider:
            rows = [row + [""] * len(gone) for row in self.table.rows]
            table = replace(self.table, columns=[*self.columns, *gone], rows=rows)
            self.wider[gone] = Reader(table, self.source, self.today, self.by_hand)
        return self.wider[gone]

    def _row(self, cells: list[str]) -> Row:
        return Row(self.columns, self.places, [cell[:_LONGEST] for cell in cells])

    def entry(self, cells: list[str]) -> Entry:
        row, whole = self._row(cells), Row(self.columns, self.places, cells)
        source = (row.text(Field.SOURCE) or self.source)[:120]
        entry = Entry(source, source_id(row), whole.filled(), {})
        _name(row, entry, of_persons=self.of_persons)
        listed = self.lists.of(cells)
        _kind(row, entry, listed.kind_by(cells))
        read_place(row, entry)
        read_reach(row, entry, self.codes.get(town_key(row), ""))
        said.read_texts(row, entry)
        said.read_hours_of(row, entry)
        said.read_facts(row, entry)
        self._trust(row, entry, listed)
        look_after(row, entry)
        _fit(entry)
        entry.values["internal_remark"] = internal(whole, entry)
        if not entry.values["address_public"]:
            entry.reasons = unquoted(entry)
        return entry

    def _trust(self, row: Row, entry: Entry, listed: OfList) -> None:
        """Old sources wait for somebody's eye; the place of a women's shelter stays unsaid."""
        as_of = row.text(Field.AS_OF)
        years = [int(each) for each in re.findall(r"\b(?:19|20)\d{2}\b", as_of)]
        is_recent = not years or self.today.year - max(years) < _STALE_AFTER_YEARS
        entry.values["state"] = Service.State.PUBLISHED if is_recent else Service.State.IN_REVIEW
        if not is_recent:
            entry.reasons.append(_("Stand der Quelle: %(as_of)s, bitte prüfen") % {"as_of": as_of})
        if _is_bare(entry):
            entry.values["state"] = Service.State.IN_REVIEW
        if self.of_persons or _is_person(entry):
            entry.values["state"] = Service.State.IN_REVIEW
            entry.reasons.append(_("der Name ist der einer Person: Soll er öffentlich sein?"))
        if holds_address(str(entry.values["name"])):
            entry.values["state"] = Service.State.IN_REVIEW
            entry.reasons.append(str(IN_NAME))
        entry.values["address_public"] = True
        if listed.hides(str(entry.values["type"]), entry.has_kind, row.filled().values()):
            hide_place(entry, row.text(Field.SITE, ", "))


def _is_person(entry: Entry) -> bool:
    """Whether an entry that says nothing of itself is called like somebody."""
    name = str(entry.values["name"])
    return not entry.has_kind and (is_name(name) or bool(names_in(name)))


def _is_bare(entry: Entry) -> bool:
    """Whether a row says neither who it is nor how to get there, which helps nobody."""
    reached = any(entry.values[each] for each in ("phone_text", "email", "website"))
    return not reached and _("ohne Namen") in entry.reasons


def _name(row: Row, entry: Entry, *, of_persons: bool) -> None:
    """Name and provider; a site that says the name already stands alone."""
    names = [text for _column, text in row.named(Field.NAME)]
    names = [" ".join(names)] if of_persons else names
    names += [split_name(text)[0] for _column, text in row.named(Field.NAMED_ADDRESS)]
    name, site = ", ".join(dict.fromkeys(filter(None, names))), row.text(Field.SITE, ", ")
    if site and name.casefold() in site.casefold():
        name = site
    elif site:
        name = f"{name}, {site}"
    owner = row.text(Field.ORGANISATION)
    if not (name or owner):
        entry.reasons.append(_("ohne Namen"))
    theme = row.first(Field.OFFERS)[:_THEME]
    whole = " ".join((name or owner or theme or _("Eintrag ohne Namen")).split())
    entry.values |= {"provider_name": owner, "name": whole}


def _kind(row: Row, entry: Entry, of_list: str) -> None:
    """The type by the row's own words, or by what the list says of all its rows."""
    told, name = row.text(Field.TYPE), str(entry.values["name"])
    sections = [text for _name, text in row.named(Field.SECTION) if len(kinds_of(text)) == 1]
    kind = kind_of(told, name, row.text(Field.OFFERS), *sections)
    kind = narrower_kind(kind, name) or kind
    if kind == CLINIC:
        kind = part_of_clinic(name) or kind
    if kind == OTHER or (kind, of_list) == _OFFICE:
        entry.has_kind, kind = False, of_list
        entry.reasons.append(
            _("Art des Angebots nicht erkannt")
            if kind == OTHER
            else _("Art des Angebots nach dem Titel der Liste")
        )
    if len(kinds_of(told)) > 1:
        entry.reasons.append(_("nennt mehrere Angebote: „%s“") % " ".join(told.split()))
    entry.values |= {"type": kind, "in_crisis_view": kind in CRISIS_TYPES}


def _fit(entry: Entry) -> None:
    for name, limit in _LIMITS.items():
        value = str(entry.values.get(name) or "")
        if len(value) > limit:
            entry.values[name] = value[: limit - 1] + "…"
            entry.reasons.append(_("zu langer Text gekürzt: %(field)s") % {"field": name})
