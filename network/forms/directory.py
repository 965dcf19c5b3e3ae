"""Questions to the directory as GET forms; a wrong parameter is left out, never an error."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.asking import RADII, clean, read, written
from network.audiences import LABELS
from network.directory import BY_DISTANCE, BY_OPENING, BY_RELEVANCE, Found
from network.models import Service
from network.search.marks import GROUPS

ORDERS: dict[str, Promise] = {
    BY_RELEVANCE: _("was am besten passt"),
    BY_DISTANCE: _("was am nächsten liegt"),
    BY_OPENING: _("was jetzt oder bald öffnet"),
}
TITLES: dict[str, Promise] = {
    "jetzt": _("Jetzt"),
    "art": _("Art der Hilfe"),
    "wer": _("Für wen"),
    "alter": _("Alter"),
    "zugang": _("Zugang"),
    "gut": _("Gut zu wissen"),
    "kosten": _("Kosten"),
    "sprache": _("Sprache"),
    "bezirk": _("Bezirk oder Gemeinde"),
}
OPEN = frozenset({"jetzt", "art", "zugang"})
"""Groups whose boxes are seen at once; the others open when asked."""

_WORDS: dict[str, dict[str, Promise | str]] = {
    "jetzt": {"open": _("Jetzt geöffnet")},
    "art": {str(key): label for key, label in Service.Type.choices},
    "wer": {**LABELS},
    "alter": {
        "minor": _("unter 18 Jahre"),
        "young": _("18 bis 26 Jahre"),
        "adult": _("27 bis 59 Jahre"),
        "old": _("ab 60 Jahre"),
    },
    "zugang": {
        "walk_in": _("Ohne Termin hingehen"),
        "by_appointment": _("Mit Termin"),
        "without_referral": _("Ohne Überweisung"),
        "with_referral": _("Mit Überweisung"),
        "outreach": _("Kommt nach Hause"),
        "anonymous": _("Ohne Namen möglich"),
        "without_insurance": _("Ohne Versicherung"),
    },
    "gut": {
        "free": _("Freie Plätze"),
        "barrier_free": _("Rollstuhlgerecht"),
        "with_child": _("Mit Kind möglich"),
        "without_german": _("Ohne Deutsch möglich"),
        "takes_requests": _("Nimmt Anfragen im Portal an"),
    },
    "kosten": {str(key): label for key, label in Service.Cost.choices if key},
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
    shown: bool
    """Whether its boxes are seen without opening it."""


@dataclass(frozen=True)
class ActiveFilter:
    """A tick that is set, and the address of the page without it."""

    label: str
    url: str


class DirectoryForm:
    """The search of ``/verzeichnis/``: what was asked, and how the page shows it."""

    def __init__(self, query: QueryDict) -> None:
        self.ask = read(query)
        self.text, self.place, self.ticks = self.ask.text, self.ask.place, self.ask.ticks
        self.radius, self.order = self.ask.radius, self.ask.order
        self.region = clean(query.get("region", ""))

    @property
    def radii(self) -> list[tuple[int, bool]]:
        """The distances to choose from, and which one is chosen."""
        return [(each, each == self.radius) for each in RADII]

    @property
    def orders(self) -> list[tuple[str, str, bool]]:
        """The orders to choose from, in words, and which one is chosen."""
        return [(key, str(label), key == self.order) for key, label in ORDERS.items()]

    @property
    def ordered(self) -> str:
        """The order when it is not the usual one."""
        return "" if self.order == BY_RELEVANCE else self.order

    @property
    def question(self) -> str:
        """Words, place and ticks as the address has them."""
        return written(self.ask)

    @property
    def said(self) -> str:
        """The question in words."""
        around = _("bis %(km)d km um %(place)s") % {"km": self.radius or 0, "place": self.place}
        place = around if self.radius and self.place else self.place
        parts = [self.text, place, *(each.label for each in self.active())]
        return ", ".join(filter(None, parts)) or str(_("alle Angebote"))

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

    def ways_out(self) -> list[ActiveFilter]:
        """What may be left out of a question that found nothing, each as an address."""
        words = {"q": self.text, "ort": self.place, "region": self.region}
        ticked = any(self.ticks.values())
        ways = [
            (ticked, _("Ohne Filter suchen"), words | {"umkreis": str(self.radius or "")}),
            (self.place, _("In der ganzen Region suchen"), words | {"ort": ""}),
            (self.radius in RADII[:-1], _("Bis 50 km suchen"), words | {"umkreis": str(RADII[-1])}),
            (self.text, _("Alle Angebote zeigen"), {"region": self.region}),
        ]
        return [ActiveFilter(str(word), "?" + urlencode(_said(to))) for on, word, to in ways if on]

    def _facet(self, group: str, found: Found) -> Facet:
        counts, wanted = found.counts[group], self.ticks[group]
        order = list(_WORDS.get(group, {})) or sorted({*counts, *wanted})
        ticks = [
            Tick(value, _label(group, value), counts[value], value in wanted)
            for value in order
            if counts[value] or value in wanted
        ]
        return Facet(group, str(TITLES[group]), ticks, shown=group in OPEN or bool(wanted))

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
        words += [("umkreis", str(self.radius or "")), ("sortiert", self.ordered)]
        return "?" + urlencode([(name, text) for name, text in [*words, *ticks] if text])


def _said(words: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in words.items() if text}


def _label(group: str, value: str) -> str:
    return str(_WORDS.get(group, {}).get(value, value))
