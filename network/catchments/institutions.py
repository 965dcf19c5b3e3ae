"""Lists of institutions with their area in words: every row becomes one rule or several."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from network.catchments.report import Report
from network.catchments.sheet import Sheet
from network.catchments.texts import Piece, names_in, pieces
from network.models import Office, ResponsibilityRule, Service
from network.responsibility.place import key
from network.services.catchments import Book

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


def read_texts(
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
        words = ", ".join(piece.words for piece in found if piece.area is None)
        report.leave(number, _("bleibt Text: „%s“") % words)
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
