"""What belongs to a service, read in the same statement as the service itself."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from network.models.reach import OpeningSpan, Phone
from network.models.service import Service


def beside() -> dict[str, Any]:
    """``numbers``, ``hours`` and ``area_ids`` as annotations: three prefetches less."""
    phones = Phone.objects.filter(service=OuterRef("pk")).order_by("position", "id")
    spans = OpeningSpan.objects.filter(service=OuterRef("pk")).order_by("weekday", "opens")
    areas = Service.areas.through.objects.filter(service=OuterRef("pk"))
    number = JSONObject(raw="raw", dial="dial", note="note")
    hours = JSONObject(weekday="weekday", opens="opens", closes="closes")
    return {
        "numbers": ArraySubquery(phones.values(json=number)),
        "hours": ArraySubquery(spans.values(json=hours)),
        "area_ids": ArraySubquery(areas.order_by("area_id").values("area_id")),
    }
