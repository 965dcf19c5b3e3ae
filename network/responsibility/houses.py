"""Whether the house of whoever is responsible is closed at the hour that was asked for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from core import clock
from network.cards import closed
from network.hours_text import now_text
from network.models import Region, ResponsibilityRule, Service
from network.models.beside import beside
from network.opening import Span, State, holidays_of, opening_at, spans_beside

Houses = Mapping[UUID, Sequence[Span]]
"""The certain hours of services; who is not in it says nothing."""

_OWN = (ResponsibilityRule.Hours.OUTSIDE, ResponsibilityRule.Hours.SPANS)
_NOW = dt.timedelta(minutes=1)


def houses_of(region: Region) -> Houses:
    """The hours of every service with a rule, in one statement that knows no place."""
    rules = ResponsibilityRule.objects.published().filter(region=region)
    named = Service.objects.published().filter(region=region, pk__in=rules.values("service"))
    rows = named.annotate(hours=beside()["hours"]).order_by("id").values_list("id", "hours")
    return {service: spans_beside(hours) for service, hours in rows}


def closed_words(rule: ResponsibilityRule, at: dt.datetime, region: Region, houses: Houses) -> str:
    """That the house is certainly closed at ``at``, and when it opens; else nothing.

    A rule that names times of its own means whoever answers then, whatever the house says.
    """
    if rule.service is None or rule.hours in _OWN:
        return ""
    now = abs(at - clock.now()) < _NOW
    if now and (for_a_while := closed(rule.service)):
        return for_a_while
    opening = opening_at(houses.get(rule.service.pk, ()), at, holidays_of(region.land))
    if opening.state is not State.CLOSED:
        return ""
    text = now_text(opening)
    words = text.words if now else _("zu dieser Zeit geschlossen")
    again = {"closed": words, "again": text.again}
    return _("%(closed)s, wieder %(again)s") % again if text.again else words
