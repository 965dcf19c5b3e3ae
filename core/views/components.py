"""The page that shows all building blocks, for those who write pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import showcase
from core.access import public


@require_safe
@public("shows the building blocks with invented content")
def components(request: HttpRequest) -> HttpResponse:
    return render(request, "core/components.html", showcase.content())
