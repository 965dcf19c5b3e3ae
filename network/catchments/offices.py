"""Lists of offices with the postcodes and names under which one looks for them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from network.catchments.postcodes import is_postcode
from network.catchments.report import Report
from network.catchments.sheet import Sheet
from network.models import Area, Office, ResponsibilityRule
from network.responsibility.place import key
from network.services.catchments import Book

_SUFFIX = re.compile(r"\s+OT\s+\d+$")


def read_searches(
    sheet: Sheet, book: Book, report: Report, only: frozenset[str]
) -> Iterator[ResponsibilityRule]:
    """Offices with the postcodes and names under which one looks for them."""
    asked: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for number, row in enumerate(sheet.rows, start=2):
        identity = (row.get("id", ""), row["office"], row.get("department", ""))
        asked[(*identity, row.get("phone", ""))].append((number, row["search"]))
    owners: dict[str, set[str]] = defaultdict(set)
    for office, searches in asked.items():
        for _number, search in searches:
            owners[search].add(office[1])
    for position, (office, searches) in enumerate(asked.items()):
        yield _office(office, searches, position, owners, book, report)


def _office(
    office: tuple[str, ...],
    searches: list[tuple[int, str]],
    position: int,
    owners: dict[str, set[str]],
    book: Book,
    report: Report,
) -> ResponsibilityRule:
    identity, name, department, phone = office
    area = book.area(name, Area.Level.DISTRICT)
    for number, search in searches:
        if is_postcode(search):
            book.touch(area, search, split=len(owners[search]) > 1)
            report.certain += len(owners[search]) == 1
            report.candidates += len(owners[search]) > 1
        elif search:
            area.also_called = sorted({*area.also_called, search, _SUFFIX.sub("", search)})
            report.places += 1
        else:
            report.leave(number, _("%s: ohne Suchtext, nur über den Namen") % name)
    return ResponsibilityRule(
        region=book.region,
        kind=Office.HEALTH_OFFICE,
        office=", ".join(filter(None, [name, department]))[:200],
        phone=phone[:120],
        area=area,
        source=book.source,
        source_id=f"{identity}:{key(name + department + phone)}"[:200],
    )
