"""PDF files of the directory, as bytes; rendered by the worker only."""

from django.utils.translation import gettext as _

from core import pdf
from network.changes import changed_ids
from network.models import ContactListEdition


def contact_list_pdf(edition: ContactListEdition, before: ContactListEdition | None) -> bytes:
    """The edition on A4 landscape; rows that differ from ``before`` carry a mark."""
    marked = changed_ids(before.rows, edition.rows) if before else set()
    stand = _("Stand %(day)s · nur für Fachkräfte im Verbund") % {
        "day": f"{edition.as_of:%d.%m.%Y}"
    }
    number = _("Ausgabe %(number)d") % {"number": edition.number}
    title = _("Kontaktliste")
    context = {
        "issuer": {"name": edition.region.name, "subtitle": "", "lines": []},
        "subject": f"{title}, {number}",
        "stand": f"{number}, {stand}",
        "edition": number,
        "replaces": _replaces(before),
        "heading": title,
        "rows": [_row(row, str(row["id"]) in marked) for row in edition.rows],
        "changes": edition.changes,
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


def _row(row: dict[str, str], changed: bool) -> dict[str, object]:
    ward = " · ".join(filter(None, [row["ward"], row["responsible_for"], row["house"]]))
    deputy = ", ".join(filter(None, [row["deputy"], row["deputy_phone"]]))
    return {**row, "ward": ward, "deputy": deputy, "changed": changed}
