"""What changed between two editions of a contact list, in sentences."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

Row = dict[str, Any]


def changes(before: Iterable[Row], after: Iterable[Row]) -> list[str]:
    """A sentence for every contact that is new, gone or different."""
    old, new = ({row["id"]: row for row in rows} for rows in (before, after))
    said = [
        *(_("%(who)s: neu") % {"who": _who(new[key])} for key in new.keys() - old.keys()),
        *(filter(None, (_difference(old[key], new[key]) for key in new.keys() & old.keys()))),
        *(_("%(who)s: entfallen") % {"who": _who(old[key])} for key in old.keys() - new.keys()),
    ]
    return sorted(said)


def changed_ids(before: Iterable[Row], after: Iterable[Row]) -> set[str]:
    """The contacts of ``after`` that are new or different."""
    old = {row["id"]: row for row in before}
    return {
        str(row["id"]) for row in after if row["id"] not in old or _difference(old[row["id"]], row)
    }


def _difference(old: Row, new: Row) -> str:
    labels = {
        "house": _("Einrichtung"),
        "function": _("Funktion"),
        "ward": _("Station"),
        "person": _("Ansprechperson"),
        "phone": _("Telefon"),
        "fax": _("Fax"),
        "mail": _("E-Mail"),
        "kim": _("KIM"),
        "hours": _("erreichbar"),
        "deputy": _("Vertretung"),
        "responsible_for": _("zuständig für"),
    }
    said = [
        f"{label} {_now(name, new)}" for name, label in labels.items() if old[name] != new[name]
    ]
    return f"{_who(new)}: {', '.join(said)}" if said else ""


def _now(name: str, row: Row) -> str:
    if row[name]:
        return _("jetzt %(value)s") % {"value": row[name]}
    return _("derzeit unbesetzt") if name == "person" else _("entfallen")


def _who(row: Row) -> str:
    """Function and house: every clinic has a "Sozialdienst"."""
    return f"{row['function']} ({row['house']})"
