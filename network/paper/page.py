"""The page that offers the sheets of a region."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.clock import local
from network.models import PrintedSheet, Region

Kind = PrintedSheet.Kind
ABOUT: dict[str, tuple[Promise, Promise]] = {
    Kind.BOOKLET: (
        _("Das ganze Verzeichnis als Heft"),
        _("A5, mit Inhalt, nach Art der Hilfe, nach Ort und von A bis Z."),
    ),
    Kind.CRISIS: (
        _("Krise: ein Blatt je Bezirk"),
        _("A4 zum Aushängen: Nummern, Zeiten, Bedingungen und wer zuständig ist."),
    ),
    Kind.HANDOUT: (
        _("Krise: Handzettel in Leichter Sprache"),
        _("A5 zum Mitgeben, mit wenigen Nummern; kein Name, kein Zeichen einer Station."),
    ),
}


@dataclass(frozen=True)
class Offered:
    """One sheet; ``stand`` is empty until it was printed once."""

    id: str
    title: str
    stand: str
    size: int


@dataclass(frozen=True)
class Group:
    """The sheets of one kind."""

    title: str
    about: str
    sheets: list[Offered]


def groups_of(region: Region | None) -> list[Group]:
    """The sheets of ``region`` by kind, in their order."""
    rows = PrintedSheet.objects.published().filter(region=region) if region else []
    ordered = sorted(rows, key=lambda row: row.position)
    return [
        Group(str(ABOUT[kind][0]), str(ABOUT[kind][1]), [_offered(row) for row in found])
        for kind, found in groupby(ordered, key=lambda row: row.kind)
    ]


def _offered(row: PrintedSheet) -> Offered:
    stand = f"{local(row.as_of):%d.%m.%Y}" if row.pdf and row.as_of else ""
    return Offered(str(row.pk), row.title, stand, row.pdf.size if row.pdf else 0)
