"""Data protection takes a mistaken inquiry out by its reference, without seeing the case."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import guard
from core.http import Request
from core.receipts import once
from referrals import services
from referrals.forms.base import PortalForm, succeeded
from referrals.forms.mistakes import MistakeForm
from referrals.models import Inquiry


@require_safe
@guard("review_access")
def mistakes(request: Request) -> HttpResponse:
    return _show(request, MistakeForm())


@require_POST
@guard("review_access")
@once
def mark(request: Request) -> HttpResponse:
    form = MistakeForm(request.POST)

    def deed() -> Inquiry:
        given = form.cleaned_data
        return services.mark_by_reference(by=request.actor, **given)

    if succeeded(form, deed):
        messages.success(request, _("Die Anfrage ist als irrtümlich gekennzeichnet."))
        return redirect("referrals:mistakes")
    return _show(request, form)


def _show(request: Request, form: PortalForm) -> HttpResponse:
    return render(request, "referrals/mistakes.html", {"form": form})
