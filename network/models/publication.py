"""What of an entry may leave the portal: the columns of the open exports, read in one statement."""

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from network.models.reach import OpeningSpan, Phone
from network.models.region import Region
from network.models.service import Service, ServiceQuerySet

CHUNK = 200
"""Rows held at once, however many a region has."""

WAYS = (
    "walk_in",
    "by_appointment",
    "without_referral",
    "outreach",
    "without_insurance",
    "anonymous",
    "barrier_free",
)
"""How one gets in."""

IN_CRISIS = (
    "takes_intoxicated",
    "with_child",
    "with_dog",
    "without_german",
    "after_police",
    "women_only",
)
"""What matters at the door at night."""

FACTS = (*WAYS, *IN_CRISIS)
"""What an entry says with yes, no or nothing."""

COLUMNS = (
    "id",
    "slug",
    "type",
    "name",
    "provider_name",
    "facility__organisation_id",
    "facility__organisation__name",
    "facility__organisation__website",
    "region_id",
    "region__name",
    "region__land",
    "description",
    "plain_text",
    "easy_text",
    "target_groups",
    "age_from",
    "age_to",
    "access",
    "cost",
    "bring_along",
    "conditions",
    *FACTS,
    "languages",
    "street",
    "postcode",
    "town",
    "district",
    "latitude",
    "longitude",
    "address_public",
    "catchment",
    "phone_text",
    "fax",
    "email",
    "website",
    "hours_text",
    "closed_from",
    "closed_until",
    "verified_on",
)
"""Remarks, doubts, sources and who answers are not read at all."""


def rows_to_export(region: Region | None) -> Iterator[dict[str, Any]]:
    """Every published entry of ``region`` with numbers, hours and areas; one statement in all."""
    rows = Service.objects.published().filter(region=region)
    yield from _with_children(rows.order_by("type", "name", "id")).iterator(chunk_size=CHUNK)


def with_publication(rows: ServiceQuerySet) -> ServiceQuerySet:
    """``rows``, each read with all that ``row_of`` looks at."""
    related = rows.select_related("region", "facility__organisation")
    return related.prefetch_related("phones", "opening_spans")


def row_of(service: Service) -> dict[str, Any]:
    """The same of one entry that was read with its facility, numbers and hours; no areas."""
    columns = {name: _reached(service, name.split("__")) for name in COLUMNS}
    numbers = [
        {"id": str(each.pk), "raw": each.raw, "dial": each.dial, "note": each.note}
        for each in service.phones.all()
    ]
    spans = [
        {"weekday": each.weekday, "opens": f"{each.opens}", "closes": f"{each.closes}"}
        for each in service.opening_spans.all()
    ]
    return {**columns, "numbers": numbers, "spans": spans, "covers": []}


def _reached(start: Any, path: list[str]) -> Any:
    """What stands at the end of ``path``, or None when it breaks off."""
    for name in path:
        start = getattr(start, name, None)
    return start


def _with_children(rows: Any) -> Any:
    """Dictionaries of the columns, with ``numbers``, ``spans`` and ``covers``."""
    mine = OuterRef("pk")
    phones = Phone.objects.filter(service=mine).order_by("position", "id")
    spans = OpeningSpan.objects.filter(service=mine).order_by("weekday", "opens", "id")
    areas = Service.areas.through.objects.filter(service=mine).order_by("area__name", "area_id")
    number = JSONObject(id="id", raw="raw", dial="dial", note="note")
    span = JSONObject(weekday="weekday", opens="opens", closes="closes")
    area = JSONObject(name="area__name", postcodes="area__postcodes")
    return rows.values(
        *COLUMNS,
        numbers=ArraySubquery(phones.values(json=number)),
        spans=ArraySubquery(spans.values(json=span)),
        covers=ArraySubquery(areas.values(json=area)),
    )
