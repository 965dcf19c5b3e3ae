"""What changed between two editions of a contact list: new, gone, and different per field."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

Row = dict[str, Any]
Change = dict[str, Any]

NEW, GONE, CHANGED = "new", "gone", "changed"


def changes(before: Iterable[Row], after: Iterable[Row]) -> list[Change]:
    """One entry for every contact that is new, gone or different, in the order of who it is.

    An entry holds ``kind``, ``who`` and, for a different one, ``fields`` with label, before, after.
    """
    old, new = ({row["id"]: row for row in rows} for rows in (before, after))
    said = [
        *(_change(NEW, new[key]) for key in new.keys() - old.keys()),
        *(_change(CHANGED, new[key], old[key]) for key in new.keys() & old.keys()),
        *(_change(GONE, old[key]) for key in old.keys() - new.keys()),
    ]
    told = [each for each in said if each["kind"] != CHANGED or each["fields"]]
    return sorted(told, key=lambda each: (each["who"], each["kind"]))


def changed_ids(before: Iterable[Row], after: Iterable[Row]) -> set[str]:
    """The contacts of ``after`` that are new or different."""
    old = {row["id"]: row for row in before}
    return {str(row["id"]) for row in after if row["id"] not in old or _fields(old[row["id"]], row)}


def _change(kind: str, row: Row, before: Row | None = None) -> Change:
    who = f"{row['function']} ({row['house']})"  # every clinic has a "Sozialdienst"
    return {"kind": kind, "who": who, "fields": _fields(before, row) if before else []}


def _fields(old: Row, new: Row) -> list[dict[str, str]]:
    labels = {
        "house": _("Einrichtung"),
        "function": _("Funktion"),
        "ward": _("Station"),
        "service": _("Angebot"),
        "person": _("Ansprechperson"),
        "vacant": _("Besetzung"),
        "absence": _("Abwesenheit"),
        "phone": _("Telefon"),
        "fax": _("Fax"),
        "mail": _("E-Mail"),
        "kim": _("KIM"),
        "hours": _("erreichbar"),
        "deputy": _("Vertretung"),
        "letters": _("Anfangsbuchstaben"),
        "responsible_for": _("zuständig für"),
    }
    differ = [name for name in labels if _raw(name, old) != _raw(name, new)]
    if "person" in differ and "vacant" in differ:
        differ.remove("vacant")  # the person's line says it
    return [
        {"label": labels[name], "before": _value(name, old), "after": _value(name, new)}
        for name in differ
    ]


def _raw(name: str, row: Row) -> Any:
    """An absence is one thing, whether it runs or is still to come."""
    if name == "absence":
        return row.get("absent") or row.get("away_later") or ""
    return row.get(name, "")


def _value(name: str, row: Row) -> str:
    if name == "vacant":
        return _("derzeit unbesetzt") if row.get("vacant") else _("besetzt")
    if name == "person" and not row.get("person"):
        return _("derzeit unbesetzt")
    return str(_raw(name, row))
