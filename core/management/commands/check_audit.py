"""Says whether the audit log is as it was written."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core import sealer


class Command(BaseCommand):
    """``manage.py check_audit``: status 1 and the place when the chain is broken."""

    help = "Checks the chain of the audit log against its entries."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = sealer.first_broken_seal()
        if broken is not None:
            raise CommandError(
                _(
                    "Zwischen den Einträgen %(first)d und %(last)d wurde etwas geändert, "
                    "entfernt oder eingefügt. Davor ist alles unversehrt."
                )
                % {"first": broken.first_entry, "last": broken.last_entry}
            )
        self.stdout.write(_("Das Zugriffsprotokoll ist unversehrt."))
