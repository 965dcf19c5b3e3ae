"""Tries again what the outbox has given up."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from core import outbox


class Command(BaseCommand):
    """``manage.py send_failed``, when what was in the way is mended."""

    help = "Gives every failed outbox message its attempts back."

    def handle(self, *args: Any, **options: Any) -> None:
        count = outbox.send_failed_again()
        self.stdout.write(_("Nachrichten, die noch einmal versucht werden: %(n)s") % {"n": count})
