"""Five to eight numbers in Leichte Sprache, for somebody who leaves the ambulance.

No name, no logo, no ward: the sheet tells nobody where its owner was.
"""

import re
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.crisis.national import numbers
from network.crisis.rows import Row, rows_of
from network.models import Region
from network.paper.words import shortened

MOST = 8
_DAYS = {
    "Mo": gettext_lazy("Montag"),
    "Di": gettext_lazy("Dienstag"),
    "Mi": gettext_lazy("Mittwoch"),
    "Do": gettext_lazy("Donnerstag"),
    "Fr": gettext_lazy("Freitag"),
    "Sa": gettext_lazy("Samstag"),
    "So": gettext_lazy("Sonntag"),
}
_ANY = "|".join(_DAYS)
_SPAN = re.compile(rf"(?<=\d)\s*[-–]\s*(?=\d)|(?<=\b(?:{_ANY}))\.?\s*[-–]\s*(?=(?:{_ANY})\b)")
_DAY = re.compile(rf"\b({_ANY})\b\.?")


class Help(NamedTuple):
    """One number: when one calls it, and when somebody answers."""

    number: str
    title: str
    text: str
    when: str


def handout(region: Region) -> dict[str, Any]:
    """The region's own crisis and day services between the numbers that hold everywhere."""
    rows = [row for row in rows_of(region) if row.phones]
    everywhere = {each.category: each.phone for each in reversed(numbers(region.land))}
    return {"lines": [each._asdict() for each in _lines(rows, everywhere)][:MOST]}


def _lines(rows: list[Row], everywhere: dict[str, str]) -> list[Help]:
    always = _("Tag und Nacht.")
    found = [
        Help(
            "112",
            _("Notruf"),
            _("Sie sind in Lebens-Gefahr? Oder ein anderer Mensch? Rufen Sie sofort an."),
            always,
        ),
        *_own(rows, "crisis", 2, _("Es geht Ihnen sehr schlecht? Hier hilft man Ihnen schnell.")),
        Help(
            everywhere.get("doctor", ""),
            _("Ärztlicher Bereitschafts-Dienst"),
            _("Sie brauchen ärztliche Hilfe? Und die Praxis ist zu?"),
            _("Auch nachts und am Wochenende."),
        ),
        Help(
            everywhere.get("talk", ""),
            _("Telefon-Seelsorge"),
            _("Sie wollen mit einem Menschen reden? Sie müssen keinen Namen sagen."),
            _("Tag und Nacht. Der Anruf kostet nichts."),
        ),
        *_own(rows, "spdi", 2, _("Sie brauchen Rat und Hilfe am Tag? Das kostet nichts.")),
        Help(
            everywhere.get("violence", ""),
            _("Hilfe-Telefon für Frauen"),
            _("Jemand tut Ihnen Gewalt an? Hier bekommen Sie Hilfe in vielen Sprachen."),
            _("Tag und Nacht. Der Anruf kostet nichts."),
        ),
        *_own(rows, "addiction", 1, _("Sie trinken zu viel? Oder Sie nehmen Drogen?")),
        *_own(rows, "contact", 1, _("Sie wollen am Tag jemanden treffen und reden?")),
    ]
    return [each for each in found if each.number]


def _own(rows: list[Row], kind: str, most: int, text: str) -> list[Help]:
    found = [row for row in rows if row.service.type == kind and not row.service.is_closed]
    return [
        Help(
            row.phones[0]["raw"],
            shortened(row.service.name, 60),
            text,
            _when(row.service.hours_text),
        )
        for row in found[:most]
    ]


def _when(text: str) -> str:
    """Leichte Sprache has no abbreviations: "Mo–Fr 8–16 Uhr" is said in whole words."""
    spans = _SPAN.sub(_(" bis "), text)
    said = _DAY.sub(lambda found: str(_DAYS[found[1]]), spans)
    return shortened(said, 90) or _("Die Zeiten wissen wir nicht.")
