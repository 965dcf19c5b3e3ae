"""Fills an empty database with the demo region."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.models import User
from gpv_portal.demo_region.load import is_empty, load
from network.importing.table import NotATable
from network.models import Contact, Facility, Organisation, Service


class Command(BaseCommand):
    """``manage.py load_demo [--directory FILE]``."""

    help = "Fills an empty database with the invented Kreis Auental; a filled one stays as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--directory", type=Path, help="a CSV file instead of our services")

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_empty():
            self.stdout.write(_("Es gibt schon Daten; die Vorführung bleibt, wie sie ist."))
            return
        try:
            load(options["directory"])
        except (NotATable, OSError) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(", ".join(f"{count} {word}" for word, count in counts().items()))


def counts() -> dict[str, int]:
    """How many of what there are now, by its German word."""
    return {
        _("Träger"): Organisation.objects.count(),
        _("Einrichtungen"): Facility.objects.count(),
        _("Angebote"): Service.objects.count(),
        _("Kontakte"): Contact.objects.count(),
        _("Konten"): User.objects.count(),
    }
