"""PDF files of the directory, as bytes; rendered by the worker only."""

from typing import Any

from django.utils.translation import gettext as _

from core import pdf
from network.changes import changed_ids, changes
from network.contact_lists import Line, line_from
from network.models import ContactListEdition


def contact_list_pdf(
    edition: ContactListEdition, before: ContactListEdition | None, *, named: bool
) -> bytes:
    """The edition on A4 landscape; rows that differ from ``before`` carry a mark.

    Without ``named`` it is the public version: what was released, functions in place of people.
    """
    rows = edition.rows if named else edition.public_rows
    old = (before.rows if named else before.public_rows) if before else None
    number = _("Ausgabe %(number)d") % {"number": edition.number}
    title = _("Kontaktliste") if named else _("Kontaktliste, öffentliche Fassung")
    for_whom = _("nur für Fachkräfte im Verbund") if named else _("Funktionen, keine Namen")
    context = {
        "issuer": {"name": edition.region.name, "subtitle": "", "lines": []},
        "subject": f"{title}, {number}",
        "stand": f"{number}, Stand {edition.as_of:%d.%m.%Y} · {for_whom}",
        "edition": number,
        "named": named,
        "replaces": _replaces(before),
        "heading": title,
        "rows": _rows(rows, set() if old is None else changed_ids(old, rows)),
        "changes": [] if old is None else changes(old, rows),
        "compared": before.number if before else 0,
        "phone": edition.region.coordination_phone,
        "closing": _("Die laufende Liste steht im Portal unter „Kontakte“."),
    }
    return pdf.render("pdf/contact_list.html", context, title=f"{title}, {number}")


def _replaces(before: ContactListEdition | None) -> str:
    if before is None:
        return ""
    return _("ersetzt Ausgabe %(number)d vom %(day)s") % {
        "number": before.number,
        "day": f"{before.as_of:%d.%m.%Y}",
    }


def _rows(rows: list[dict[str, Any]], marked: set[str]) -> list[dict[str, Any]]:
    lines = [line_from(row) for row in rows]
    return [{"line": line, "under": _under(line), "changed": line.id in marked} for line in lines]


def _under(line: Line) -> str:
    return " · ".join(filter(None, [line.ward or line.service, line.responsibility, line.house]))
