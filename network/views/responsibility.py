"""Who is responsible: everybody asks, and gets the reason with the answer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from core.access import public
from core.http import Request
from network import regions
from network.forms.question import QuestionForm
from network.models import Area, ResponsibilityRule
from network.responsibility import ground_of, houses_of, resolve

_REASON = "who is responsible is a public question"


@require_safe
@public(_REASON)
def responsible(request: Request) -> HttpResponse:
    """The question."""
    choice = regions.choose(request.actor, request.GET.get("region", ""))
    return render(request, "network/responsible.html", {"form": QuestionForm(), "choice": choice})


@require_POST
@public(_REASON)
def answer(request: Request) -> HttpResponse:
    """The answer; the question came in the body and is kept nowhere."""
    form = QuestionForm(request.POST)
    valid = form.is_valid()
    choice = regions.choose(request.actor, form.said("region") or "")
    context = {"form": form, "choice": choice}
    if valid and choice.region:
        ground = ground_of(Area.objects.published(choice.region))
        question = form.question(ground.known)
        rules = ResponsibilityRule.objects.published().filter(region=choice.region)
        resolution = resolve(question, choice.region, ground, rules, houses_of(choice.region))
        context |= {"question": question, "resolution": resolution}
    return render(request, "network/responsible.html", context, status=200 if valid else 422)
