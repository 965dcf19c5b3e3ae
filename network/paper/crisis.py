"""Who helps in a crisis, as it stands on paper: true at any hour, so nothing says "now".

One sheet for each Bezirk or Gemeinde of a region; the whole region for the page that is saved.
The fixed categories stand on it even when nobody is entered.
"""

import re
from typing import Any

from django.utils.translation import gettext as _

from core import clock
from network import cards, entry_facts
from network.crisis.categories import FIXED, Category
from network.crisis.national import numbers
from network.crisis.rows import Row, rows_of
from network.crisis.wish import TICKS
from network.hours_text import week_text
from network.models import Area, Region, ResponsibilityRule, Service
from network.paper.words import shortened
from network.responsibility import Ground, ground_of
from network.responsibility.words import hours

MOST = 60
"""Sheets of one region; who has more places prints the first by name."""

_EVERYWHERE = ("life", "police", "doctor", "talk", "violence", "children")
_LEVELS = (Area.Level.BOROUGH, Area.Level.MUNICIPALITY)
_LINES = 6
Line = dict[str, Any]


def districts(region: Region) -> list[Area]:
    """The places that have a sheet of their own."""
    areas = Area.objects.published(region).filter(level__in=_LEVELS)
    return list(areas[:MOST])


def crisis_sheet(region: Region, slug: str) -> dict[str, Any]:
    """Everything that stands on the sheet of a place; ``slug`` empty is the whole region."""
    ground = ground_of(Area.objects.published(region))
    area = next((each for each in ground.areas if slug and each.slug == slug), None)
    known = ResponsibilityRule.objects.published().filter(region=region)
    rules = [rule for rule in known if rule.is_valid_on(clock.today())]
    rows = [row for row in rows_of(region) if row.service.in_crisis_view]
    groups = [_group(each, region, rows, _here(rules, area, ground), rules) for each in FIXED]
    taken = {row.service.pk for row in rows if any(each.takes(row.service) for each in FIXED)}
    here = _here(rules, area, ground)
    others = [row for row in _not_elsewhere(rows, here, rules) if row.service.pk not in taken]
    return {
        "area": area.name if area else region.name,
        "phone": region.coordination_phone,
        "first": first_numbers(region),
        "groups": groups,
        "others": [_line(row, here) for row in _most_urgent_first(others, here)][:24],
    }


def first_numbers(region: Region) -> list[dict[str, str]]:
    """What helps everywhere in Germany, with its hours."""
    found = {each.category: each for each in reversed(numbers(region.land))}
    return [
        {"number": each.phone, "dial": each.dial, "label": each.name, "when": each.when}
        for category in _EVERYWHERE
        if (each := found.get(category))
    ]


def _here(
    rules: list[ResponsibilityRule], area: Area | None, ground: Ground
) -> list[ResponsibilityRule]:
    """The rules that hold somewhere in ``area``, without one all of the region."""
    if area is None:
        return rules
    return [rule for rule in rules if rule.area is None or ground.related(rule.area, area)]


def _not_elsewhere(
    rows: list[Row], here: list[ResponsibilityRule], rules: list[ResponsibilityRule]
) -> list[Row]:
    """``rows`` without the services whose rules hold only in other places."""
    elsewhere = {rule.service_id for rule in rules} - {rule.service_id for rule in here}
    return [row for row in rows if row.service.pk not in elsewhere]


def _most_urgent_first(rows: list[Row], here: list[ResponsibilityRule]) -> list[Row]:
    """Emergency services, then who is responsible here, then the others by name."""
    mine = {rule.service_id for rule in here}
    urgent = Service.Type.EMERGENCY
    return sorted(
        rows,
        key=lambda row: (
            row.service.type != urgent,
            row.service.pk not in mine,
            row.service.name,
        ),
    )


def _group(
    category: Category,
    region: Region,
    rows: list[Row],
    here: list[ResponsibilityRule],
    rules: list[ResponsibilityRule],
) -> dict[str, Any]:
    near = _not_elsewhere(rows, here, rules)
    lines = [_line(row, here) for row in near if category.takes(row.service)]
    lines += [
        _office(rule) for rule in here if rule.kind == category.key and rule.service_id is None
    ]
    lines += [
        _plain(each.name, each.phone, each.when, dial=each.dial)
        for each in numbers(region.land)
        if each.category == category.key
    ]
    found = {(line["name"], line["number"]): line for line in lines}
    ordered = sorted(found.values(), key=lambda line: not line["why"])
    return {"title": str(category.label), "lines": ordered[:_LINES]}


def _line(row: Row, here: list[ResponsibilityRule]) -> Line:
    service, first = row.service, row.first_number
    mine = [rule for rule in here if rule.service_id == service.pk]
    line = _plain(service.name, first["raw"], _when(row), dial=first["dial"])
    return line | {
        "note": shortened(first["note"], 60),
        "under": _where(service),
        "conditions": shortened(" · ".join(_conditions(service)), 260),
        "why": shortened(_why(mine), 260),
        "checked": cards.checked_on(service),
        "old": cards.is_old(service),
    }


def _plain(name: str, number: str, when: str, *, dial: str = "") -> Line:
    empty = {"note": "", "under": "", "conditions": "", "why": "", "checked": "", "old": False}
    return {"name": name, "number": number, "dial": dial, "when": when, **empty}


def _office(rule: ResponsibilityRule) -> Line:
    line = _plain(rule.office, rule.phone, hours(rule) or rule.hours_text)
    return line | {
        "why": shortened(_why([rule], hours_too=False), 160),
        "conditions": rule.condition,
    }


def _why(rules: list[ResponsibilityRule], *, hours_too: bool = True) -> str:
    """For what places it is responsible, on which basis, when; places with one basis together."""
    places: dict[str, list[str]] = {}
    for rule in rules:
        basis = ", ".join(filter(None, [rule.legal_basis, hours(rule) if hours_too else ""]))
        places.setdefault(basis, []).append(rule.where)
    return "; ".join(
        ", ".join(filter(None, [_("zuständig für %s") % ", ".join(dict.fromkeys(where)), basis]))
        for basis, where in places.items()
    )


def _when(row: Row) -> str:
    """The original text, which stays the truth; else the structured hours."""
    if closed := cards.closed(row.service):
        return closed
    week = "; ".join(f"{days} {said}" for days, said in week_text(row.spans))
    return shortened(row.service.hours_text or week, 160)


def _where(service: Service) -> str:
    own = service.provider_name if service.provider_name != service.name else ""
    place = cards.address(service).replace("\n", ", ")
    return " · ".join(filter(None, [own, place]))


def _conditions(service: Service) -> list[str]:
    """What is known of the ways in; a no is said as well, what is not known is left out."""
    last = service.last_admission
    said = [
        label if getattr(service, name) else _("%(what)s: nein") % {"what": label}
        for name, label in TICKS.items()
        if getattr(service, name) is not None and (name != "women_only" or service.women_only)
    ]
    own = [part.strip() for part in re.split(r"[;\n]", service.conditions)]
    first = [
        entry_facts.age(service),
        _("letzte Aufnahme %s Uhr") % f"{last:%H:%M}" if last else "",
    ]
    return list(dict.fromkeys(str(text) for text in (*first, *said, *own) if text))
