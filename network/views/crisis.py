"""Who helps now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from core.access import public
from core.http import Request
from network import regions
from network.audiences import LABELS
from network.crisis import WAYS, WHOM, Wish, crisis_page
from network.responsibility import places


@require_safe
@public("in an emergency nobody signs in; remarks inside are for members")
def crisis(request: Request) -> HttpResponse:
    """Open now, opening next and responsible here; the question is neither stored nor logged."""
    choice = regions.choose(request.actor, request.GET.get("region", ""))
    here = places(choice.region, request.GET.get("ort", ""))
    asked = (request.GET.get(name, "").replace("\0", "")[:60] for name in ("wie", "wer", "sprache"))
    wish = Wish(*asked)
    now = clock.now()
    context = {
        "choice": choice,
        "places": here,
        "wish": wish,
        "ways": WAYS.items(),
        "whom": [(key, LABELS[key]) for key in WHOM],
        "now": now,
        "page": crisis_page(choice.region, here, wish, at=now, actor=request.actor),
    }
    return render(request, "network/crisis.html", context)
