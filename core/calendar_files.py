"""Calendar files (RFC 5545, RFC 5546) that mail programs accept, move and cancel."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress

BERLIN = ZoneInfo("Europe/Berlin")
SUMMER, WINTER = timedelta(hours=2), timedelta(hours=1)


class Method(StrEnum):
    """What the file asks of the recipient's calendar; the mail's content type repeats it."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


def event(
    *,
    method: Method,
    uid: UUID,
    sequence: int,
    stamped_at: datetime,
    starts_at: datetime,
    ends_at: datetime,
    summary: str,
    organizer: str,
    attendee: str,
    place: str = "",
    description: str = "",
) -> bytes:
    """One appointment for one recipient, who is the only attendee named.

    ``uid`` stays the same for the life of the appointment, ``sequence`` grows with every
    change. ``organizer`` must be the address the mail is sent from, or Outlook refuses it.
    """
    if ends_at <= starts_at:
        raise ValueError("an appointment ends after it starts")
    item = Event()
    item.add("uid", f"{uid}@gpv-portal")
    item.add("dtstamp", stamped_at)
    item.add("sequence", sequence)
    item.add("dtstart", starts_at.astimezone(BERLIN))
    item.add("dtend", ends_at.astimezone(BERLIN))
    item.add("summary", _one_line(summary))
    item.add("organizer", vCalAddress(f"mailto:{organizer}"))
    item.add("attendee", _attendee(attendee))
    item.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
    if place:
        item.add("location", _one_line(place))
    if description:
        item.add("description", description)
    return _file(method, item)


def case_event(
    *,
    method: Method,
    uid: UUID,
    sequence: int,
    stamped_at: datetime,
    starts_at: datetime,
    ends_at: datetime,
    organizer: str,
    attendee: str,
) -> bytes:
    """An appointment about a case: it says when, and nothing about whom, where or why."""
    return event(
        method=method,
        uid=uid,
        sequence=sequence,
        stamped_at=stamped_at,
        starts_at=starts_at,
        ends_at=ends_at,
        summary=gettext("Termin (Portal)"),
        organizer=organizer,
        attendee=attendee,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _attendee(address: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{address}")
    person.params["PARTSTAT"] = "NEEDS-ACTION"
    person.params["RSVP"] = "TRUE"
    return person


def _file(method: Method, item: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//GPV-Portal//DE")
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(_berlin())
    calendar.add_component(item)
    content: bytes = calendar.to_ical()
    return content


def _berlin() -> Timezone:
    """The German rule since 1996, short enough for every mail program."""
    zone = Timezone()
    zone.add("tzid", BERLIN.key)
    for part, month, before, after in (
        (TimezoneDaylight(), 3, WINTER, SUMMER),
        (TimezoneStandard(), 10, SUMMER, WINTER),
    ):
        hour = 2 if after is SUMMER else 3
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001  RFC 5545: local
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", "CEST" if after is SUMMER else "CET")
        zone.add_component(part)
    return zone
