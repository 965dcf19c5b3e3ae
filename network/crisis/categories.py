"""The fixed categories: whom one may need at night, visible even when nobody is entered."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock, moments
from network import cards
from network.crisis.national import National, numbers
from network.crisis.rows import MORNING, Row
from network.hours_text import now_text
from network.models import Region, ResponsibilityRule, Service
from network.opening import State
from network.responsibility import Fit
from network.responsibility.conditions import hours_fit
from network.responsibility.words import ages, hours

_PER_CATEGORY = 5
_FROM, _UNTIL = dt.time(6), dt.time(12)


@dataclass(frozen=True)
class Line:
    """Somebody with a number; ``open`` only when that is certain."""

    name: str
    phone: str
    dial: str = ""
    when: str = ""
    url: str = ""
    open: bool = False
    stand: str = ""


@dataclass(frozen=True)
class Category:
    """One fixed heading and whoever stands under it."""

    key: str
    label: Promise
    takes: Callable[[Service], bool] = lambda service: False
    lines: list[Line] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether the coordination has something to enter."""
        return not self.lines


def _of_type(kind: str) -> Callable[[Service], bool]:
    return lambda service: service.type == kind and service.in_crisis_view


def _womens_shelter(service: Service) -> bool:
    return service.type == Service.Type.WOMENS_SHELTER


def _night_shelter(service: Service) -> bool:
    return service.type == Service.Type.SHELTER


FIXED = (
    Category("crisis", gettext_lazy("Krisendienst"), _of_type("crisis")),
    Category("spdi", gettext_lazy("Sozialpsychiatrischer Dienst"), _of_type("spdi")),
    Category("authority", gettext_lazy("Behörde in Bereitschaft")),
    Category("court", gettext_lazy("Betreuungsgericht")),
    Category("child_protection", gettext_lazy("Kinderschutz")),
    Category("womens_shelter", gettext_lazy("Frauenhaus"), _womens_shelter),
    Category("shelter", gettext_lazy("Notschlafstelle"), _night_shelter),
    Category("pharmacy", gettext_lazy("Notapotheke")),
    Category("poison", gettext_lazy("Giftnotruf")),
    Category("interpreter", gettext_lazy("Dolmetschen")),
)
MORNING_LABEL = gettext_lazy("Morgen früh erreichbar")


def categories(
    region: Region, rows: list[Row], rules: Iterable[ResponsibilityRule], at: dt.datetime
) -> list[Category]:
    """Every fixed category with its lines, the region's own before the national ones."""
    held = [rule for rule in rules if rule.is_valid_on(clock.local(at).date())]
    fixed = [
        Category(each.key, each.label, lines=_lines(each, region, rows, held, at)) for each in FIXED
    ]
    return [*fixed, Category("morning", MORNING_LABEL, lines=_morning(rows, at))]


def _lines(
    category: Category,
    region: Region,
    rows: list[Row],
    rules: list[ResponsibilityRule],
    at: dt.datetime,
) -> list[Line]:
    own = [_line(row, at) for row in rows if category.takes(row.service)]
    offices = [
        _office(rule, at, region)
        for rule in rules
        if rule.kind == category.key and rule.service_id is None
    ]
    everywhere = [_national(each) for each in numbers(region.land) if each.category == category.key]
    found = {(line.name, line.phone): line for line in (*own, *offices, *everywhere)}
    return sorted(found.values(), key=lambda line: not line.open)[:_PER_CATEGORY]


def _line(row: Row, at: dt.datetime) -> Line:
    now = now_text(row.opening(at))
    words = row.service.hours_text if not row.spans else now.again or now.words
    return Line(
        name=row.service.name,
        url=cards.address_of(row.service),
        phone=row.first_number["raw"],
        dial=row.first_number["dial"],
        when=words,
        open=now.open,
        stand=cards.checked_on(row.service),
    )


def _office(rule: ResponsibilityRule, at: dt.datetime, region: Region) -> Line:
    whole = rule.area is None and not rule.area_text
    parts = ["" if whole else rule.where, hours(rule), ages(rule), rule.condition]
    return Line(
        name=rule.office,
        phone=rule.phone,
        when=", ".join(filter(None, parts)),
        open=bool(rule.hours) and hours_fit(rule, at, region)[0] is Fit.YES,
    )


def _national(number: National) -> Line:
    stand = _("%(source)s, Stand %(day)s") % {
        "source": number.source,
        "day": f"{number.as_of:%d.%m.%Y}",
    }
    return Line(number.name, number.phone, number.dial, number.when, stand=stand)


def _morning(rows: list[Row], at: dt.datetime) -> list[Line]:
    """Who opens between six and twelve on the next morning, the earliest first."""
    here = clock.local(at)
    day = here.date() if here.time() < _FROM else here.date() + dt.timedelta(days=1)
    six = dt.datetime.combine(day, _FROM, tzinfo=clock.BERLIN)
    noon = dt.datetime.combine(day, _UNTIL, tzinfo=clock.BERLIN)
    found = []
    for row in rows:
        opening = row.opening(six)
        if opening.state is not State.OPEN and opening.opens and opening.opens < noon:
            known = row.service.type not in MORNING
            found.append((opening.opens, known, row.service.name, _opens(row, opening.opens)))
    return [line for *_order, line in sorted(found, key=lambda each: each[:3])][:_PER_CATEGORY]


def _opens(row: Row, opens: dt.datetime) -> Line:
    number = row.first_number
    when = _("ab %(time)s Uhr") % {"time": moments.moment_short(opens)}
    url = cards.address_of(row.service)
    return Line(row.service.name, number["raw"], number["dial"], when, url)
