"""One import: every row becomes rules, postcodes of an area, or words with a reason."""

from django.db import transaction

from core import audit
from core.actor import Actor
from network.catchments import berlin
from network.catchments.institutions import read_texts
from network.catchments.offices import read_searches
from network.catchments.postcodes import read_places, read_shares
from network.catchments.report import Report
from network.catchments.sheet import Layout, Sheet
from network.models import Region
from network.services.catchments import Book

_READERS = {
    Layout.TEXTS: read_texts,
    Layout.SEARCHES: read_searches,
    Layout.SHARES: read_shares,
    Layout.PLACES: read_places,
}


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
