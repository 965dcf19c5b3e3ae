"""Pages of the demo alone; elsewhere they answer 404."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import public
from core.models import KeptMail


@require_safe
@public("the demo shows every mail that would have left it")
def outbox(request: HttpRequest) -> HttpResponse:
    if not settings.GPV_DEMO:
        raise Http404
    return render(request, "core/demo_outbox.html", {"mails": KeptMail.objects.all()[:100]})
