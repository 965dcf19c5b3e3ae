"""A client of my own facility: stays, consents, releases, referrals."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import fetch, guard
from core.actor import Actor
from core.http import Request
from core.receipts import once
from referrals import services
from referrals.access import opened
from referrals.forms.base import PortalForm, succeeded
from referrals.forms.people import DeathForm, IdentityForm
from referrals.models import Client
from referrals.readable import Opened
from referrals.views import around, person_parts, shown, stay_steps
from referrals.views.steps import Deed, version_of


def client_of(actor: Actor, pk: UUID) -> Client:
    """A person of the acting facility."""
    return fetch(
        lambda a: Client.objects.visible_to(a).select_related(
            "data_key", "area", "owner_facility__organisation__region"
        ),
        actor,
        pk=pk,
    )


@require_safe
@guard("send_referral")
def person(request: Request, pk: UUID) -> HttpResponse:
    client = client_of(request.actor, pk)
    seen = opened(client, by=request.actor, stage=2, purpose="Person")
    deed = _asked(request, client, seen)
    context = context_of(request.actor, client, seen, deed)
    return render(request, "referrals/person.html", context)


@require_POST
@guard("send_referral")
@once
def change(request: Request, pk: UUID) -> HttpResponse:
    client = client_of(request.actor, pk)
    form = IdentityForm(request.POST, areas=around.areas(client.owner_facility))

    def deed() -> Client:
        return services.change_client(
            client=client,
            identity=form.identity(),
            area=form.area_chosen(),
            by=request.actor,
            version=version_of(request),
        )

    if succeeded(form, deed):
        return _done(request, client, _("Die Angaben sind gespeichert."))
    return show(request, client, _change_deed(client, form))


@require_POST
@guard("send_referral")
@once
def death(request: Request, pk: UUID) -> HttpResponse:
    client, form = client_of(request.actor, pk), DeathForm(request.POST)

    def deed() -> Client:
        died_on = form.cleaned_data["died_on"]
        return services.record_death(client=client, died_on=died_on, by=request.actor)

    if succeeded(form, deed):
        return _done(request, client, _("Festgehalten. Alles Offene ist beendet."))
    return show(request, client, _death_deed(client, form))


def show(request: Request, client: Client, deed: Deed) -> HttpResponse:
    """The page of the person with an open form."""
    seen = opened(client, by=request.actor, stage=2, purpose="Person")
    context = context_of(request.actor, client, seen, deed)
    return render(request, "referrals/person.html", context)


def context_of(actor: Actor, client: Client, seen: Opened, deed: Deed | None) -> dict[str, Any]:
    """What the page of a person shows."""
    home, given = home_of(client), person_parts.consents_of(client)
    return {
        "name": seen.full_name,
        "facts": [*shown.person(seen), (_("Wohngegend"), client.area.name if client.area else "")],
        "died_on": client.died_on,
        "stays": person_parts.stays(client, actor, home, given),
        "consents": person_parts.consents(given, home),
        "releases": person_parts.releases(client, actor, home),
        "referrals": person_parts.referrals(client, actor),
        "home": home,
        "deed": deed,
    }


def home_of(client: Client) -> str:
    """The address of a person."""
    return reverse("referrals:person", args=[client.pk])


def _done(request: Request, client: Client, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(home_of(client))


def _asked(request: Request, client: Client, seen: Opened) -> Deed | None:
    word = request.GET.get("schritt", "")
    if word == "angaben":
        known = {**seen.texts, "area": str(client.area_id or "")}
        form = IdentityForm(initial=known, areas=around.areas(client.owner_facility))
        return _change_deed(client, form)
    if word == "verstorben":
        return _death_deed(client, DeathForm())
    return stay_steps.asked(request, client, home_of(client))


def _change_deed(client: Client, form: PortalForm) -> Deed:
    home = home_of(client)
    return Deed(_("Angaben ändern"), "pen", form, f"{home}angaben/", home, client.version)


def _death_deed(client: Client, form: PortalForm) -> Deed:
    home = home_of(client)
    text = _(
        "Alle offenen Anfragen enden, Erinnerungen hören auf. Die Schweigepflicht gilt weiter. "
        "Ein schon zugesagter Dienst wird gebeten, Sie anzurufen."
    )
    return Deed(_("Person ist verstorben"), "stop", form, f"{home}verstorben/", home, text=text)
