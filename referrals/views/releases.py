"""Schweigepflichtentbindung: print the prefilled form, record the signed one, withdraw it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.access import guard
from core.http import Request
from core.receipts import once
from network.models import Facility
from referrals import services
from referrals.access import opened
from referrals.forms.base import succeeded
from referrals.forms.releases import ReleaseForm, WithdrawReleaseForm
from referrals.models import Client, Referral, Release
from referrals.release_wording import VERSION, WORDINGS
from referrals.views import around, people, person_parts, stay_steps, words
from referrals.vocabulary import Category


@require_safe
@guard("send_referral")
def new(request: Request, pk: UUID) -> HttpResponse:
    client = people.client_of(request.actor, pk)
    initial = {"facility": request.GET.get("einrichtung", "")}
    form = ReleaseForm(facilities=around.partners(client.owner_facility), initial=initial)
    return _show(request, client, form)


@require_POST
@guard("send_referral")
@once
def record(request: Request, pk: UUID) -> HttpResponse:
    client = people.client_of(request.actor, pk)
    form = ReleaseForm(request.POST, facilities=around.partners(client.owner_facility))

    def deed() -> Release:
        return services.record_release(client=client, by=request.actor, **form.arguments())

    if succeeded(form, deed):
        messages.success(request, _("Die Entbindung ist erfasst."))
        return redirect(_back(request, client))
    return _show(request, client, form)


@require_POST
@guard("send_referral")
@once
def withdraw(request: Request, pk: UUID, release: UUID) -> HttpResponse:
    client = people.client_of(request.actor, pk)
    row = stay_steps.release_of(request, client, release)
    form = WithdrawReleaseForm(request.POST, release=row)
    if not form.is_valid():
        deed = stay_steps.withdraw_deed(form, row, people.home_of(client))
        return people.show(request, client, deed)
    given = form.cleaned_data["categories"]
    ended = services.withdraw_release(release=row, categories=given, by=request.actor)
    messages.success(request, _withdrawn(len(ended)))
    return redirect(people.home_of(client))


@require_safe
@guard("send_referral")
def sheet(request: Request, pk: UUID) -> HttpResponse:
    """The form to sign, blank or prefilled with a facility and the kinds of data."""
    client = people.client_of(request.actor, pk)
    chosen = request.GET.getlist("categories")
    own = client.owner_facility
    hears = _partner(request, own)
    seen = opened(client, by=request.actor, stage=2, purpose="Entbindungsformular")
    context = {
        "name": seen.full_name,
        "born": words.born(seen["birth_date"]),
        "speaks": own,
        "hears": f"{hears.name}, {hears.organisation.name}" if hears else "",
        "mutual": "mutual" in request.GET,
        "categories": [(c.label, c.value in chosen) for c in Category],
        **_wording(client),
    }
    return render(request, "referrals/release_sheet.html", context)


def _partner(request: Request, own: Facility) -> Facility | None:
    """The facility that the address names, of those in the region."""
    key = request.GET.get("facility", "")
    return next((row for row in around.partners(own) if str(row.pk) == key), None)


def _wording(client: Client) -> dict[str, Any]:
    return {"wording": WORDINGS[VERSION], "version": VERSION, "home": people.home_of(client)}


def _show(request: Request, client: Client, form: ReleaseForm) -> HttpResponse:
    seen = opened(client, by=request.actor, stage=2, purpose="Entbindung erfassen")
    context = {
        "name": seen.full_name,
        "form": form,
        "releases": person_parts.releases(client, request.actor, people.home_of(client)),
        "categories": Category.choices,
        "partners": form.fields["facility"].choices,  # type: ignore[attr-defined]  # a choice field
        "back": _back(request, client),
        "referral_key": _referral_key(request),
        "sheet_url": f"{people.home_of(client)}entbindungsformular/",
        "chosen": form["facility"].value() or "",
        **_wording(client),
    }
    return render(request, "referrals/release_new.html", context)


def _back(request: Request, client: Client) -> str:
    """Back to the referral the release was needed for, else to the person."""
    key = _referral_key(request)
    rows = Referral.objects.sent_by(request.actor).filter(client=client)
    found = [row for row in rows if str(row.pk) == key]
    return f"/ueberleitungen/{found[0].pk}/" if found else people.home_of(client)


def _withdrawn(ended: int) -> str:
    if not ended:
        return _("Der Widerruf gilt sofort.")
    return ngettext(
        "Der Widerruf gilt sofort. Eine offene Anfrage ist damit zurückgezogen.",
        "Der Widerruf gilt sofort. %(n)s offene Anfragen sind damit zurückgezogen.",
        ended,
    ) % {"n": ended}


def _referral_key(request: Request) -> str:
    """Which referral the release was needed for, as the address or the form says."""
    return request.POST.get("ueberleitung", request.GET.get("ueberleitung", ""))
