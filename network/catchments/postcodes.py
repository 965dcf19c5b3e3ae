"""Lists of postcodes: with the share of each Bezirk, or with Land, Kreis and Gemeinde."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from network.catchments.report import Report
from network.catchments.sheet import Sheet
from network.models import Area, ResponsibilityRule
from network.responsibility.place import key
from network.services.catchments import Book

_WHOLE = 0.95
"""The share of its ground from which a postcode counts as lying in one Bezirk."""


def read_shares(
    sheet: Sheet, book: Book, report: Report, only: frozenset[str]
) -> Iterable[ResponsibilityRule]:
    """Postcodes with the share of each Bezirk."""
    touched: dict[str, list[tuple[str, float | None]]] = defaultdict(list)
    for number, row in enumerate(sheet.rows, start=2):
        if not is_postcode(row["postcode"]) or not row["borough"]:
            report.leave(number, _("keine Postleitzahl oder kein Bezirk: %s") % _words(row))
            continue
        touched[row["postcode"]].append((row["borough"], _share(row.get("share", ""))))
        report.places += 1
    for postcode, parts in touched.items():
        for name, share in parts:
            split = len(parts) > 1 or (share is not None and share < _WHOLE)
            area = book.area(name, Area.Level.BOROUGH)
            book.touch(area, postcode, split=split, share=share)
    return ()


def read_places(
    sheet: Sheet, book: Book, report: Report, only: frozenset[str]
) -> Iterable[ResponsibilityRule]:
    """Land > Kreis > Gemeinde with postcodes; the whole list tells which ones cross a border."""
    levels = ("land", "district", "place")
    owners: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for row in sheet.rows:
        for depth, level in enumerate(levels, start=1):
            owners[level, row["postcode"]].add(_path(row)[:depth])
    for number, row in enumerate(sheet.rows, start=2):
        if not is_postcode(row["postcode"]) or not row["place"]:
            report.leave(number, _("keine Postleitzahl oder kein Ort: %s") % _words(row))
        elif not only or {key(row.get("district", "")), key(row["place"])} & only:
            report.places += 1
            for level, area in zip(levels, _chain(row, book), strict=True):
                split = len(owners[level, row["postcode"]]) > 1
                if area is not None:
                    book.touch(area, row["postcode"], split=split)
    return ()


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


def _words(row: dict[str, str]) -> str:
    """The cells of a row as one reads them."""
    return ", ".join(filter(None, row.values()))


def is_postcode(text: str) -> bool:
    """Five digits."""
    return len(text) == 5 and text.isdecimal()


def _share(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
