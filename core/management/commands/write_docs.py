"""Writes the pages of docs/ that come from the code."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.documentation import documents


class Command(BaseCommand):
    """Needs no database; run it after a change of roles, states, settings or addresses."""

    help = "Write the generated pages of docs/."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true", help="only say what is stale")

    def handle(self, *args: Any, **options: Any) -> None:
        stale = [path for path, write in documents().items() if _kept(path) != write()]
        if options["check"] and stale:
            raise CommandError(f"stale: {', '.join(stale)}; run manage.py write_docs")
        for path in stale:
            (settings.BASE_DIR / path).write_text(documents()[path](), encoding="utf-8")
            self.stdout.write(path)


def _kept(path: str) -> str:
    page = settings.BASE_DIR / path
    return page.read_text(encoding="utf-8") if page.exists() else ""
