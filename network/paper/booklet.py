"""The directory of a region as a booklet: by kind of help, with two indexes.

A volume holds 500 entries; a larger region gets as many volumes as it needs, each with its own
contents and indexes. What stands in it is what the public pages show: no internal remark, and of
a protected place only the region.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from network import cards
from network.models import Region, Service
from network.paper.crisis import first_numbers
from network.paper.entry import entry_on_paper
from network.paper.words import sort_key

VOLUME = 500
"""Entries of one volume: about 150 pages of A5, half a minute of the worker."""

_KINDS = {str(kind): place for place, kind in enumerate(Service.Type.values)}


def volumes(region: Region) -> int:
    """How many volumes the booklet of ``region`` has, one at least."""
    return max(1, -(-_services(region).count() // VOLUME))


def booklet(region: Region, volume: int) -> dict[str, Any]:
    """Everything volume ``volume`` (from 1) says, as plain data."""
    ids = _order(region)
    own = ids[(volume - 1) * VOLUME : volume * VOLUME]
    services = _read(region, own)
    return {
        "region": region.name,
        "volume": volume,
        "volumes": max(1, -(-len(ids) // VOLUME)),
        "count": len(own),
        "phone": region.coordination_phone,
        "first": first_numbers(region),
        "chapters": _chapters(services),
        "names": _names(services),
        "places": _places(services),
    }


def _services(region: Region) -> QuerySet[Service]:
    return Service.objects.published().filter(region=region)


def _order(region: Region) -> list[Any]:
    rows = _services(region).values_list("type", "name", "pk")
    return [pk for *_key, pk in sorted(rows, key=lambda row: (_place(row[0]), sort_key(row[1])))]


def _place(kind: str) -> int:
    return _KINDS.get(kind, len(_KINDS))


def _read(region: Region, ids: list[Any]) -> list[Service]:
    """The services in the order of ``ids``, with their numbers."""
    rows = _services(region).filter(pk__in=ids).select_related("region")
    found = rows.defer("search", "source_row", "internal_remark").prefetch_related("phones")
    by_id = {service.pk: service for service in found}
    return [by_id[each] for each in ids if each in by_id]


def _chapters(services: Iterable[Service]) -> list[dict[str, Any]]:
    by_kind: dict[str, list[Service]] = defaultdict(list)
    for service in services:
        by_kind[service.type].append(service)
    return [
        {
            "id": f"art-{kind}",
            "title": str(found[0].get_type_display()),
            "count": len(found),
            "entries": [entry_on_paper(service) for service in found],
        }
        for kind, found in by_kind.items()
    ]


def _names(services: Iterable[Service]) -> list[dict[str, Any]]:
    """By first letter; what begins with none stands under "#"."""
    letters: dict[str, list[Service]] = defaultdict(list)
    for service in sorted(services, key=lambda each: sort_key(each.name)):
        first = sort_key(service.name)[:1].upper()
        letters[first if first.isalpha() else "#"].append(service)
    return [{"title": letter, "entries": _lines(found)} for letter, found in letters.items()]


def _places(services: Iterable[Service]) -> list[dict[str, Any]]:
    places: dict[str, list[Service]] = defaultdict(list)
    for service in services:
        places[cards.place(service) or _("ohne Ort")].append(service)
    return [
        {"title": place, "entries": _lines(sorted(found, key=lambda each: sort_key(each.name)))}
        for place, found in sorted(places.items(), key=lambda each: sort_key(each[0]))
    ]


def _lines(services: Iterable[Service]) -> list[dict[str, str]]:
    return [{"id": f"e-{service.pk}", "name": service.name} for service in services]
