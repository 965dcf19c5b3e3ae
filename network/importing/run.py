"""Importing a directory: new, changed, same, and what somebody should look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.actor import Actor
from network.importing.entry import Entry
from network.importing.merging import merged
from network.importing.refuges import HIDDEN
from network.importing.rows import Reader
from network.importing.table import Table
from network.importing.trial import Trial
from network.importing.twins import Twin, Twins, sign_of_entry
from network.models import Region, Service, SourceColumns
from network.search.index import index
from network.services.entries import Content, Number, create_entry, renew_entry
from network.services.sources import carried_out
from network.services.successors import note_change

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
    """One row of the report; ``reasons`` say why somebody should look, ``notes`` what was done.

    Only a dry run has a ``trial``: afterwards the entry says it, and a report outlives its file.
    """

    number: int
    name: str
    outcome: Outcome
    reasons: tuple[str, ...]
    notes: tuple[str, ...] = ()
    slug: str = ""
    trial: Trial | None = None


@dataclass
class Report:
    """All rows in order, and how many of each kind; ``gone`` are entries the file lacks now."""

    lines: list[Line] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """Rows per outcome; ``look`` counts those with a reason, whatever their outcome."""
        found = Counter(line.outcome.value for line in self.lines)
        found["look"] = sum(bool(line.reasons) for line in self.lines)
        return found


def import_directory(
    *,
    table: Table,
    region: Region,
    source: str,
    by: Actor,
    by_hand: Mapping[str, str] | None = None,
    dry_run: bool = False,
) -> Report:
    """Bring every row of ``table`` into ``region``; a second run of the same table changes nothing.

    An entry that a facility has taken over is never overwritten: the row is reported instead.
    In every other entry stays what somebody has changed by hand. A dry run writes nothing.
    """
    columns = dict(by_hand or {})
    with transaction.atomic():
        if not dry_run:
            region = Region.objects.select_for_update().get(pk=region.pk)
        work = _Import(table, region, source, by, columns, writes=not dry_run)
        lines = [work.take(number, each) for number, each in enumerate(work.entries, start=1)]
        if not dry_run:
            index(work.written)
            carried_out(region=region, source=source, columns=columns, by=by)
    return Report(lines, [*table.titles, *table.aside], work.gone())


class _Import:
    """One run: the entries the source brought before, and those this run has written."""

    def __init__(
        self,
        table: Table,
        region: Region,
        source: str,
        by: Actor,
        by_hand: dict[str, str],
        *,
        writes: bool,
    ) -> None:
        self.region, self.by, self.writes = region, by, writes
        self.entries = Reader(table, source, clock.today(), by_hand).entries()
        before = dict(SourceColumns.of(region, source).carried_out)
        self.reader = Reader(table, source, clock.today(), before)
        self.read_anew = before != by_hand
        self.written: list[Service] = []
        imported = Service.objects.imported_into(region).select_related("merged_into")
        self.known = {(each.source, each.source_id): each for each in imported}
        self.unkept = set(imported.unkept().values_list("pk", flat=True))
        self.twins = Twins(region)

    def take(self, number: int, entry: Entry) -> Line:
        """Bring one row in, and say what became of it."""
        service = self.known.get((entry.source, entry.source_id))
        _doubt_place(entry, service)
        reasons, notes = list(entry.reasons), list(entry.notes)
        outcome = self._outcome(entry, service)
        if service and service.merged_into:
            reasons, notes = self._merged_away(entry, service, outcome)
            outcome = Outcome.SAME
        elif service and outcome is Outcome.CHANGED and service.pk not in self.unkept:
            outcome = Outcome.SAME
            reasons.insert(0, _("die Einrichtung pflegt den Eintrag selbst, er bleibt wie er ist"))
        else:
            if outcome is Outcome.NEW and (twin := self.twins.of(sign_of_entry(entry))):
                reasons += _held_back(entry, twin)
            if self.writes and outcome is not Outcome.SAME:
                service = self._write(entry, service)
        slug = service.slug if service else ""
        name = str(entry.values["name"])
        trial = None if self.writes else self._trial(entry, service, outcome)
        return Line(number, name, outcome, tuple(reasons), tuple(notes), slug, trial)

    def gone(self) -> list[str]:
        """Names of entries that came from the sources of this file and are no longer in it."""
        keys = {(each.source, each.source_id) for each in self.entries}
        sources = {source for source, _key in keys}
        left = (each for key, each in self.known.items() if key[0] in sources and key not in keys)
        return sorted(each.name for each in left if not each.merged_into_id)

    def _outcome(self, entry: Entry, service: Service | None) -> Outcome:
        if service is None:
            return Outcome.NEW
        if service.source_row != entry.cells:
            return Outcome.CHANGED
        if not self.read_anew:
            return Outcome.SAME
        before = self.reader.again(service.source_row)
        is_same = before.values == entry.values and before.phones == entry.phones
        return Outcome.SAME if is_same else Outcome.CHANGED

    def _merged_away(
        self, entry: Entry, service: Service, outcome: Outcome
    ) -> tuple[list[str], list[str]]:
        """The entry lives on in another one, which somebody has to bring up to date by hand."""
        heir = service.merged_into
        name = heir.name if heir else ""
        if outcome is Outcome.SAME:
            return [], [_("zusammengeführt mit „%s“") % name]
        if self.writes:
            note_change(service=service, cells=entry.cells, by=self.by)
        return [_("zusammengeführt mit „%s“, die Zeile ist neu: bitte dort nachtragen") % name], []

    def _trial(self, entry: Entry, service: Service | None, outcome: Outcome) -> Trial:
        changed = None
        if service and outcome is Outcome.CHANGED:
            changed = partial(self._merged, entry, service)
        return Trial(self.region, content_of(entry), service, changed)

    def _merged(self, entry: Entry, service: Service) -> Content:
        return merged(service, self.reader.again(service.source_row), content_of(entry))

    def _write(self, entry: Entry, service: Service | None) -> Service:
        if service is None:
            content = content_of(entry)
            service = create_entry(region=self.region, content=content, by=self.by, indexed=False)
        else:
            content = self._merged(entry, service)
            service = renew_entry(service=service, content=content, by=self.by, indexed=False)
        self.written.append(service)
        return service


def _held_back(entry: Entry, twin: Twin) -> list[str]:
    """Why a row may be there already; one that the directory has by its name waits for somebody."""
    if not twin.is_listed:
        return [twin.sentence]
    entry.values["state"] = Service.State.IN_REVIEW
    return [twin.sentence, _("noch nicht öffentlich, damit es nicht zweimal im Verzeichnis steht")]


def _doubt_place(entry: Entry, service: Service | None) -> None:
    """A place that is public stays so, but nobody is told that it is hidden."""
    if service and service.address_public and str(HIDDEN) in entry.reasons:
        doubt = _("die Adresse ist öffentlich, obwohl hier vielleicht Schutz gesucht wird")
        entry.reasons[entry.reasons.index(str(HIDDEN))] = doubt


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
