"""Printing for everybody: a sheet is printed anew when, and only when, its content has changed."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import audit, clock, files, outbox
from core.actor import Actor
from core.models import OutboxMessage
from network.models import Facility, PrintedSheet, Region
from network.paper.sheets import content_of, file_name, file_of, wanted
from network.paper.words import fingerprint

ORDER = "network.sheets_ordered"
PRINT = "network.sheet_changed"


def ask_for_sheets(*, by: Actor) -> None:
    """The coordination wants its region's sheets looked at now; the worker does it."""
    if by.facility is None or not by.holds("coordinate_region"):
        raise PermissionDenied
    office = Facility.objects.values_list("organisation__region_id", flat=True).get(pk=by.facility)
    with transaction.atomic():
        outbox.enqueue(ORDER, office, by=by)
        audit.record(by=by, deed="sheets.ordered", detail="all")


@transaction.atomic
def watch_sheets(*, by: Actor) -> None:
    """Have the sheets of every region looked at, unless that waits already."""
    regions = set(Region.objects.values_list("pk", flat=True)) - _waiting(ORDER)
    outbox.enqueue_all(ORDER, [(pk, None) for pk in sorted(regions, key=str)], by=by)


@transaction.atomic
def order_sheets(*, region_id: UUID, by: Actor) -> int:
    """Order the print of every sheet whose content has changed; returns how many.

    What waits to be printed already is not ordered twice.
    """
    region = Region.objects.select_for_update().get(pk=region_id)
    sheets = _sheets_of(region)
    ordered = _waiting(PRINT)
    due = [sheet for sheet in sheets if sheet.pk not in ordered and not _is_current(sheet)]
    outbox.enqueue_all(PRINT, [(sheet.pk, None) for sheet in due], by=by)
    return len(due)


@transaction.atomic
def print_sheet(*, sheet_id: UUID, by: Actor) -> None:
    """Render the sheet and replace its file; nothing happens while the file says the same."""
    rows = PrintedSheet.objects.select_for_update(of=("self",), no_key=True)
    sheet = rows.select_related("region", "pdf").filter(pk=sheet_id).first()
    if sheet is None:
        return
    content = content_of(sheet)
    if sheet.pdf_id and sheet.fingerprint == fingerprint(content):
        return
    before, sheet.as_of, sheet.fingerprint = sheet.pdf, clock.now(), fingerprint(content)
    sheet.pdf = files.store(
        file_of(sheet, content),
        content_type="application/pdf",
        name=file_name(sheet),
        data_key=None,
        by=by,
    )
    sheet.save(update_fields=["as_of", "fingerprint", "pdf"])
    if before is not None:
        before.delete()


def _sheets_of(region: Region) -> list[PrintedSheet]:
    """A row for every sheet that the region has today; what it had before goes with its file."""
    there = {(row.kind, row.part): row for row in PrintedSheet.objects.filter(region=region)}
    found = []
    for position, each in enumerate(wanted(region)):
        row = there.pop((each.kind, each.part), None)
        row = row or PrintedSheet(region=region, kind=each.kind, part=each.part)
        row.region, row.title, row.position = region, each.title, position
        row.save()
        found.append(row)
    for gone in there.values():
        file = gone.pdf
        gone.delete()
        if file is not None:
            file.delete()
    return found


def _waiting(kind: str) -> set[UUID]:
    """What messages of ``kind`` that are not done are about."""
    waiting = OutboxMessage.objects.filter(kind=kind, state__in=["pending", "published"])
    return set(waiting.values_list("object_id", flat=True))


def _is_current(sheet: PrintedSheet) -> bool:
    return bool(sheet.pdf_id) and sheet.fingerprint == fingerprint(content_of(sheet))
