"""One import: every row becomes rules, postcodes of an area, or words with a reason."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from core import audit
from core.actor import Actor
from network.catchments import berlin
from network.catchments.sheet import Layout, Sheet
from network.catchments.texts import Piece, names_in, pieces
from network.models import Area, Office, Region, ResponsibilityRule, Service
from network.responsibility.place import key
from network.services.catchments import Book

_WHOLE = 0.95
_KINDS = (
    ("kindernotdienst", Office.CHILD_PROTECTION),
    ("jugendnotdienst", Office.CHILD_PROTECTION),
    ("jugendamt", Office.CHILD_PROTECTION),
    ("kinderschutz", Office.CHILD_PROTECTION),
    ("rettungsstelle", Service.Type.EMERGENCY),
    ("notaufnahme", Service.Type.EMERGENCY),
    ("notfall", Service.Type.EMERGENCY),
    ("sozialpsychiatrisch", Service.Type.SPDI),
    ("krisen", Service.Type.CRISIS),
    ("spd", Service.Type.SPDI),
    ("tagesklinik", Service.Type.DAY_CLINIC),
    ("institutsambulanz", Service.Type.PIA),
    ("klinik", Service.Type.CLINIC),
    ("krankenhaus", Service.Type.CLINIC),
    ("gericht", Office.COURT),
    ("ordnungsamt", Office.AUTHORITY),
    ("gesundheitsamt", Office.HEALTH_OFFICE),
)
_SUFFIX = re.compile(r"\s+OT\s+\d+$")


@dataclass
class Report:
    """How many rows became what, and every row that a person should look at."""

    rows: int = 0
    certain: int = 0
    candidates: int = 0
    words: int = 0
    places: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    looks: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def import_areas(
    *,
    sheet: Sheet,
    region: Region,
    source: str,
    by: Actor,
    only: frozenset[str] = frozenset(),
    dry_run: bool = False,
) -> Report:
    """Bring ``sheet`` into ``region``; a second time changes nothing. A dry run writes nothing."""
    book, report = Book(region, source), Report(rows=len(sheet.rows))
    berlin.write_boroughs(book)
    rules = list(_READERS[sheet.layout](sheet, book, report, only))
    book.write_areas()
    book.write_rules(rules)
    report.counts = dict(book.counts)
    audit.record(by=by, deed="areas.imported", obj=region, detail=str(len(sheet.rows)))
    transaction.set_rollback(dry_run)
    return report


def _texts(
    sheet: Sheet, book: Book, report: Report, only: frozenset[str]
) -> Iterator[ResponsibilityRule]:
    """Institutions with their area in words."""
    beside: dict[str, set[str]] = defaultdict(set)
    for row in sheet.rows:
        names = names_in(row["text"])
        beside[_kind(row)] |= {key(half) for name in names for half in (name, *name.split("-"))}
    known = {
        key(service.name): service
        for service in Service.objects.published().filter(region=book.region)
    }
    for number, row in enumerate(sheet.rows, start=2):
        found = pieces(row["text"], book, frozenset(beside[_kind(row)])) or [Piece(row["text"])]
        _count(found, number, report)
        for position, piece in enumerate(found):
            yield _rule(row, piece, position, book, known.get(key(row["office"])))


def _count(found: list[Piece], number: int, report: Report) -> None:
    if any(piece.area is None for piece in found):
        report.words += 1
        words = ", ".join(piece.words for piece in found if piece.area is None)
        report.looks.append((number, _("bleibt Text: „%s“") % words))
    elif any(piece.condition for piece in found):
        report.candidates += 1
        words = "; ".join(filter(None, (piece.condition for piece in found)))
        report.looks.append((number, _("nur mögliche Stelle: „%s“") % words))
    else:
        report.certain += 1


def _rule(
    row: dict[str, str], piece: Piece, position: int, book: Book, service: Service | None
) -> ResponsibilityRule:
    stand = row.get("as_of", "")
    identity = row.get("id") or key(f"{row.get('kind', '')}{row['office']}")
    return ResponsibilityRule(
        region=book.region,
        kind=_kind(row),
        service=service,
        office="" if service else row["office"][:200],
        phone="" if service else row.get("phone", "")[:120],
        legal_basis=_("laut Liste, Stand %s") % stand if stand else "",
        area=piece.area,
        area_text=row["text"][:500],
        condition=piece.condition[:300],
        source=book.source,
        source_id=f"{identity}:{position}"[:200],
    )


def _kind(row: dict[str, str]) -> str:
    said = f"{row.get('office', '')} {row.get('kind', '')}".lower()
    return str(next((kind for word, kind in _KINDS if word in said), Service.Type.OTHER))


def _shares(
    sheet: Sheet, book: Book, report: Report, only: frozenset[str]
) -> Iterator[ResponsibilityRule]:
    """Postcodes with the share of each Bezirk."""
    touched: dict[str, list[tuple[str, float | None]]] = defaultdict(list)
    for number, row in enumerate(sheet.rows, start=2):
        if not _is_postcode(row["postcode"]) or not row["borough"]:
            report.looks.append((number, _("keine Postleitzahl oder kein Bezirk: %s") % row))
            report.words += 1
            continue
        touched[row["postcode"]].append((row["borough"], _share(row.get("share", ""))))
        report.places += 1
    for postcode, parts in touched.items():
        for name, share in parts:
            split = len(parts) > 1 or (share is not None and share < _WHOLE)
            area = book.area(name, Area.Level.BOROUGH)
            book.touch(area, postcode, split=split, share=share)
    return iter(())


def _searches(
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
        if _is_postcode(search):
            book.touch(area, search, split=len(owners[search]) > 1)
            report.certain += len(owners[search]) == 1
            report.candidates += len(owners[search]) > 1
        elif search:
            area.also_called = sorted({*area.also_called, search, _SUFFIX.sub("", search)})
            report.places += 1
        else:
            report.words += 1
            report.looks.append((number, _("%s: ohne Suchtext, nur über den Namen") % name))
    return ResponsibilityRule(
        region=book.region,
        kind=Office.HEALTH_OFFICE,
        office=", ".join(filter(None, [name, department]))[:200],
        phone=phone[:120],
        area=area,
        source=book.source,
        source_id=f"{identity}:{key(name + department + phone)}"[:200],
    )


def _places(
    sheet: Sheet, book: Book, report: Report, only: frozenset[str]
) -> Iterator[ResponsibilityRule]:
    """Land > Kreis > Gemeinde with postcodes; the whole list tells which ones cross a border."""
    levels = ("land", "district", "place")
    owners: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for row in sheet.rows:
        for depth, level in enumerate(levels, start=1):
            owners[level, row["postcode"]].add(_path(row)[:depth])
    for number, row in enumerate(sheet.rows, start=2):
        if not _is_postcode(row["postcode"]) or not row["place"]:
            report.looks.append((number, _("keine Postleitzahl oder kein Ort: %s") % row))
            report.words += 1
        elif not only or {key(row.get("district", "")), key(row["place"])} & only:
            report.places += 1
            for level, area in zip(levels, _chain(row, book), strict=True):
                split = len(owners[level, row["postcode"]]) > 1
                if area is not None:
                    book.touch(area, row["postcode"], split=split)
    return iter(())


def _path(row: dict[str, str]) -> tuple[str, str, str]:
    district = row.get("district") or row["place"]
    return row.get("land", ""), district, row.get("official_key") or row["place"]


def _chain(row: dict[str, str], book: Book) -> tuple[Area | None, Area, Area | None]:
    """Land, Kreis and Gemeinde of a row; a town that is its own Kreis is one area."""
    land = book.area(row["land"], Area.Level.LAND) if row.get("land") else None
    own = not row.get("district")
    name, code = row.get("district") or row["place"], row.get("official_key", "")
    district = book.area(name, Area.Level.DISTRICT, official_key=code[:5], parent=land)
    if own:
        return land, district, None
    place = book.area(row["place"], Area.Level.MUNICIPALITY, official_key=code, parent=district)
    return land, district, place


def _is_postcode(text: str) -> bool:
    return len(text) == 5 and text.isdecimal()


def _share(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


_READERS = {
    Layout.TEXTS: _texts,
    Layout.SEARCHES: _searches,
    Layout.SHARES: _shares,
    Layout.PLACES: _places,
}
