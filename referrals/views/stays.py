"""Stays: logged for a new or a known person, planned, ended; and the consents beside them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import keyset
from core.access import guard
from core.http import Request
from core.receipts import once
from referrals import services
from referrals.access import opened_names
from referrals.forms.base import PortalForm, carried_out, succeeded
from referrals.forms.people import IdentityForm
from referrals.forms.stays import ConsentForm, KnownPersonForm, StayForm
from referrals.models import Client, Stay
from referrals.views import around, people, stay_steps
from referrals.views.steps import version_of

NEWEST = 300


@require_safe
@guard("send_referral")
def new(request: Request) -> HttpResponse:
    return _show(request, *_forms(request))


@require_POST
@guard("send_referral")
@once
def log(request: Request) -> HttpResponse:
    """A stay of somebody new, or of somebody known, in one go."""
    known, identity, stay = _forms(request, request.POST)
    chosen = known if request.POST.get("who") == "known" else identity
    if not (stay.is_valid() & chosen.is_valid()):
        return _show(request, known, identity, stay, chosen)
    client = carried_out(chosen, lambda: _logged(request, known, identity, stay, chosen))
    if client is None:
        return _show(request, known, identity, stay, chosen)
    messages.success(request, _("Der Aufenthalt ist erfasst. Als Nächstes: die Einwilligung."))
    return redirect(people.home_of(client))


@require_POST
@guard("send_referral")
@once
def log_known(request: Request, pk: UUID) -> HttpResponse:
    client = people.client_of(request.actor, pk)
    form = StayForm(request.POST, units=around.own_units(around.own_facility(request.actor)))

    def deed() -> Stay:
        return services.log_stay(client=client, by=request.actor, **form.arguments())

    if succeeded(form, deed):
        return _done(request, client, _("Der Aufenthalt ist erfasst."))
    return people.show(request, client, stay_steps.log_deed(form, people.home_of(client)))


@require_POST
@guard("send_referral")
@once
def step(request: Request, pk: UUID, stay: UUID, word: str) -> HttpResponse:
    if word not in stay_steps.BY_WORD:
        raise Http404
    page, client = stay_steps.BY_WORD[word], people.client_of(request.actor, pk)
    row, form = stay_steps.stay_of(request, client, stay), page.form(request.POST)
    row.client = client

    def deed() -> bool:
        version = version_of(request)
        page.carry_out(stay=row, by=request.actor, version=version, **form.cleaned_data)
        return True

    if succeeded(form, deed):
        return _done(request, client, str(page.done))
    home = people.home_of(client)
    return people.show(request, client, stay_steps.stay_deed(page, form, row, home))


@require_POST
@guard("send_referral")
@once
def consent(request: Request, pk: UUID) -> HttpResponse:
    client, form = people.client_of(request.actor, pk), ConsentForm(request.POST)

    def deed() -> Any:
        given = form.cleaned_data
        return services.record_consent(client=client, kind="search", by=request.actor, **given)

    if succeeded(form, deed):
        return _done(request, client, _("Die Einwilligung ist festgehalten."))
    return people.show(request, client, stay_steps.search_deed(form, people.home_of(client)))


@require_POST
@guard("send_referral")
@once
def withdraw_consent(request: Request, pk: UUID, consent: UUID) -> HttpResponse:
    client = people.client_of(request.actor, pk)
    row = stay_steps.consent_of(client, consent)
    services.withdraw_consent(consent=row, by=request.actor)
    return _done(request, client, _("Der Widerruf gilt sofort. Offene Anfragen sind beendet."))


def _forms(request: Request, posted: Any = None) -> tuple[KnownPersonForm, IdentityForm, StayForm]:
    own = around.own_facility(request.actor)
    identity = IdentityForm(posted, areas=around.areas(own), prefix=None)
    return _known(request, posted), identity, StayForm(posted, units=around.own_units(own))


def _known(request: Request, posted: Any) -> KnownPersonForm:
    """The newest people of the facility, or those before them; and whoever was chosen."""
    clients = Client.objects.visible_to(request.actor).filter(died_on=None)
    clients, after = clients.select_related("data_key"), request.GET.get("nach", "")
    page = keyset.page(clients, key=("created_at", "id"), after=after, descending=True, size=NEWEST)
    chosen = posted.get("client", "") if posted else request.GET.get("person", "")
    rows = {row.pk: row for row in (*page.rows, *_chosen(clients, chosen))}
    names = opened_names(rows.values(), by=request.actor, purpose="Person wählen")
    initial = {"client": chosen}
    return KnownPersonForm(posted, names=names, earlier=page.next_cursor, initial=initial)


def _chosen(clients: QuerySet[Client], key: str) -> list[Client]:
    """The person of that key, who may be known for longer than the page goes back."""
    try:
        return list(clients.filter(pk=key)) if key else []
    except ValidationError:
        return []


def _show(
    request: Request,
    known: KnownPersonForm,
    identity: IdentityForm,
    stay: StayForm,
    chosen: PortalForm | None = None,
) -> HttpResponse:
    for form in (known, identity):
        if form is not chosen:
            form.is_bound = False
    context = {
        "known": known,
        "identity": identity,
        "stay": stay,
        "who": "known" if chosen is known else "new" if chosen is identity else "",
        "problems": (chosen.problems + stay.problems) if chosen else 0,
    }
    return render(request, "referrals/stay_new.html", context)


def _logged(
    request: Request,
    known: KnownPersonForm,
    identity: IdentityForm,
    stay: StayForm,
    chosen: PortalForm,
) -> Client | None:
    with transaction.atomic():
        if chosen is known:
            client = people.client_of(request.actor, UUID(known.cleaned_data["client"]))
        else:
            client = services.create_client(
                identity=identity.identity(), area=identity.area_chosen(), by=request.actor
            )
        logged = carried_out(
            stay,
            lambda: services.log_stay(client=client, by=request.actor, **stay.arguments()),
        )
        if logged is None:
            transaction.set_rollback(True)
        return client if logged else None


def _done(request: Request, client: Client, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(people.home_of(client))
