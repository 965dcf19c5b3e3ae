"""Who is responsible here at this hour, and why; several are said to be several.

The directory's answer, never a legal decision: a postcode alone decides nothing.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.working_time import BERLIN, CLOSES, OPENS, WorkingTime
from network.models import Area, Region, ResponsibilityRule, Service

_CRITERIA = {
    "residence": gettext_lazy("nach dem Wohnort"),
    "place_of_event": gettext_lazy("nach dem Ort des Geschehens"),
    "current_stay": gettext_lazy("nach dem Aufenthalt"),
    "first_application": gettext_lazy("nach dem Ort des ersten Antrags"),
    "free_choice": gettext_lazy("freie Wahl"),
}


@dataclass(frozen=True)
class Answer:
    """The services of one type that are responsible, with the reason of each."""

    kind: str
    services: list[tuple[Service, str]]

    @property
    def clear(self) -> bool:
        """Whether it is one and only one."""
        return len(self.services) == 1


@dataclass(frozen=True)
class Places:
    """The areas of a region and the one that was chosen."""

    areas: list[Area]
    chosen: Area | None

    def upwards(self) -> list[Area]:
        """The chosen area and all that contain it, the smallest first."""
        by_id = {area.pk: area for area in self.areas}
        found: list[Area] = []
        here = self.chosen
        while here is not None and here not in found:
            found.append(here)
            here = by_id.get(here.parent_id) if here.parent_id else None
        return found


def places(region: Region | None, slug: str) -> Places:
    """All places of ``region`` to choose from; an unknown slug chooses none."""
    areas = list(Area.objects.published(region)) if region else []
    return Places(areas, next((area for area in areas if area.slug == slug), None))


def resolve(found: Places, region: Region, at: dt.datetime) -> list[Answer]:
    """Per type of service, the rules of the smallest area that has any at this hour."""
    path = found.upwards()
    if not path:
        return []
    rules = ResponsibilityRule.objects.published().filter(area__in=path)
    by_type: dict[str, list[ResponsibilityRule]] = defaultdict(list)
    for rule in rules:
        if not rule.only_outside_office_hours or not in_office_hours(region, at):
            by_type[rule.service.type].append(rule)
    return [_answer(rules, path) for rules in by_type.values()]


def in_office_hours(region: Region, at: dt.datetime) -> bool:
    """Whether authorities of the Land are at their desks."""
    here = at.astimezone(BERLIN)
    return WorkingTime(region.land).is_working_day(here.date()) and OPENS <= here.time() < CLOSES


def _answer(rules: list[ResponsibilityRule], path: list[Area]) -> Answer:
    order = {area.pk: place for place, area in enumerate(path)}
    nearest = min(order[rule.area_id] for rule in rules)
    closest = [rule for rule in rules if order[rule.area_id] == nearest]
    services = {rule.service_id: (rule.service, reason(rule)) for rule in closest}
    return Answer(str(closest[0].service.get_type_display()), list(services.values()))


def reason(rule: ResponsibilityRule) -> str:
    """One sentence: area, basis, criterion, hours, source."""
    parts = [
        _("zuständig für %(area)s") % {"area": rule.area.name},
        rule.legal_basis,
        str(_CRITERIA.get(rule.criterion, rule.criterion)),
        _("außerhalb der Dienstzeit") if rule.only_outside_office_hours else "",
        _("Quelle: %(source)s") % {"source": rule.source} if rule.source else "",
    ]
    return ", ".join(filter(None, parts))
