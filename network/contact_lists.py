"""Who answers the telephone where: functions before people, names for members only."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from core import clock
from network.models import Contact, Facility, Region
from network.models.contact import CONFIRM_DAYS
from network.reachable import Contacts, by_id, stand_in

TEAM = "Team"
"""What stands in place of a person where several answer; nothing there means vacant."""

MOST = 1_000
_KINDS = {
    Facility.Kind.CLINIC: 0,
    Facility.Kind.EMERGENCY: 0,
    Facility.Kind.PROVIDER: 1,
    Facility.Kind.COORDINATION: 2,
    Facility.Kind.AUTHORITY: 2,
}


@dataclass(frozen=True)
class Line:
    """One contact as it is shown, printed and frozen: ready texts, "" for not known."""

    id: str
    part: int
    house: str
    function: str
    ward: str
    person: str
    vacant: bool
    phone: str
    fax: str
    mail: str
    kim: str
    hours: str
    deputy: str
    deputy_phone: str
    responsible_for: str
    confirmed: str
    overdue: bool
    service: str = ""
    letters: str = ""
    absent: str = ""
    away_later: str = ""

    @property
    def one_person(self) -> str:
        """The name of the one who answers; "" for a team and a vacancy."""
        return "" if self.person == TEAM else self.person

    @property
    def standing(self) -> str:
        """Why somebody else answers today, and who; "" when nobody has to."""
        said = _("derzeit unbesetzt") if self.vacant else self.absent
        if not said:
            return ""
        if not self.deputy:
            return _("%(why)s, keine Vertretung") % {"why": said}
        who = " ".join(filter(None, [self.deputy, self.deputy_phone]))
        return _("%(why)s, Vertretung: %(who)s") % {"why": said, "who": who}

    @property
    def responsibility(self) -> str:
        """For whom: first letters, then sector or field."""
        return ", ".join(filter(None, [self.letters, self.responsible_for]))

    def as_json(self) -> dict[str, Any]:
        """The line as an edition keeps it."""
        return asdict(self)


@dataclass(frozen=True)
class House:
    """The lines of one facility, or of several when it has no name."""

    name: str
    lines: list[Line]


@dataclass(frozen=True)
class Part:
    """Clinics, services or offices."""

    title: str
    houses: list[House]


_FIELDS = frozenset(each.name for each in fields(Line))


def line_from(row: dict[str, Any]) -> Line:
    """A line of an edition, whenever it was frozen: what was not known then is empty."""
    return Line(**{name: value for name, value in row.items() if name in _FIELDS})


def lines_of(region: Region | None, *, named: bool) -> list[Line]:
    """The contacts of ``region``; without ``named`` the released ones, functions for people."""
    if region is None:
        return []
    others = by_id(Contact.objects.published(region)[:MOST])
    shown = [each for each in others.values() if named or _is_released(each)]
    lines = [_line(contact, others, named=named) for contact in shown]
    return sorted(
        lines, key=lambda each: (each.part, each.house, each.service, each.function, each.id)
    )


def matching(lines: Iterable[Line], words: str) -> list[Line]:
    """The lines that hold every one of ``words``."""
    wanted = words.casefold().split()
    return [line for line in lines if all(each in _said(line) for each in wanted)]


def parts_of(lines: Iterable[Line]) -> list[Part]:
    """The lines by part and house, in their order."""
    titles = (
        _("Sozialdienste der Kliniken"),
        _("Aufnahmeteams der Dienste"),
        _("Koordination und Behörden"),
    )
    houses: dict[int, dict[str, list[Line]]] = {}
    for line in lines:
        houses.setdefault(line.part, {}).setdefault(line.house, []).append(line)
    return [Part(titles[part], _tables(part, found)) for part, found in sorted(houses.items())]


def _tables(part: int, by_name: dict[str, list[Line]]) -> list[House]:
    """A clinic has a table of its own; services with a line or two share one."""
    if part == 0:
        return [House(name, found) for name, found in by_name.items()]
    return [House("", [line for found in by_name.values() for line in found])]


def _is_released(contact: Contact) -> bool:
    return contact.facility.organisation.contacts_public


def _line(contact: Contact, others: Contacts, *, named: bool) -> Line:
    today = clock.today()
    deputy = _deputy(contact, others, today)
    confirmed = contact.confirmed_on
    return Line(
        id=str(contact.pk),
        part=_KINDS[Facility.Kind(contact.facility.kind)],
        house=house_of(contact.facility),
        function=contact.function,
        ward=contact.unit.name if contact.unit else "",
        service=contact.service.name if contact.service else "",
        person=contact.person if named else "",
        vacant=not contact.person,
        phone=contact.phone,
        fax=contact.fax,
        mail=contact.email,
        kim=contact.kim,
        hours=contact.hours,
        deputy=((deputy.person if named else "") or deputy.function) if deputy else "",
        deputy_phone=deputy.phone if deputy else "",
        letters=contact.letters,
        responsible_for=contact.responsible_for,
        absent=_absence(contact) if contact.person and contact.is_absent(today) else "",
        away_later=_later(contact, today),
        confirmed=f"{confirmed:%d.%m.%Y}" if confirmed else "",
        overdue=is_overdue(confirmed),
    )


def _deputy(contact: Contact, others: Contacts, day: dt.date) -> Contact | None:
    """Who is named: while somebody is there the own deputy, else the one who really answers."""
    named = others.get(contact.deputy_id) if contact.deputy_id else None
    if named and contact.person and not (contact.is_absent(day) or named.is_of(contact)):
        return named
    return stand_in(contact, others, day)


def _absence(contact: Contact) -> str:
    if contact.absent_until is None:
        return _("abwesend bis auf Weiteres")
    return _("abwesend bis %(day)s") % {"day": f"{contact.absent_until:%d.%m.%Y}"}


def _later(contact: Contact, today: dt.date) -> str:
    """An absence that is still to come, so that a printed list stays right."""
    if not contact.person or contact.absent_from is None or contact.absent_from <= today:
        return ""
    first = f"{contact.absent_from:%d.%m.%Y}"
    if contact.absent_until is None:
        return _("abwesend ab %(day)s") % {"day": first}
    days = {"first": first, "last": f"{contact.absent_until:%d.%m.%Y}"}
    return _("abwesend vom %(first)s bis %(last)s") % days


def house_of(facility: Facility) -> str:
    """The facility, and its organisation unless the name says it already."""
    owner = facility.organisation.name
    bare = re.sub(r"\s*(?:gGmbH|GmbH|e\. ?V\.|AG|KG|gAG|AöR)\s*$", "", owner)
    return facility.name if bare in facility.name else f"{facility.name}, {owner}"


def is_overdue(confirmed: dt.date | None) -> bool:
    """Whether a quarter has passed since somebody confirmed the contact."""
    return confirmed is not None and (clock.today() - confirmed).days > CONFIRM_DAYS


def _said(line: Line) -> str:
    texts = (
        *(line.house, line.function, line.ward, line.service, line.person, line.deputy),
        line.responsibility,
    )
    return " ".join(texts).casefold()
