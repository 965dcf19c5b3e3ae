"""A form is done once, however often its button is pressed."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from core.models import FormReceipt

FIELD = "receipt"


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer a repeated submit with the first one's redirect; stands below the guard."""

    @wraps(view)
    def replaying(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = _key(request)
        if key is None or request.method != "POST" or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        try:
            with transaction.atomic():
                receipt = FormReceipt.objects.create(user=request.user, key=key)
        except IntegrityError:
            done = FormReceipt.objects.get(user=request.user, key=key)
            return redirect(done.location or "/")
        response = view(request, *args, **kwargs)
        if response.status_code == 302:
            FormReceipt.objects.filter(pk=receipt.pk).update(location=response["Location"])
        else:
            receipt.delete()
        return response

    return replaying
