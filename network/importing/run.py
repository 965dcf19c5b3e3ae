"""Importing a directory: new, changed, same, and what somebody should look at."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.actor import Actor
from network.importing.merging import merged
from network.importing.rows import Entry, read_again, read_entries
from network.importing.table import Table
from network.models import Region, Service
from network.search.index import index
from network.services.entries import Content, Number, create_entry, renew_entry

_MAX_REASON = 300


class Outcome(StrEnum):
    """What an import does with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


WORDS = {
    Outcome.NEW: gettext_lazy("neu"),
    Outcome.CHANGED: gettext_lazy("geändert"),
    Outcome.SAME: gettext_lazy("unverändert"),
}


@dataclass(frozen=True)
class Line:
    """One row of the report; ``reasons`` say why somebody should look."""

    number: int
    name: str
    outcome: Outcome
    reasons: tuple[str, ...]
    slug: str = ""


@dataclass
class Report:
    """All rows in order, and how many of each kind."""

    lines: list[Line] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """Rows per outcome; ``look`` counts those with a reason, whatever their outcome."""
        found = Counter(line.outcome.value for line in self.lines)
        found["look"] = sum(bool(line.reasons) for line in self.lines)
        return found


class _DryRun(Exception):
    """Takes everything back at the end of a trial."""


def import_directory(
    *, table: Table, region: Region, source: str, by: Actor, dry_run: bool = False
) -> Report:
    """Bring every row of ``table`` into ``region``; a second run of the same table changes nothing.

    An entry that a facility has taken over is never overwritten: the row is reported instead.
    In every other entry stays what somebody has changed by hand.
    """
    entries = read_entries(table, source=source, today=clock.today())
    work = _Import(table, region, by)
    try:
        with transaction.atomic():
            lines = [work.take(number, entry) for number, entry in enumerate(entries, start=1)]
            index(work.written)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return Report(lines)


class _Import:
    """One run: the entries the source brought before, and those this run has written."""

    def __init__(self, table: Table, region: Region, by: Actor) -> None:
        self.table, self.region, self.by = table, region, by
        self.written: list[Service] = []
        imported = Service.objects.imported_into(region)
        self.known = {(each.source, each.source_id): each for each in imported}
        self.unkept = set(imported.unkept().values_list("pk", flat=True))

    def take(self, number: int, entry: Entry) -> Line:
        """Bring one row in, and say what became of it."""
        service = self.known.get((entry.source, entry.source_id))
        reasons = list(entry.reasons)
        outcome = _outcome(entry, service)
        if service and outcome is Outcome.CHANGED and service.pk not in self.unkept:
            outcome = Outcome.SAME
            reasons.insert(0, _("die Einrichtung pflegt den Eintrag selbst, er bleibt wie er ist"))
        elif outcome is not Outcome.SAME:
            service = self._write(entry, service)
        slug = service.slug if service else ""
        return Line(number, str(entry.values["name"]), outcome, tuple(reasons), slug)

    def _write(self, entry: Entry, service: Service | None) -> Service:
        content = content_of(entry)
        if service is None:
            service = create_entry(region=self.region, content=content, by=self.by, indexed=False)
        else:
            before = read_again(
                service.source_row, self.table, source=entry.source, today=clock.today()
            )
            content = merged(service, before, content)
            service = renew_entry(service=service, content=content, by=self.by, indexed=False)
        self.written.append(service)
        return service


def _outcome(entry: Entry, service: Service | None) -> Outcome:
    if service is None:
        return Outcome.NEW
    return Outcome.SAME if service.source_row == entry.cells else Outcome.CHANGED


def content_of(entry: Entry) -> Content:
    """The row as an entry says it, with the row itself kept beside it."""
    reasons = "; ".join(entry.reasons)
    return Content(
        values={
            **entry.values,
            "source": entry.source,
            "source_id": entry.source_id,
            "source_row": entry.cells,
            "needs_look": reasons if len(reasons) <= _MAX_REASON else reasons[:299] + "…",
        },
        phones=[Number(each.shown, each.dial, each.note) for each in entry.phones],
        spans=entry.hours.spans,
    )
