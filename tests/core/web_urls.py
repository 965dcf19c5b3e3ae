"""A few addresses that show how guards and refusals answer; for the tests alone."""

from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.views.decorators.http import require_POST, require_safe

from core import audit
from core.access import guard, signed_in
from core.errors import OtherFacility, Refused
from core.receipts import once
from gpv_portal import urls


@require_safe
@guard("receive_referral")
def inbox(request):
    return HttpResponse(f"{request.actor.facility}")


@require_POST
@guard("receive_referral")
@once
def answer(request):
    audit.record(by=request.actor, deed="test.answered")
    if request.POST.get("refuse"):
        raise Refused("Diese Anfrage wurde gerade übernommen.")
    return redirect("/done/1/")


@signed_in("for the tests")
def broken(request):
    raise OperationalError("server closed the connection")


@signed_in("for the tests")
def elsewhere(request):
    raise OtherFacility(next(iter(request.actor.facilities)))


@signed_in("for the tests")
def role(request):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('gpv.person')")
        return HttpResponse(" ".join(cursor.fetchone()))


urlpatterns = [
    path("inbox/", inbox),
    path("answer/", answer),
    path("broken/", broken),
    path("elsewhere/", elsewhere),
    path("role/", role),
    path("", include(urls.urlpatterns)),
]
handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
