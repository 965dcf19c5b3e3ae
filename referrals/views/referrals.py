"""Überleitungen: the search for one kind of help, seen from the asking side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import keyset
from core.access import fetch, guard
from core.actor import Actor
from core.http import Request
from core.receipts import once
from referrals import services
from referrals.access import opened, opened_names
from referrals.forms.base import carried_out, succeeded
from referrals.forms.needs import CloseForm, NeedForm, NewReferralForm, SectionForm
from referrals.models import Client, Consent, Referral, Stay
from referrals.views import (
    announcements,
    overview,
    people,
    referral_deeds,
    stay_steps,
    words,
)
from referrals.views.steps import Deed, version_of


def fetch_referral(actor: Actor, pk: UUID) -> Referral:
    """A referral of the acting facility, with person, stay and basis."""
    return fetch(
        lambda a: (
            Referral.objects.visible_to(a)
            .with_states()
            .select_related(
                "client__data_key",
                "client__area",
                "stay__unit",
                "basis",
                "responsible",
                "sender_facility__organisation__region",
            )
        ),
        actor,
        pk=pk,
    )


@require_safe
@guard("send_referral")
def referrals(request: Request) -> HttpResponse:
    closed = request.GET.get("zeige") == "beendet"
    rows = _listed(request.actor).filter(closed_at__isnull=not closed)
    after = request.GET.get("nach", "")
    page = keyset.page(rows, key=("created_at", "id"), after=after, descending=True)
    names = opened_names((r.client for r in page.rows), by=request.actor, purpose="Überleitungen")
    lines = [overview.line(row, names[row.client_id]) for row in page.rows]
    context = {
        "rows": lines,
        "closed": closed,
        "doors": announcements.doors(request.actor),
        "next_cursor": page.next_cursor,
    }
    return render(request, "referrals/referrals.html", context)


@require_safe
@guard("send_referral")
def referral(request: Request, pk: UUID) -> HttpResponse:
    row = fetch_referral(request.actor, pk)
    deed = referral_deeds.asked(request, row)
    return _show(request, row, deed)


@require_safe
@guard("send_referral")
def new(request: Request, pk: UUID) -> HttpResponse:
    client = people.client_of(request.actor, pk)
    person = request.actor.person
    stay = _stay_asked(request, client)
    initial: dict[str, Any] = {
        "callback_person": person.full_name if person else "",
        "callback_phone": client.owner_facility.phone,
    }
    if stay is not None:
        initial["wanted_from"] = stay.planned_discharge_on
    return _show_new(request, client, NewReferralForm(initial=initial), stay)


@require_POST
@guard("send_referral")
@once
def open_new(request: Request, pk: UUID) -> HttpResponse:
    client = people.client_of(request.actor, pk)
    stay, form = _stay_asked(request, client), NewReferralForm(request.POST)
    row = (
        carried_out(form, lambda: _opened(request, client, stay, form)) if form.is_valid() else None
    )
    if row is None:
        return _show_new(request, client, form, stay)
    messages.success(request, _("Die Überleitung ist angelegt. Jetzt können Sie Dienste anfragen."))
    return redirect("referrals:services", pk=row.pk)


@require_POST
@guard("send_referral")
@once
def amend(request: Request, pk: UUID) -> HttpResponse:
    row, form = fetch_referral(request.actor, pk), NeedForm(request.POST)

    def deed() -> Referral:
        change = services.amend if services.is_asked(row) else services.change_referral
        return change(
            referral=row,
            wanted=form.wanted(),
            callback=form.callback(),
            by=request.actor,
            version=version_of(request),
        )

    if succeeded(form, deed):
        return _done(request, row, _("Die Angaben sind geändert. Angefragte Dienste erfahren es."))
    return _show(request, row, referral_deeds.amending(row, form))


@require_POST
@guard("send_referral")
@once
def close(request: Request, pk: UUID) -> HttpResponse:
    row = fetch_referral(request.actor, pk)
    form = CloseForm(request.POST, releases=referral_deeds.releases_of(request.actor, row))

    def deed() -> Referral:
        version = version_of(request)
        return services.close_referral(
            referral=row, by=request.actor, version=version, **form.arguments()
        )

    if succeeded(form, deed):
        return _done(request, row, _("Die Überleitung ist beendet."))
    return _show(request, row, referral_deeds.closing(row, form))


@require_POST
@guard("send_referral")
@once
def set_basis(request: Request, pk: UUID) -> HttpResponse:
    row = fetch_referral(request.actor, pk)
    basis = _basis(row.client, row.stay)
    if basis is None:
        messages.warning(request, _("Bitte erfassen Sie zuerst die Einwilligung."))
        return redirect(people.home_of(row.client))
    services.set_basis(referral=row, basis=basis, by=request.actor)
    return _done(request, row, _("Die Einwilligung ist der Überleitung zugeordnet."))


@require_POST
@guard("send_referral")
@once
def section(request: Request, pk: UUID, category: str) -> HttpResponse:
    row, form = fetch_referral(request.actor, pk), SectionForm(request.POST)
    known = referral_deeds.section_or_404(category)

    def deed() -> Any:
        return services.write_section(
            referral=row,
            category=known,
            text=form.cleaned_data["text"],
            by=request.actor,
            version=version_of(request),
        )

    if succeeded(form, deed):
        return _done(request, row, _("Der Abschnitt ist gespeichert."))
    return _show(request, row, referral_deeds.writing(row, known, form))


def _listed(actor: Actor) -> QuerySet[Referral]:
    rows = Referral.objects.sent_by(actor).with_states()
    return rows.select_related("client__data_key", "stay__unit")


def _opened(request: Request, client: Client, stay: Stay | None, form: NewReferralForm) -> Referral:
    return services.open_referral(
        client=client,
        wanted=form.wanted(),
        callback=form.callback(),
        stay=stay,
        basis=_basis(client, stay),
        kind=form.cleaned_data["kind"],
        by=request.actor,
    )


def _show(request: Request, row: Referral, deed: Deed | None) -> HttpResponse:
    seen = opened(row.client, by=request.actor, stage=3, purpose="Überleitung", referral=row)
    context = overview.context_of(request.actor, row, seen, deed)
    return render(request, "referrals/referral.html", context)


def _show_new(
    request: Request, client: Client, form: NewReferralForm, stay: Stay | None
) -> HttpResponse:
    seen = opened(client, by=request.actor, stage=2, purpose="Überleitung anlegen")
    context = {
        "name": seen.full_name,
        "form": form,
        "home": people.home_of(client),
        "stay_id": str(stay.pk) if stay else "",
        "stay_words": words.day(stay.planned_discharge_on or stay.admitted_on) if stay else "",
        "has_basis": _basis(client, stay) is not None,
    }
    return render(request, "referrals/referral_new.html", context)


def _stay_asked(request: Request, client: Client) -> Stay | None:
    key = request.POST.get("aufenthalt") or request.GET.get("aufenthalt") or ""
    return stay_steps.stay_of(request, client, key) if key else None


def _basis(client: Client, stay: Stay | None) -> Consent | None:
    """The newest consent that fits: to the stay's discharge management, or to a search."""
    valid = client.consents.filter(withdrawn_at=None).order_by("-given_on", "-id")
    of_stay = valid.filter(stay=stay).first() if stay else None
    return of_stay or valid.filter(kind="search").first()


def _done(request: Request, row: Referral, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("referrals:referral", pk=row.pk)
