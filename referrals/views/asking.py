"""Several services of the directory are picked and asked in one go."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.access import guard
from core.actor import Actor
from core.http import Request
from core.receipts import once
from network import cards
from network.directory import Ask, page_of, search
from network.models import Service
from referrals import services
from referrals.access import opened
from referrals.engine import mails
from referrals.forms.base import carried_out
from referrals.forms.needs import SendForm
from referrals.models import Inquiry, Referral
from referrals.views import words
from referrals.views.referrals import fetch_referral
from referrals.workflow import DIRECT, Kind, State

AT_MOST = 12


@require_safe
@guard("send_referral")
def pick(request: Request, pk: UUID) -> HttpResponse:
    """Search, tick, search again; what was ticked stays ticked."""
    row = fetch_referral(request.actor, pk)
    chosen = _chosen(row, request.GET) if request.GET else None
    form = SendForm(asks_escalation=row.escalation_agreed is None)
    return _show(request, row, chosen, form)


@require_POST
@guard("send_referral")
@once
def send(request: Request, pk: UUID) -> HttpResponse:
    row = fetch_referral(request.actor, pk)
    chosen = _chosen(row, request.POST)
    form = SendForm(request.POST, asks_escalation=row.escalation_agreed is None)
    if not form.is_valid():
        return _show(request, row, chosen, form)
    try:
        sent = carried_out(form, lambda: _sent(request.actor, row, chosen, form))
    except services.AlreadyAsked as refusal:
        return _lead_there(request, refusal)
    if sent is None:
        return _show(request, row, chosen, form)
    messages.success(request, _said(len(sent), named=Kind(row.kind) in DIRECT))
    return redirect("referrals:referral", pk=row.pk)


@transaction.atomic
def _sent(actor: Actor, row: Referral, chosen: list[Service], form: SendForm) -> list[Inquiry]:
    given = form.cleaned_data
    if form.escalation_agreed is not None:
        services.record_escalation_consent(
            referral=row,
            agreed=form.escalation_agreed,
            agreed_on=given["agreed_on"],
            form=given["agreed_form"],
            by=actor,
        )
    return services.send_all(
        referral=row,
        services=chosen,
        agreed_on=given["agreed_on"],
        agreed_form=given["agreed_form"],
        by=actor,
    )


def _lead_there(request: Request, refusal: services.AlreadyAsked) -> HttpResponse:
    messages.warning(request, str(refusal))
    there = refusal.inquiry
    return redirect("referrals:sent-inquiry", referral=there.referral_id, pk=there.pk)


def _show(
    request: Request, row: Referral, chosen: list[Service] | None, form: SendForm
) -> HttpResponse:
    """``chosen`` are the services ticked in the form; at first, those that were drafted."""
    seen = opened(row.client, by=request.actor, stage=2, purpose="Dienste wählen", referral=row)
    known = list(_inquiries(request.actor, row))
    asked = {i.service_id for i in known if i.is_open and i.state != State.DRAFT}
    chosen = _drafted(known) if chosen is None else chosen
    kept = {service.pk for service in chosen}
    answers = _found(request, row)
    found = [s for s in answers if s.pk not in kept]
    here = mails.answering({s.facility_id for s in [*chosen, *found] if s.facility_id})
    direct = Kind(row.kind) in DIRECT
    context = {
        "name": seen.full_name,
        "home": reverse("referrals:referral", args=[row.pk]),
        "title": words.kind_of_help(row.service_type),
        "text": request.GET.get("q", "")[:200],
        "nothing": not answers and ("q" in request.GET or bool(row.service_type)),
        "chosen": [_line(service, set(), here) for service in chosen],
        "found": [_line(service, asked, here) for service in found],
        "direct": direct,
        "has_basis": row.basis is not None and row.basis.is_valid,
        "form": form,
        "at_most": AT_MOST,
    }
    return render(request, "referrals/services.html", context)


def _found(request: Request, row: Referral) -> list[Service]:
    """What the directory answers to the words, or to the kind of help that is looked for."""
    text = request.GET.get("q", "")[:200].replace("\0", " ").strip()
    ticks = {} if text else {"art": frozenset({row.service_type} - {""})}
    region = row.sender_facility.organisation.region
    found = page_of(search(region, Ask(text=text, ticks={k: v for k, v in ticks.items() if v})))
    return [service for service in found if service.facility_id != request.actor.facility]


def _chosen(row: Referral, sent: QueryDict) -> list[Service]:
    """The services that are ticked; what is no published service of the region is left out."""
    keys = []
    for key in sent.getlist("dienst")[:AT_MOST]:
        try:
            keys.append(UUID(key))
        except ValueError:
            continue
    region = row.sender_facility.organisation.region
    rows = Service.objects.published().filter(pk__in=keys, region=region)
    rows = rows.select_related("facility__organisation", "region")
    return sorted(rows, key=lambda service: service.name.casefold())


def _inquiries(actor: Actor, row: Referral) -> QuerySet[Inquiry]:
    rows = Inquiry.objects.sent_by(actor).filter(referral=row).select_related("service__region")
    return rows.order_by("created_at", "id")


def _drafted(known: list[Inquiry]) -> list[Service]:
    return [inquiry.service for inquiry in known if inquiry.state == State.DRAFT]


def _line(service: Service, asked: set[UUID], here: set[UUID]) -> dict[str, Any]:
    return {
        "id": str(service.pk),
        "name": service.name,
        "type": service.get_type_display(),
        "provider": service.provider_name,
        "place": cards.place(service),
        "answers_here": service.facility_id in here,
        "refuses": service.facility_id in here and not service.takes_requests,
        "capacity": cards.room(service),
        "verified_on": service.verified_on,
        "asked": service.pk in asked,
        "url": f"/verzeichnis/{service.slug}/",
    }


def _said(number: int, *, named: bool) -> str:
    if named:
        return _("Der Dienst ist angefragt. Er kennt die Person und sieht ihren Namen.")
    return ngettext(
        "Ein Dienst ist angefragt, ohne Namen.",
        "%(n)s Dienste sind angefragt, ohne Namen. Keiner sieht die anderen.",
        number,
    ) % {"n": number}
