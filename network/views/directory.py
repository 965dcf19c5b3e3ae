"""The public directory and one entry of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from core.access import fetch, public
from core.actor import Actor
from core.http import Request
from network import regions
from network.cards import card
from network.directory import kilometres, page_of, search
from network.entries import entry_page
from network.exporting.entry import entry_of
from network.exporting.schema_org import schema_org
from network.forms.directory import DirectoryForm
from network.models import Service
from network.models.publication import with_publication
from network.models.service import ServiceQuerySet
from network.sketch import sketch_of


@require_safe
@public("anybody may look for help, without an account")
def directory(request: Request) -> HttpResponse:
    """Search and filters; everything is in the address, so that it can be sent on."""
    form = DirectoryForm(request.GET)
    choice = regions.choose(request.actor, form.region)
    found = search(choice.region, form.ask)
    services = page_of(found)
    context = {
        "form": form,
        "choice": choice,
        "found": found,
        "cards": [(card(service), kilometres(found, service)) for service in services],
        "sketch": sketch_of(services),
        "facets": form.facets(found),
        "checks": request.actor.holds("coordinate_region"),
        "member": request.actor.belongs,
    }
    return render(request, "network/directory.html", context)


@require_safe
@public("an entry of the directory is public; remarks inside it are for members")
def service(request: Request, slug: str) -> HttpResponse:
    """One service: what one gets, how one gets in, when, where, who answers."""
    try:
        found = fetch(_entries, request.actor, slug=slug)
    except Http404:
        heir = fetch(lambda _actor: Service.objects.published().lives_on_from(slug), request.actor)
        return redirect("network:service", slug=heir.slug)
    linked = schema_org(entry_of(found)) if found.published else None
    context = {**entry_page(found, request.actor), "linked": linked}
    return render(request, "network/service.html", context)


def _entries(actor: Actor) -> ServiceQuerySet:
    """Entries the visitor may open, with all that their page and their linked data say."""
    rows = Service.objects.visible_to(actor).with_keeper(actor).with_attention()
    return with_publication(rows)
