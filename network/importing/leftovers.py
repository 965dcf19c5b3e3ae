"""What no field holds: kept with the entry for the network, so that no word of a source is lost."""

import re

from django.utils.translation import gettext_lazy

from network.importing.entry import Entry
from network.importing.facts import yes_or_no
from network.importing.fields import Field
from network.importing.row import Row, says_something

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

_AS_FACTS = (Field.SOURCE_ID, Field.POSTCODE, Field.LATITUDE, Field.LONGITUDE)
"""Columns whose cells become a key or a figure, written in another way."""


def internal(row: Row, entry: Entry) -> str:
    """Names of people, origin, and every column we have no field for: not for the public."""
    lines = [(str(label), row.text(each)) for each, label in _INTERNAL.items()]
    lines += [pair for pair in row.named(Field.INTERNAL) if yes_or_no(pair[1]) is not None]
    lines += [pair for each in _HALF_READ for pair in row.named(each)]
    lines += [*entry.asides, *row.unread()]
    lines += _unsaid(row, entry, lines)
    return "\n".join(f"{label}: {text}" for label, text in lines if text)


def _unsaid(row: Row, entry: Entry, lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Cells that were taken apart or shortened, whole: no word of the source gets lost."""
    told = [*entry.values.values(), *(text for _label, text in lines)]
    said = _squeezed("".join(map(str, told)))
    known = {
        place for field, places in row.places.items() if field in _AS_FACTS for place in places
    }
    return [
        (name, cell)
        for place, (name, cell) in enumerate(zip(row.columns, row.cells, strict=True))
        if place not in known and says_something(cell) and _squeezed(cell) not in said
    ]


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
