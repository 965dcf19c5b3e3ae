"""The searches that somebody keeps: seen, named and deleted by that person alone."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, signed_in
from core.http import Request
from core.receipts import once
from network import regions
from network.forms.saved_search import ChangeForm, SavedSearchForm, question_of
from network.models import SavedSearch
from network.services.saved_searches import MOST, change_search, delete_search, save_search

_OWN = "everybody sees the searches that they keep themselves, and no others"
_KEPT = gettext_lazy("Gemerkt. Sie bekommen eine E-Mail, wenn etwas Neues passt.")
_KNOWN = gettext_lazy(
    "Diese Suche haben Sie schon gemerkt. Ihren Namen und die E-Mails wählen Sie unter „Ändern“."
)


@require_safe
@signed_in(_OWN)
def index(request: Request) -> HttpResponse:
    """All searches of the person, each with a way to open, change and delete it."""
    rows = SavedSearch.objects.visible_to(request.actor).select_related("region")
    searches = [(row, question_of(row).said, _address(row)) for row in rows]
    return render(request, "network/saved_searches.html", {"searches": searches, "most": MOST})


@require_POST
@signed_in("members keep searches; the service asks")
@once
def save(request: Request) -> HttpResponse:
    """Keep the search of the page."""
    region = regions.choose(request.actor, request.POST.get("region", "")).region
    form = SavedSearchForm(request.POST)
    if region is None:
        raise Http404
    if not form.is_valid():
        messages.error(request, _("Diese Suche ist zu lang. Bitte suchen Sie mit weniger Wörtern."))
        return redirect("network:directory")
    _row, new = save_search(region=region, name=form.called, ask=form.asked.ask, by=request.actor)
    messages.success(request, _KEPT if new else _KNOWN)
    return redirect("network:saved-searches")


@require_POST
@signed_in(_OWN)
@once
def change(request: Request, pk: UUID) -> HttpResponse:
    """Another name, mails or none."""
    row = fetch(SavedSearch.objects.visible_to, request.actor, pk=pk)
    form = ChangeForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, _("Bitte geben Sie der Suche einen Namen mit höchstens 80 Zeichen.")
        )
        return redirect("network:saved-searches")
    change_search(search=row, **form.cleaned_data, by=request.actor)
    messages.success(request, _("Gespeichert."))
    return redirect("network:saved-searches")


@require_POST
@signed_in(_OWN)
@once
def delete(request: Request, pk: UUID) -> HttpResponse:
    """Delete one, with all that it said."""
    row = fetch(SavedSearch.objects.visible_to, request.actor, pk=pk)
    delete_search(search=row, by=request.actor)
    messages.success(request, _("Die Suche ist gelöscht."))
    return redirect("network:saved-searches")


def _address(row: SavedSearch) -> str:
    """The query of the directory's page that asks it again."""
    return "&".join(filter(None, [row.query, urlencode({"region": row.region.slug})]))
