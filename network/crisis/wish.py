"""What was asked for beside the place, and whether a service suits it."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import clock
from network.audiences import audiences
from network.models import Area, Service
from network.responsibility import Ground
from network.responsibility.place import key

TICKS: dict[str, Promise] = {
    "walk_in": _("hingehen ohne Termin"),
    "outreach": _("kommt nach Hause"),
    "takes_intoxicated": _("nimmt Menschen unter Alkohol oder Drogen auf"),
    "after_police": _("nach einem Polizeieinsatz"),
    "with_child": _("mit Kind"),
    "with_dog": _("mit Hund"),
    "without_insurance": _("ohne Versicherung"),
    "without_german": _("ohne Deutsch"),
    "anonymous": _("ohne Namen möglich"),
    "women_only": _("nur für Frauen"),
}
WHOM = ("adults", "minors", "old", "women", "addiction", "homeless")
_BED_TYPES = frozenset({"shelter", "clinic", "emergency", "crisis"})
_EVENING, _MORNING, _NOON = dt.time(16), dt.time(6), 12 * 60


@dataclass(frozen=True)
class Wish:
    """What was ticked, chosen and typed; empty asks for nothing."""

    ticks: frozenset[str] = frozenset()
    open_now: bool = False
    bed: bool = False
    district: str = ""
    whom: str = ""
    language: str = ""
    age: int | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything but the place was asked."""
        return self != Wish()


def suits(service: Service, wish: Wish, ground: Ground, at: dt.datetime) -> bool:
    """Unknown is not no: only a service that says no to the wish is left out."""
    return (
        not any(getattr(service, tick) is False for tick in wish.ticks)
        and (not wish.bed or _has_bed(service, at))
        and _takes_age(service, wish.age)
        and _is_for(service, wish.whom)
        and _speaks(service, wish.language)
        and (not wish.district or _serves(service, wish.district, ground))
    )


def _speaks(service: Service, language: str) -> bool:
    """Whether it names the language, names none at all, or needs no German."""
    known = service.languages.casefold()
    return not known or bool(service.without_german) or language.casefold() in known


def _takes_age(service: Service, age: int | None) -> bool:
    if age is None:
        return True
    too_young = service.age_from is not None and age < service.age_from
    return not too_young and not (service.age_to is not None and age > service.age_to)


def _is_for(service: Service, whom: str) -> bool:
    for_all = not service.target_groups or "alle" in service.target_groups.lower()
    return not whom or for_all or whom in audiences(service.target_groups)


def _has_bed(service: Service, at: dt.datetime) -> bool:
    """Beds are there or not known where there could be some, and one still gets in."""
    there = service.type in _BED_TYPES if service.beds is None else service.beds > 0
    return there and not admission_is_over(service.last_admission, at)


def admission_is_over(last: dt.time | None, at: dt.datetime) -> bool:
    """Whether the last admission has passed; one in the evening or at night counts from noon."""
    if last is None:
        return False
    now = clock.local(at).time()
    if _MORNING <= last < _EVENING:
        return now > last
    return _since_noon(now) > _since_noon(last)


def _since_noon(time: dt.time) -> int:
    return (time.hour * 60 + time.minute - _NOON) % (24 * 60)


def _serves(service: Service, slug: str, ground: Ground) -> bool:
    """Whether the service works in the area of that address, or nobody knows where it works."""
    wanted = next((area for area in ground.areas if area.slug == slug), None)
    served: list[str] = getattr(service, "area_ids", [])
    if wanted is None or not (served or service.district):
        return True
    areas: list[Area] = [area for area in ground.areas if area.pk in served]
    near = any(ground.related(area, wanted) for area in areas)
    return near or key(service.district) == key(wanted.name)
