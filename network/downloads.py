"""A contact list as a file to keep."""

from collections.abc import Iterable

from django.http import HttpResponse

from network.contact_lists import Line
from network.exports import as_csv
from network.vcards import as_vcards


def download(content: bytes, content_type: str, name: str) -> HttpResponse:
    """The file under its name, not shown in the window."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def spreadsheet(lines: Iterable[Line], name: str) -> HttpResponse:
    """The lines for a spreadsheet; ``name`` without its ending."""
    return download(as_csv(lines), "text/csv; charset=utf-8", f"{name}.csv")


def address_book(lines: Iterable[Line], name: str) -> HttpResponse:
    """The lines for an address book; ``name`` without its ending."""
    return download(as_vcards(lines), "text/vcard; charset=utf-8", f"{name}.vcf")
