"""The published directory for other programs: open, complete, without names and secrets."""

from collections.abc import Callable, Iterable, Iterator

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from core.access import public
from core.http import Request
from network import regions
from network.exporting.entry import Entry, entries_of
from network.exporting.fhir import as_fhir
from network.exporting.hsds import as_hsds
from network.exporting.spool import answer, pack
from network.exporting.table import as_csv
from network.exporting.workbook import as_xlsx

_REASON = "what the directory says in public, for other programs"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Writer = Callable[[Iterable[Entry]], Iterator[bytes]]


@require_safe
@public(_REASON)
def hsds(request: Request) -> HttpResponse:
    """Human Services Data Specification 3."""
    return _export(request, as_hsds, "application/json", "hsds.json")


@require_safe
@public(_REASON)
def fhir(request: Request) -> HttpResponse:
    """A FHIR R4 Bundle."""
    return _export(request, as_fhir, "application/fhir+json", "fhir.json")


@require_safe
@public(_REASON)
def table(request: Request) -> HttpResponse:
    """A table for a spreadsheet."""
    return _export(request, as_csv, "text/csv; charset=utf-8", "verzeichnis.csv")


@require_safe
@public(_REASON)
def workbook(request: Request) -> HttpResponse:
    """The same table as an Excel workbook."""
    return _export(request, as_xlsx, _XLSX, "verzeichnis.xlsx")


def _export(request: Request, write: Writer, content_type: str, name: str) -> HttpResponse:
    region = regions.choose(request.actor, request.GET.get("region", "")).region
    packed = pack(write(entries_of(region)))
    return answer(request, packed, content_type=content_type, name=name)
