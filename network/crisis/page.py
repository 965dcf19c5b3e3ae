"""Everything the emergency page shows, at one moment."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.actor import Actor
from network.crisis.cards import CrisisCard, card_of
from network.crisis.categories import Category, categories
from network.crisis.national import National, numbers
from network.crisis.rows import rows_of
from network.crisis.wish import Wish, suits
from network.models import Area, Region, ResponsibilityRule
from network.opening import State
from network.responsibility import Question, Resolution, ground_of, houses_of, read_place, resolve
from network.responsibility.urgency import urgency

_EVERYWHERE = ("police", "doctor", "violence", "talk", "children")
_CHOSEN = {Area.Level.MUNICIPALITY, Area.Level.BOROUGH, Area.Level.QUARTER}


@dataclass(frozen=True)
class CrisisPage:
    """What stands where: open now, next, by telephone, the fixed numbers, the responsible."""

    open: list[CrisisCard] = field(default_factory=list)
    soon: list[CrisisCard] = field(default_factory=list)
    by_telephone: list[CrisisCard] = field(default_factory=list)
    categories: list[Category] = field(default_factory=list)
    national: list[National] = field(default_factory=list)
    districts: list[Area] = field(default_factory=list)
    resolution: Resolution = field(default_factory=lambda: Resolution([], []))

    @property
    def first(self) -> CrisisCard | None:
        """The first answer: whoever is open and has a number."""
        return next((card for card in self.open if card.phone), None)


def crisis_page(
    region: Region | None, place: str, wish: Wish, *, at: dt.datetime, actor: Actor
) -> CrisisPage:
    """The page for ``region`` at the moment ``at``; internal remarks only for members.

    The place is compared here, not in the database: it reaches no statement.
    """
    if region is None:
        return CrisisPage(national=_national(""))
    ground, rules = ground_of(Area.objects.published(region)), _rules(region)
    asked = Question(read_place(place, ground.known), at, age=wish.age)
    houses = {} if asked.place.empty else houses_of(region)
    resolution = resolve(asked, region, ground, rules, houses)
    rows = rows_of(region)
    helping = [row for row in rows if row.service.in_crisis_view]
    cards = [
        card_of(
            row,
            at,
            responsible=row.service.pk in resolution.certain,
            remark=actor.belongs,
        )
        for row in helping
        if suits(row.service, wish, ground, at)
    ]
    return CrisisPage(
        **_sorted_in(cards, at, wish),
        categories=categories(region, rows, rules, at),
        national=_national(region.land),
        districts=[area for area in ground.areas if area.level in _CHOSEN],
        resolution=resolution,
    )


def gaps(region: Region | None, at: dt.datetime) -> list[Category]:
    """The fixed categories of ``region`` under which nobody stands."""
    if region is None:
        return []
    found = categories(region, rows_of(region), _rules(region), at)
    return [category for category in found if category.empty]


def _rules(region: Region) -> list[ResponsibilityRule]:
    return list(ResponsibilityRule.objects.published().filter(region=region))


def _national(land: str) -> list[National]:
    found = {number.category: number for number in numbers(land)}
    return [found[category] for category in _EVERYWHERE if category in found]


def _sorted_in(cards: list[CrisisCard], at: dt.datetime, wish: Wish) -> dict[str, list[CrisisCard]]:
    now = _ordered(card for card in cards if card.open)
    if wish.open_now:
        return {"open": now}
    return {
        "open": now,
        "soon": _by_opening(card for card in cards if card.soon(at)),
        "by_telephone": _ordered(
            card for card in cards if card.state is State.UNKNOWN and not card.soon(at)
        ),
    }


def _ordered(found: Iterable[CrisisCard]) -> list[CrisisCard]:
    """The responsible ones first, those with a number before those without."""
    return sorted(
        found,
        key=lambda card: (
            not card.responsible,
            not card.phone,
            urgency(card.kind),
            card.name,
        ),
    )


def _by_opening(found: Iterable[CrisisCard]) -> list[CrisisCard]:
    """The responsible ones first, then whoever opens earliest."""
    return sorted(found, key=lambda card: (not card.responsible, str(card.opens), card.name))
