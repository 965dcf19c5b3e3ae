"""Questions to the directory as GET forms; a wrong parameter is left out, never an error."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.audiences import LABELS
from network.directory import GROUPS, RANKED, Ask, Found
from network.models import Service

MAX_TEXT = 200
TITLES: dict[str, Promise] = {
    "art": _("Art der Hilfe"),
    "wer": _("Für wen"),
    "zugang": _("Zugang"),
    "gut": _("Gut zu wissen"),
    "bezirk": _("Bezirk oder Gemeinde"),
}
_WORDS: dict[str, dict[str, Promise | str]] = {
    "art": {str(key): label for key, label in Service.Type.choices},
    "wer": {**LABELS},
    "zugang": {
        "walk_in": _("Ohne Termin hingehen"),
        "without_referral": _("Ohne Überweisung"),
        "outreach": _("Kommt nach Hause"),
        "anonymous": _("Ohne Namen möglich"),
        "without_insurance": _("Ohne Versicherung"),
    },
    "gut": {
        "barrier_free": _("Rollstuhlgerecht"),
        "takes_requests": _("Nimmt Anfragen im Portal an"),
    },
}


@dataclass(frozen=True)
class Tick:
    """One box of a facet."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class Facet:
    """One group of boxes."""

    name: str
    title: str
    ticks: list[Tick]


@dataclass(frozen=True)
class ActiveFilter:
    """A tick that is set, and the address of the page without it."""

    label: str
    url: str


class DirectoryForm:
    """The search of ``/verzeichnis/``: what was asked, and how the page shows it."""

    def __init__(self, query: QueryDict) -> None:
        self.text = _clean(query.get("q", ""))
        self.place = _clean(query.get("ort", ""))
        self.region = _clean(query.get("region", ""))
        self.ticks = {
            group: frozenset(map(_clean, query.getlist(group))) - {""} for group in GROUPS
        }
        self.start = _number(query.get("nach", ""))

    @property
    def ask(self) -> Ask:
        """The question to the directory."""
        return Ask(self.text, self.place, self.ticks, self.start)

    def facets(self, found: Found) -> list[Facet]:
        """The boxes that make a difference, the set ones always among them."""
        return [facet for group in TITLES if (facet := self._facet(group, found)).ticks]

    def active(self) -> list[ActiveFilter]:
        """Every set tick with a way to take it out."""
        return [
            ActiveFilter(_label(group, value), self._without(group, value))
            for group in TITLES
            for value in sorted(self.ticks[group])
        ]

    def without_ticks(self) -> str:
        """The address of the same words and place with no tick."""
        return self._address([])

    def _facet(self, group: str, found: Found) -> Facet:
        counts, wanted = found.counts[group], self.ticks[group]
        order = list(_WORDS.get(group, {})) or sorted({*counts, *wanted})
        ticks = [
            Tick(value, _label(group, value), counts[value], value in wanted)
            for value in order
            if counts[value] or value in wanted
        ]
        return Facet(group, str(TITLES[group]), ticks)

    def _without(self, group: str, value: str) -> str:
        return self._address(
            [
                (name, each)
                for name in GROUPS
                for each in sorted(self.ticks[name])
                if (name, each) != (group, value)
            ]
        )

    def _address(self, ticks: list[tuple[str, str]]) -> str:
        words = [("q", self.text), ("ort", self.place), ("region", self.region)]
        return "?" + urlencode([(name, text) for name, text in [*words, *ticks] if text])


def _label(group: str, value: str) -> str:
    return str(_WORDS.get(group, {}).get(value, value))


def _clean(text: str) -> str:
    return text.replace("\0", "").strip()[:MAX_TEXT]


def _number(text: str) -> int:
    return min(int(text), RANKED) if text.isascii() and text.isdigit() and len(text) < 6 else 0
