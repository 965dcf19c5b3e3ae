"""A list on its way into the directory: taken in, its columns named, carried out or thrown away."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import audit, clock, files
from core.actor import Actor
from core.errors import Refused
from network.importing.run import Report, import_directory
from network.importing.table import Table, read_table
from network.models import DirectoryUpload, Region, SourceColumns
from network.models.coordination import coordinates
from network.services.sources import keep_columns

KEPT = dt.timedelta(hours=24)
MAX_ROWS = 600
"""More rows than a page can wait for; the command takes them."""


@transaction.atomic
def take_in(
    *, region: Region, content: bytes, file_name: str, source: str, by: Actor
) -> DirectoryUpload:
    """Keep the file, sealed, for a day; raises NotATable with a sentence."""
    if not coordinates(by, region):
        raise PermissionDenied
    known = dict(SourceColumns.of(region, source).columns)
    columns = _read(content, known).columns
    stored = files.store(
        content, content_type="application/octet-stream", name="liste", data_key=None, by=by
    )
    upload = DirectoryUpload.objects.create(
        region=region,
        person=by.person,
        source=source,
        file_name=file_name[:200],
        file=stored,
        columns={name: field for name, field in known.items() if name in columns},
        until=clock.now() + KEPT,
    )
    audit.record(by=by, deed="list.taken_in", obj=upload)
    return upload


def _read(content: bytes, known: Mapping[str, str]) -> Table:
    """The table in the file; Refused when it is too long for a page."""
    table = read_table(content, known)
    if len(table.rows) > MAX_ROWS:
        raise Refused(
            _(
                "Die Liste hat mehr als %(rows)d Zeilen. Bitte teilen Sie sie auf und laden Sie "
                "die Teile nacheinander hoch, oder bitten Sie die Technik, sie einzulesen."
            )
            % {"rows": MAX_ROWS}
        )
    return table


def table_of(*, upload: DirectoryUpload, by: Actor) -> Table:
    """The rows of a file that still waits. Refused once it is carried out or gone."""
    if upload.file is None or upload.done_at or upload.until <= clock.now():
        raise _is_over()
    return read_table(files.load(upload.file, by=by), upload.columns)


@transaction.atomic
def name_columns(*, upload: DirectoryUpload, columns: Mapping[str, str], by: Actor) -> None:
    """What the columns hold, for this file and for the next one of its source."""
    upload = _locked(upload, by)
    upload.columns = dict(columns)
    upload.save(update_fields=["columns"])
    keep_columns(region=upload.region, source=upload.source, columns=columns, by=by)


@transaction.atomic
def carry_out(*, upload: DirectoryUpload, by: Actor) -> DirectoryUpload:
    """Bring the rows into the directory, keep the report and forget the file."""
    upload = _locked(upload, by)
    table = table_of(upload=upload, by=by)
    report = import_directory(
        table=table, region=upload.region, source=upload.source, by=by, by_hand=upload.columns
    )
    upload.done_at, upload.report = clock.now(), _plain(report)
    _forget_file(upload)
    audit.record(by=by, deed="list.carried_out", obj=upload)
    return upload


@transaction.atomic
def throw_away(*, upload: DirectoryUpload, by: Actor) -> None:
    """Forget a list that nobody wants to bring in."""
    upload = _locked(upload, by)
    audit.record(by=by, deed="list.thrown_away", obj=upload)
    _forget_file(upload)
    upload.delete()


@transaction.atomic
def forget_over(*, by: Actor) -> int:
    """Delete the lists whose day has passed, with their files; returns how many."""
    rows = DirectoryUpload.objects.over().select_for_update(of=("self",), skip_locked=True)
    over = list(rows.select_related("file"))
    for upload in over:
        audit.record(by=by, deed="list.forgotten", obj=upload)
        _forget_file(upload)
        upload.delete()
    return len(over)


def _locked(upload: DirectoryUpload, by: Actor) -> DirectoryUpload:
    """The row, locked: who comes second finds it done."""
    row = DirectoryUpload.objects.select_for_update(of=("self",)).filter(pk=upload.pk).first()
    if row is None:
        raise _is_over()
    if not DirectoryUpload.objects.visible_to(by).filter(pk=row.pk).exists():
        raise PermissionDenied
    if row.done_at:
        raise Refused(_("Diese Liste ist schon übernommen."))
    return row


def _is_over() -> Refused:
    return Refused(_("Diese Liste wartet nicht mehr. Bitte laden Sie die Datei noch einmal hoch."))


def _forget_file(upload: DirectoryUpload) -> None:
    stored, upload.file = upload.file, None
    upload.save()
    if stored:
        stored.delete()


def _plain(report: Report) -> dict[str, object]:
    """As it is kept, without what was read: the entries say that, and deleting one ends it."""
    lines = [asdict(line) | {"outcome": line.outcome.value} for line in report.lines]
    for line in lines:
        del line["trial"]
    return {
        "lines": lines,
        "aside": report.aside,
        "gone": report.gone,
        "counts": dict(report.counts),
    }
