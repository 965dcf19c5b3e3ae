"""What an import writes: areas and rules found again, made or changed, and counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from network.models import Area, Region, ResponsibilityRule
from network.responsibility.ground import names_of
from network.responsibility.place import key
from network.services.slugs import slug_of

_AREA_FIELDS = ("parent", "also_called", "official_key", "postcodes", "split_postcodes", "source")
_BATCH = 1_000


@dataclass
class Book:
    """The areas of a region and the rules of one source, as they are and as they shall be."""

    region: Region
    source: str
    counts: Counter[str] = field(default_factory=Counter)
    areas: list[Area] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.areas = list(Area.objects.published(self.region))
        self._slugs = {area.slug for area in self.areas}
        self._keyed = {area.official_key: area for area in self.areas if area.official_key}
        self._by_name: dict[str, list[Area]] = {}
        for area in self.areas:
            self._file(area)
        self._new: list[Area] = []
        self._before = {area.pk: _said(area) for area in self.areas}

    def called(self, name: str, *levels: str) -> list[Area]:
        """The areas of that name, of those levels only when any are named."""
        found = self._by_name.get(key(name), [])
        return [area for area in found if not levels or area.level in levels]

    def area(
        self, name: str, level: str, *, official_key: str = "", parent: Area | None = None
    ) -> Area:
        """The area of that key or name and level, made when nobody knows it."""
        if official_key:
            found = [self._keyed[official_key]] if official_key in self._keyed else []
        else:
            found = self.called(name, level)
        area = found[0] if len(found) == 1 else self._made(name, level, official_key)
        area.parent = area.parent or parent
        return area

    def touch(self, area: Area, postcode: str, *, split: bool, share: float | None = None) -> None:
        """``postcode`` lies in ``area``, wholly or in part."""
        if postcode not in area.postcodes:
            area.postcodes = sorted([*area.postcodes, postcode])
        if split:
            area.split_postcodes = {**area.split_postcodes, postcode: share}

    def write_areas(self) -> None:
        """Save what is new and what has changed."""
        changed = [
            area
            for area in self.areas
            if area.pk in self._before and _said(area) != self._before[area.pk]
        ]
        for number in range(0, len(self._new), _BATCH):
            Area.objects.bulk_create(self._new[number : number + _BATCH])
        Area.objects.bulk_update(changed, _AREA_FIELDS, batch_size=_BATCH)
        self.counts["areas_new"] += len(self._new)
        self.counts["areas_changed"] += len(changed)

    def write_rules(self, wanted: Iterable[ResponsibilityRule]) -> None:
        """Save new and changed rules of the source; those it no longer has are told, not lost."""
        rows = ResponsibilityRule.objects.filter(region=self.region, source=self.source)
        there = {rule.source_id: rule for rule in rows.exclude(source_id="")}
        for rule in wanted:
            old = there.pop(rule.source_id, None)
            if old is None:
                rule.save(force_insert=True)
            elif _values(old) != _values(rule):
                rule.pk, rule.version, rule.created_at = old.pk, old.version + 1, old.created_at
                rule.save(force_update=True)
            self.counts[_outcome(old, rule)] += 1
        self.counts["gone"] += len(there)

    def _made(self, name: str, level: str, official_key: str) -> Area:
        area = Area(
            region=self.region,
            name=name[:120],
            level=level,
            slug=self._slug(name, official_key),
            official_key=official_key,
            source=self.source,
        )
        self.areas.append(area)
        self._new.append(area)
        self._keyed |= {official_key: area} if official_key else {}
        self._file(area)
        return area

    def _file(self, area: Area) -> None:
        for name in names_of(area):
            self._by_name.setdefault(name, []).append(area)

    def _slug(self, name: str, official_key: str) -> str:
        plain = slug_of(name)[:90] or "gebiet"
        wanted = f"{plain}-{official_key}" if official_key else plain
        number = 2
        slug = wanted
        while slug in self._slugs:
            slug, number = f"{wanted}-{number}", number + 1
        self._slugs.add(slug)
        return slug


def _said(area: Area) -> tuple[Any, ...]:
    lists = sorted(area.also_called), sorted(area.postcodes), sorted(area.split_postcodes.items())
    return (*map(str, lists), area.parent_id, area.official_key)


def _values(rule: ResponsibilityRule) -> dict[str, Any]:
    unread = ("id", "created_at", "version")
    return {
        each.attname: getattr(rule, each.attname)
        for each in rule._meta.concrete_fields
        if each.attname not in unread
    }


def _outcome(old: ResponsibilityRule | None, rule: ResponsibilityRule) -> str:
    if old is None:
        return "rules_new"
    return "rules_same" if _values(old) == _values(rule) else "rules_changed"
