"""The services of the emergency view, read with all that belongs to them in one statement."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from network.models import Region, Service
from network.models.beside import beside
from network.opening import Opening, Span, holidays_of, opening_at, spans_beside

MOST = 200
MORNING = (Service.Type.SPDI, Service.Type.PIA, Service.Type.CONTACT, Service.Type.SPZ)
"""Kinds of service that one reaches in the morning, though they do not help at night."""


@dataclass(frozen=True)
class Row:
    """A service, its numbers and its hours."""

    service: Service
    phones: list[dict[str, str]]
    spans: list[Span]

    @property
    def first_number(self) -> dict[str, str]:
        """Whom to call, with ``raw``, ``dial`` and ``note``; what is no number stands as a note."""
        unread = {"raw": "", "dial": "", "note": self.service.phone_text}
        return self.phones[0] if self.phones else unread

    def opening(self, at: dt.datetime) -> Opening:
        """What the hours say about ``at``."""
        return opening_at(self.spans, at, holidays_of(self.service.region.land))


def rows_of(region: Region) -> list[Row]:
    """Who helps in a crisis, and who opens in the morning."""
    found = Service.objects.published().in_service().filter(region=region)
    found = found.filter(Q(in_crisis_view=True) | Q(type__in=MORNING))
    found = found.defer("search", "source_row").select_related("region")
    read = found.annotate(**beside()).order_by("-in_crisis_view", "name", "id")
    return [_row(service) for service in read[:MOST]]


def _row(service: Any) -> Row:
    return Row(service, service.numbers, spans_beside(service.hours))
