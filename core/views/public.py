"""The public entry and the pages every site has to have."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from core.access import public


@require_safe
@public("everybody may look for help")
def start(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("core:tasks")
    return render(request, "core/start.html")


@require_safe
@public("the law asks for it")
def imprint(request: HttpRequest) -> HttpResponse:
    return render(request, "core/imprint.html")


@require_safe
@public("the law asks for it")
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "core/privacy.html")


@require_safe
@public("the law asks for it")
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "core/accessibility.html")
