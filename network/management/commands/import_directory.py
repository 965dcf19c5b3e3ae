"""Brings a directory that others keep into a region: new, changed, same, needs a look."""

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from core.actor import SCHEDULER
from network.importing.columns import Field
from network.importing.lands import land_of
from network.importing.run import WORDS, Report, import_directory
from network.importing.table import NotATable, Table, read_table
from network.importing.trial import details
from network.models import Region, SourceColumns


class Command(BaseCommand):
    """``manage.py import_directory FILE [--dry-run] [--source NAME] [--region NAME]``."""

    help = "Reads a CSV, TSV or XLSX list of services into the directory; --dry-run only reports."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument(
            "--source", default="", help="name of the list; its columns mapped by hand are used"
        )
        parser.add_argument("--region", default="", help="name; made when it does not exist")
        parser.add_argument("--land", default="", help="two letters, for a region that is made")

    def handle(self, *args: Any, **options: Any) -> None:
        table = _table(options["file"])
        region = _region(options["region"], options["land"], table)
        source = (options["source"] or options["file"].stem)[:120]
        by_hand = dict(SourceColumns.of(region, source).columns)
        if by_hand:
            table = _table(options["file"], by_hand)
        if not (table.sure or Field.NAME in by_hand.values()):
            raise CommandError(
                _("Keine Spalte ist sicher erkannt. Bitte ordnen Sie sie einmal im Portal zu.")
            )
        report = import_directory(
            table=table,
            region=region,
            source=source,
            by=SCHEDULER,
            by_hand=by_hand,
            dry_run=options["dry_run"],
        )
        if options["dry_run"]:
            self._say_what_was_read(report, everything=options["verbosity"] > 1)
        self._print(report, table, region, dry_run=options["dry_run"])

    def _say_what_was_read(self, report: Report, *, everything: bool) -> None:
        """What would change, row by row, and at ``--verbosity 2`` all that was read.

        An output ends up in files that others read: it never has the street of a hidden entry.
        """
        told = details([line.trial for line in report.lines], confidential=False)
        for line, detail in zip(report.lines, told, strict=True):
            changes = detail.changes if detail else []
            facts = detail.facts if detail and everything else []
            said = [f"{label}: {text}" for label, text in facts]
            said += [f"{each.label}: {each.before} -> {each.after}" for each in changes]
            if said:
                self.stdout.write(f"{line.number:>5}  {WORDS[line.outcome]:<12} {line.name}")
            for text in said:
                self.stdout.write(f"{'':>20} {text.replace(chr(10), ' | ')}")

    def _print(self, report: Report, table: Table, region: Region, *, dry_run: bool) -> None:
        for line in report.lines:
            if line.reasons or line.notes:
                reasons = "; ".join((*line.reasons, *line.notes))
                self.stdout.write(
                    f"{line.number:>5}  {WORDS[line.outcome]:<12} {line.name}: {reasons}"
                )
        for text in report.aside:
            self.stdout.write(_("Kein Eintrag: %s") % text)
        for name in report.gone:
            self.stdout.write(_("Nicht mehr in der Datei: %s") % name)
        counts = report.counts
        self.stdout.write(
            _(
                "%(rows)d Zeilen für %(region)s (%(encoding)s): %(new)d neu, %(changed)d geändert, "
                "%(same)d unverändert; %(look)d bitte ansehen."
            )
            % {
                "rows": len(report.lines),
                "region": region.name,
                "encoding": table.encoding,
                "new": counts["new"],
                "changed": counts["changed"],
                "same": counts["same"],
                "look": counts["look"],
            }
        )
        if dry_run:
            self.stdout.write(_("Probelauf: Es wurde nichts gespeichert."))


def _table(path: Path, by_hand: Mapping[str, str] | None = None) -> Table:
    try:
        return read_table(path.read_bytes(), by_hand)
    except OSError as problem:
        raise CommandError(
            _("Die Datei %(path)s ist nicht lesbar: %(why)s.")
            % {"path": path, "why": problem.strerror}
        ) from problem
    except NotATable as problem:
        raise CommandError(str(problem)) from problem


def _region(name: str, land: str, table: Table) -> Region:
    """The region named, or the only one there is, or a new one in the Land of its name."""
    if not name and Region.objects.count() == 1:
        return Region.objects.get()
    if not name:
        raise CommandError(_("Es gibt mehrere Regionen oder noch keine: Bitte --region angeben."))
    if region := Region.objects.filter(name=name).first():
        return region
    found = (land or land_of(name) or land_of(*table.column(Field.LAND))).upper()
    if not found:
        raise CommandError(_("Die Region ist neu: Bitte --land angeben, zum Beispiel --land NW."))
    return Region.objects.create(name=name, slug=slugify(name)[:120] or "region", land=found)
