"""Who helps now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from core import clock
from core.access import public
from core.http import Request
from network import regions
from network.audiences import LABELS
from network.crisis.page import crisis_page
from network.crisis.wish import TICKS, WHOM
from network.forms.question import CrisisForm

_REASON = "in an emergency nobody signs in; remarks inside are for members"
_IN_ADDRESS = _(
    "Angaben aus der Adresse der Seite lesen wir nicht, damit sie nirgends stehen bleiben. "
    "Bitte tragen Sie sie hier ein."
)


@require_safe
@public(_REASON)
def crisis(request: Request) -> HttpResponse:
    """Open now, opening next, the fixed numbers."""
    form = CrisisForm({"region": request.GET.get("region", "")})
    others = form.fields.keys() & request.GET.keys() - {"region"}
    return _page(request, form, [_IN_ADDRESS] if others else [])


@require_POST
@public(_REASON)
def ask(request: Request) -> HttpResponse:
    """The same for a place and its filters; sent in the body, which nobody logs or keeps."""
    return _page(request, CrisisForm(request.POST), [])


def _page(request: Request, form: CrisisForm, notes: list[Promise]) -> HttpResponse:
    wish, now = form.wish(), clock.now()
    choice = regions.choose(request.actor, form.said("region") or "")
    place = form.said("ort") or ""
    page = crisis_page(choice.region, place, wish, at=now, actor=request.actor)
    context = {
        "choice": choice,
        "form": form,
        "place": place,
        "wish": wish,
        "ticks": TICKS.items(),
        "whom": [(key, LABELS[key]) for key in WHOM],
        "now": now,
        "page": page,
        "unread": [*notes, *form.unread(choice.region, page.districts)],
        "coordinates": request.actor.holds("coordinate_region"),
    }
    return render(request, "network/crisis.html", context)
