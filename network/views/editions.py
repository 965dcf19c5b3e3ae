"""Numbered editions of the contact list."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import files
from core.access import fetch, guard, public, signed_in
from core.errors import Refused
from core.http import Request
from core.models import StoredFile
from core.receipts import once
from network.contact_lists import line_from, parts_of
from network.downloads import address_book, download, spreadsheet
from network.models import ContactListEdition
from network.services.editions import publish_edition


@require_POST
@guard("coordinate_region")
@once
def publish(request: Request) -> HttpResponse:
    """Freeze today's list as the next edition."""
    edition = publish_edition(by=request.actor)
    return redirect("network:edition", pk=edition.pk)


@require_safe
@signed_in("an edition names people; the reader shows those of the own regions only")
def edition(request: Request, pk: UUID) -> HttpResponse:
    """One frozen edition and what had changed."""
    found = fetch(ContactListEdition.objects.visible_to, request.actor, pk=pk)
    parts = parts_of(line_from(row) for row in found.rows)
    return render(request, "network/edition.html", {"edition": found, "parts": parts})


@require_safe
@signed_in("as the page of the edition")
def edition_pdf(request: Request, pk: UUID) -> HttpResponse:
    """The printed edition, once the worker has made it."""
    found = fetch(ContactListEdition.objects.visible_to, request.actor, pk=pk)
    if found.pdf is None:
        raise Refused(_("Die PDF-Datei wird gerade erstellt. Bitte laden Sie sie gleich neu."))
    return _file(request, found.pdf)


@require_safe
@signed_in("as the page of the edition")
def edition_csv(request: Request, pk: UUID) -> HttpResponse:
    """The frozen list for a spreadsheet."""
    found = fetch(ContactListEdition.objects.visible_to, request.actor, pk=pk)
    return spreadsheet(map(line_from, found.rows), f"kontaktliste-ausgabe-{found.number}")


@require_safe
@signed_in("as the page of the edition")
def edition_vcard(request: Request, pk: UUID) -> HttpResponse:
    """The frozen list for an address book."""
    found = fetch(ContactListEdition.objects.visible_to, request.actor, pk=pk)
    return address_book(map(line_from, found.rows), f"kontakte-ausgabe-{found.number}")


@require_safe
@public("the public version: released functions and their numbers, no names")
def edition_public(request: Request, pk: UUID) -> HttpResponse:
    """The version that everybody may have."""
    found = fetch(lambda _actor: ContactListEdition.objects.published(), request.actor, pk=pk)
    return _file(request, found.public_pdf)


def _file(request: Request, file: StoredFile | None) -> HttpResponse:
    if file is None:
        raise RuntimeError("asked for before it was there")
    content = files.load(file, by=request.actor)
    return download(content, "application/pdf", file.name)
