"""Contact lists: who answers where, and the same for other programs."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import public
from core.http import Request
from network import regions
from network.contact_lists import Line, lines_of, matching, parts_of
from network.downloads import address_book, spreadsheet
from network.models import ContactListEdition
from network.models.edition import EditionQuerySet
from network.services.subscriptions import readers_of

_REASON = "released functions and their numbers are public; names are for members"


@require_safe
@public(_REASON)
def contacts(request: Request) -> HttpResponse:
    """The list as it is today, by clinic and service."""
    choice = regions.choose(request.actor, request.GET.get("region", ""))
    words = request.GET.get("q", "").replace("\0", "")[:100]
    named = _named(request)
    lines = matching(lines_of(choice.region, named=named), words)
    context = {"choice": choice, "words": words, "parts": parts_of(lines), "named": named}
    context["editions"] = list(_editions(request).filter(region=choice.region).newest()[:6])
    context["publishes"] = request.actor.holds("coordinate_region")
    context["readers"] = readers_of(region=choice.region, by=request.actor)
    return render(request, "network/contacts.html", context)


@require_safe
@public(_REASON)
def contacts_csv(request: Request) -> HttpResponse:
    """The list for a spreadsheet."""
    return spreadsheet(_lines(request), "kontaktliste")


@require_safe
@public(_REASON)
def contacts_vcard(request: Request) -> HttpResponse:
    """The list for an address book."""
    return address_book(_lines(request), "kontakte")


@require_safe
@public(_REASON)
def contact_vcard(request: Request, pk: UUID) -> HttpResponse:
    """One contact for an address book."""
    found = [line for line in _every_line(request) if line.id == str(pk)]
    if not found:
        raise Http404
    return address_book(found, "kontakt")


def _named(request: Request) -> bool:
    """Names are shown to people who belong to a facility."""
    return request.actor.belongs


def _editions(request: Request) -> EditionQuerySet:
    """Whole ones for members, public versions for everybody else."""
    if _named(request):
        return ContactListEdition.objects.visible_to(request.actor)
    return ContactListEdition.objects.published()


def _lines(request: Request) -> list[Line]:
    choice = regions.choose(request.actor, request.GET.get("region", ""))
    return lines_of(choice.region, named=_named(request))


def _every_line(request: Request) -> list[Line]:
    """A contact's address says nothing of its region."""
    choice = regions.choose(request.actor)
    named = _named(request)
    others = [each for each in choice.others if each != choice.region]
    own = lines_of(choice.region, named=named)
    return own + [line for region in others for line in lines_of(region, named=named)]
