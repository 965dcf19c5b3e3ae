"""My account, and the text that was kept for me."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import signed_in
from core.http import Request
from core.kept_texts import COOKIE, kept_for, texts_of


@require_safe
@signed_in("everybody sees their own account")
def account(request: Request) -> HttpResponse:
    kept = kept_for(request.actor.person, request.COOKIES.get(COOKIE, ""))
    return render(request, "core/account.html", {"kept_text": kept})


@require_safe
@signed_in("shows only what the same person typed")
def kept_text(request: Request) -> HttpResponse:
    row = kept_for(request.actor.person, request.COOKIES.get(COOKIE, ""))
    if row is None:
        raise Http404
    return render(request, "core/kept_text.html", {"kept": texts_of(row), "path": row.path})


@require_safe
@signed_in("says who changes an address; nobody changes it here")
def address(request: Request) -> HttpResponse:
    return render(request, "account/email.html")
