"""Who answers the telephone where: functions before people, names for members only."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from core import clock
from network.models import Contact, Facility, Region

CONFIRM_DAYS = 92
"""A contact is confirmed once a quarter."""

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

    @property
    def one_person(self) -> str:
        """The name of the one who answers; "" for a team and a vacancy."""
        return "" if self.person == TEAM else self.person

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


def lines_of(region: Region | None, *, named: bool) -> list[Line]:
    """Every contact of ``region``; without ``named`` functions take the place of people."""
    if region is None:
        return []
    contacts = Contact.objects.published(region)[:MOST]
    lines = [_line(contact, named=named) for contact in contacts]
    return sorted(lines, key=lambda each: (each.part, each.house, each.function, each.id))


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


def _line(contact: Contact, *, named: bool) -> Line:
    deputy = contact.deputy
    confirmed = contact.confirmed_on
    return Line(
        id=str(contact.pk),
        part=_KINDS[Facility.Kind(contact.facility.kind)],
        house=_house(contact.facility),
        function=contact.function,
        ward=contact.unit.name if contact.unit else "",
        person=contact.person if named else "",
        vacant=not contact.person,
        phone=contact.phone,
        fax=contact.fax,
        mail=contact.email,
        kim=contact.kim,
        hours=contact.hours,
        deputy=((deputy.person if named else "") or deputy.function) if deputy else "",
        deputy_phone=deputy.phone if deputy else "",
        responsible_for=contact.responsible_for,
        confirmed=f"{confirmed:%d.%m.%Y}" if confirmed else "",
        overdue=is_overdue(confirmed),
    )


def _house(facility: Facility) -> str:
    """The facility, and its organisation unless the name says it already."""
    owner = facility.organisation.name
    bare = re.sub(r"\s*(?:gGmbH|GmbH|e\. ?V\.|AG|KG|gAG|AöR)\s*$", "", owner)
    return facility.name if bare in facility.name else f"{facility.name}, {owner}"


def is_overdue(confirmed: dt.date | None) -> bool:
    """Whether a quarter has passed since somebody confirmed the contact."""
    return confirmed is not None and (clock.today() - confirmed).days > CONFIRM_DAYS


def _said(line: Line) -> str:
    texts = (line.house, line.function, line.ward, line.person, line.deputy, line.responsible_for)
    return " ".join(texts).casefold()
