"""One row of a foreign directory as an entry of ours; what cannot be read stays beside it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.importing import said
from network.importing.address import read_place
from network.importing.area_codes import area_codes, town_key
from network.importing.columns import assign
from network.importing.fields import Field
from network.importing.hours import HoursReading
from network.importing.kinds import CRISIS_TYPES, OTHER, kind_of, kinds_of, shelters_women
from network.importing.phones import Phone
from network.importing.reach import read_reach
from network.importing.row import Row
from network.importing.table import Table
from network.models import Service

_STALE_AFTER_YEARS = 5
_INTERNAL = {
    Field.CONTACT: gettext_lazy("Ansprechperson"),
    Field.INTERNAL: gettext_lazy("Intern"),
    Field.OTHER_ADDRESS: gettext_lazy("Postanschrift"),
    Field.SECTION: gettext_lazy("Abschnitt"),
    Field.SOURCE: gettext_lazy("Quelle"),
    Field.AS_OF: gettext_lazy("Stand der Quelle"),
}
_HALF_READ = (Field.TYPE, Field.LAND, Field.AREA_CODE)
"""Columns whose words we use but do not show as they stand."""

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
    """What goes into a service, why somebody should look, and what was done without a doubt."""

    source: str
    source_id: str
    cells: dict[str, str]
    values: dict[str, object]
    phones: list[Phone] = field(default_factory=list)
    hours: HoursReading = field(default_factory=lambda: HoursReading(""))
    reasons: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asides: list[tuple[str, str]] = field(default_factory=list)


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
        return Row(self.columns, self.places, cells)

    def entry(self, cells: list[str]) -> Entry:
        row = self._row(cells)
        source = (row.text(Field.SOURCE) or self.source)[:120]
        entry = Entry(source, _source_id(row), row.filled(), {})
        _name(row, entry)
        read_place(row, entry)
        read_reach(row, entry, self.codes.get(town_key(row), ""))
        said.read_texts(row, entry)
        said.read_hours_of(row, entry)
        said.read_facts(row, entry)
        self._trust(row, entry)
        entry.values["internal_remark"] = _internal(row, entry)
        _fit(entry)
        return entry

    def _trust(self, row: Row, entry: Entry) -> None:
        """Old sources wait for somebody's eye; the place of a women's shelter stays unsaid."""
        as_of = row.text(Field.AS_OF)
        years = [int(each) for each in re.findall(r"\b(?:19|20)\d{2}\b", as_of)]
        is_recent = not years or self.today.year - max(years) < _STALE_AFTER_YEARS
        entry.values["state"] = Service.State.PUBLISHED if is_recent else Service.State.IN_REVIEW
        if not is_recent:
            entry.reasons.append(_("Stand der Quelle: %(as_of)s, bitte prüfen") % {"as_of": as_of})
        told = (row.text(each) for each in _TELLING)
        kind = str(entry.values["type"])
        entry.values["address_public"] = not shelters_women(kind, *told)
        if not entry.values["address_public"]:
            entry.reasons.append(_("Adresse vorsorglich nicht öffentlich"))


def _source_id(row: Row) -> str:
    """The source's own key, or one made of what does not change: name and place."""
    own = row.text(Field.SOURCE_ID)
    if own:
        return own[:60]
    stable = (Field.NAME, Field.SITE, Field.STREET, Field.ADDRESS, Field.PLACE)
    text = "|".join(row.text(each).casefold() for each in stable)
    return sha256(text.encode()).hexdigest()[:32]


def _name(row: Row, entry: Entry) -> None:
    """Name, provider and type; a site that says the name already stands alone."""
    name, site = row.text(Field.NAME, ", "), row.text(Field.SITE, ", ")
    if site and name.casefold() in site.casefold():
        name = site
    elif site:
        name = f"{name}, {site}"
    owner = row.text(Field.ORGANISATION)
    if not (name or owner):
        entry.reasons.append(_("ohne Namen"))
    whole = " ".join((name or owner or _("Eintrag ohne Namen")).split())
    said_kind, section = row.text(Field.TYPE), row.text(Field.SECTION)
    kind = kind_of(said_kind, whole, row.text(Field.OFFERS), section)
    if kind == OTHER:
        entry.reasons.append(_("Art des Angebots nicht erkannt"))
    several = kinds_of(said_kind)
    if len(several) > 1:
        entry.reasons.append(_("nennt mehrere Angebote: „%s“") % " ".join(said_kind.split()))
    entry.values |= {"provider_name": owner, "name": whole, "type": kind}
    entry.values["in_crisis_view"] = kind in CRISIS_TYPES


def _internal(row: Row, entry: Entry) -> str:
    """Names of people, origin, and every column we have no field for: not for the public."""
    lines = [(str(label), row.text(each)) for each, label in _INTERNAL.items()]
    lines += [pair for each in _HALF_READ for pair in row.named(each)]
    lines += [*entry.asides, *row.unread()]
    return "\n".join(f"{label}: {text}" for label, text in lines if text)


def _fit(entry: Entry) -> None:
    for name, limit in _LIMITS.items():
        value = str(entry.values.get(name) or "")
        if len(value) > limit:
            entry.values[name] = value[: limit - 1] + "…"
            entry.reasons.append(_("zu langer Text gekürzt: %(field)s") % {"field": name})
