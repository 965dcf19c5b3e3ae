"""The emergency page at a moment, as its tests fill it and look at it."""

import datetime as dt

import time_machine

from core.actor import SCHEDULER
from network.importing.hours import read_hours
from network.models import ResponsibilityRule, Service
from network.services.entries import Content, Number, renew_entry
from tests.factories import ServiceFactory

TUESDAY_NIGHT = dt.datetime(2026, 11, 24, 21, 40, tzinfo=dt.UTC)
CHRISTMAS_NOON = dt.datetime(2026, 12, 25, 11, 0, tzinfo=dt.UTC)


def helper(region, name, hours, **fields):
    """A service of the emergency view with these hours."""
    fields = {"type": Service.Type.CRISIS, "in_crisis_view": True, "facility": None, **fields}
    service = ServiceFactory(region=region, name=name, slug=name.lower(), **fields)
    content = Content(
        {"hours_text": hours}, [Number("030 23125-100", "+493023125100")], read_hours(hours).spans
    )
    return renew_entry(service=service, content=content, by=SCHEDULER)


def look(client, at=TUESDAY_NIGHT, **asked):
    """The page at that moment; what is asked goes in the body."""
    with time_machine.travel(at, tick=False):
        if not asked:
            return client.get("/krise/").content.decode()
        return client.post("/krise/suche/", asked).content.decode()


def section(page, heading):
    return page.split(heading, 1)[1].split("</section>", 1)[0] if heading in page else ""


def responsible(service, area, **fields):
    fields = {"region": service.region, "kind": service.type, "legal_basis": "PsychKG", **fields}
    ResponsibilityRule.objects.create(service=service, area=area, **fields)
