"""Writes the generated pages of docs/ anew."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from core.generated import PAGES


class Command(BaseCommand):
    """``manage.py write_docs``."""

    help = "Write the pages of docs/ that come from the code."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write every registered page and name it."""
        for path, page in PAGES.items():
            Path(settings.BASE_DIR, path).write_text(page(), encoding="utf-8")
            self.stdout.write(path)
