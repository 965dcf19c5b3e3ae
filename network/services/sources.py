"""What is remembered of the columns of a source, so that nobody maps them twice."""

from collections.abc import Mapping

from core import audit
from core.actor import Actor
from network.models import Region, SourceColumns


def keep_columns(*, region: Region, source: str, columns: Mapping[str, str], by: Actor) -> None:
    """Remember the choice for the next file of ``source``; other columns keep theirs."""
    row = SourceColumns.of(region, source)
    row.columns = {**row.columns, **columns}
    row.save()
    audit.record(by=by, deed="source.mapped", obj=row)


def carried_out(*, region: Region, source: str, columns: Mapping[str, str], by: Actor) -> None:
    """The entries of ``source`` have been read with ``columns``."""
    row = SourceColumns.of(region, source)
    row.carried_out = dict(columns)
    row.save()
    audit.record(by=by, deed="source.imported", obj=row)
