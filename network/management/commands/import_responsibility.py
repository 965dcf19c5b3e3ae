"""Brings lists of areas and of who is responsible in them into a region."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.actor import SCHEDULER
from network.catchments.report import Report
from network.catchments.run import import_areas
from network.catchments.sheet import NotAreas, read_sheet
from network.models import Region
from network.responsibility.place import key


class Command(BaseCommand):
    """``manage.py import_responsibility FILE [--dry-run] [--region NAME] [--only KREIS]``."""

    help = "Reads areas, their postcodes and who is responsible; --dry-run only reports."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--region", default="", help="name of a region that exists")
        parser.add_argument(
            "--only", action="append", default=[], help="Kreis or place of a list of places"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sheet = read_sheet(options["file"].read_bytes())
        except (OSError, NotAreas) as problem:
            raise CommandError(str(problem)) from problem
        report = import_areas(
            sheet=sheet,
            region=_region(options["region"]),
            source=options["file"].stem[:200],
            by=SCHEDULER,
            only=frozenset(map(key, options["only"])),
            dry_run=options["dry_run"],
        )
        self._print(report, dry_run=options["dry_run"])

    def _print(self, report: Report, *, dry_run: bool) -> None:
        for number, reason in report.looks:
            self.stdout.write(f"{number:>6}  {reason}")
        self.stdout.write(
            _(
                "%(rows)d Zeilen: %(certain)d sicher, %(candidates)d nur mögliche Stellen, "
                "%(places)d Orte und Postleitzahlen, %(words)d nur Text."
            )
            % vars(report)
        )
        counts = {name: report.counts.get(name, 0) for name in _COUNTED}
        self.stdout.write(
            _(
                "Gebiete: %(areas_new)d neu, %(areas_changed)d geändert. "
                "Regeln: %(rules_new)d neu, %(rules_changed)d geändert, "
                "%(rules_same)d unverändert, %(gone)d nicht mehr in der Quelle."
            )
            % counts
        )
        if dry_run:
            self.stdout.write(_("Probelauf: Es wurde nichts gespeichert."))


_COUNTED = ("areas_new", "areas_changed", "rules_new", "rules_changed", "rules_same", "gone")


def _region(name: str) -> Region:
    if not name and Region.objects.count() == 1:
        return Region.objects.get()
    if region := Region.objects.filter(name=name).first():
        return region
    raise CommandError(_("Diese Region gibt es nicht. Bitte --region mit ihrem Namen angeben."))
