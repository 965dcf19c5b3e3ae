"""Krisenaufnahme and Notfallkontakt: one page each, from the person to the sent inquiry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from core.access import guard
from core.actor import Actor
from core.http import Request
from core.receipts import once
from network.models import Facility, Service
from referrals import services
from referrals.engine import mails
from referrals.forms.announcements import AnnouncementForm, ContactForm, CrisisForm
from referrals.forms.base import carried_out
from referrals.models import Inquiry
from referrals.services.announcements import ADMITS, AMBULATORY, GETS_IN_TOUCH
from referrals.views import around
from referrals.views.chosen_person import ChosenPerson


@dataclass(frozen=True, slots=True)
class Page:
    """What differs between the two pages."""

    title: str | Promise
    lead: str | Promise
    nobody: str | Promise
    button: str | Promise
    done: str | Promise
    sees: tuple[str | Promise, ...]
    signs: tuple[str | Promise, ...]
    url: str
    form: type[AnnouncementForm]
    types: frozenset[Service.Type]
    deed: Callable[..., Inquiry]


CRISIS = Page(
    title=_("Krisenaufnahme anmelden"),
    lead=_("Sie melden eine Person bei der Klinik an. Lebensgefahr: 112."),
    nobody=_(
        "Eine Krisenaufnahme melden ambulante Dienste an, wenn eine Klinik der Region im Portal "
        "antwortet. Sonst rufen Sie bitte an. Die Nummern stehen bei den Kontakten."
    ),
    button=_("Bei der Klinik anmelden"),
    done=_("Die Klinik ist angefragt, ohne Namen."),
    sees=(
        _("Die Klinik sieht Altersstufe, Gegend, Bedarf und Dringlichkeit, keinen Namen."),
        _("Wer die Person ist, erfährt sie, wenn die Person zusagt und eine Entbindung vorliegt."),
    ),
    signs=(_("Dass Sie die Klinik fragen dürfen."),),
    url="crisis-send",
    form=CrisisForm,
    types=ADMITS,
    deed=services.announce_crisis,
)
CONTACT = Page(
    title=_("Um Kontakt bitten"),
    lead=_("PIA, SpDi oder Betreutes Wohnen melden sich binnen eines Werktags bei der Person."),
    nobody=_(
        "Keiner dieser Dienste antwortet im Portal. Bitte rufen Sie an. Die Nummern stehen bei "
        "den Kontakten."
    ),
    button=_("Um Kontakt bitten"),
    done=_("Der Dienst ist gebeten, sich zu melden. Er sieht Name und Kontakt."),
    sees=(
        _("Der Dienst sieht gleich Name, Kontakt und Wünsche. Dafür unterschreibt die Person."),
        _("Meldet sich der Dienst nicht binnen eines Werktags, wird er erinnert."),
    ),
    signs=(
        _("Dass Sie diesen Dienst fragen dürfen."),
        _("Eine Entbindung: Sie dürfen ihm Name und Kontakt sagen, sonst nichts."),
    ),
    url="contact-send",
    form=ContactForm,
    types=GETS_IN_TOUCH,
    deed=services.ask_for_contact,
)


@require_safe
@guard("send_referral")
def crisis(request: Request) -> HttpResponse:
    return _show(request, CRISIS, *_forms(request, CRISIS))


@require_POST
@guard("send_referral")
@once
def announce(request: Request) -> HttpResponse:
    return _carry_out(request, CRISIS)


@require_safe
@guard("use_emergency")
def contact(request: Request) -> HttpResponse:
    return _show(request, CONTACT, *_forms(request, CONTACT))


@require_POST
@guard("use_emergency")
@once
def ask_for_contact(request: Request) -> HttpResponse:
    return _carry_out(request, CONTACT)


def doors(actor: Actor) -> list[dict[str, Any]]:
    """The pages of this file that ``actor`` has a use for at the acting facility."""
    if not actor.holds("send_referral"):
        return []
    found = [CONTACT] if actor.holds("use_emergency") else []
    found += [CRISIS] if around.own_facility(actor).kind in AMBULATORY else []
    return [{"url": _address(page), "label": page.title} for page in found]


def _address(page: Page) -> str:
    return reverse(f"referrals:{page.url.removesuffix('-send')}")


def _carry_out(request: Request, page: Page) -> HttpResponse:
    person, form = _forms(request, page, request.POST)
    if not (form.is_valid() & person.is_valid()):
        return _show(request, page, person, form)
    try:
        inquiry = _carried_out(request.actor, page, person, form)
    except services.AlreadyAsked as refusal:
        messages.warning(request, str(refusal))
        inquiry = refusal.inquiry
    else:
        if inquiry is None:
            return _show(request, page, person, form)
        messages.success(request, str(page.done))
    return redirect("referrals:sent-inquiry", referral=inquiry.referral_id, pk=inquiry.pk)


@transaction.atomic
def _carried_out(
    actor: Actor, page: Page, person: ChosenPerson, form: AnnouncementForm
) -> Inquiry | None:
    """Person and inquiry together, or neither of them."""
    client, inquiry = carried_out(person.form, person.client), None
    if client is not None:
        asked = partial(page.deed, client=client, by=actor, **form.arguments())
        inquiry = carried_out(form, asked)
    if inquiry is None:
        transaction.set_rollback(True)
    return inquiry


def _forms(
    request: Request, page: Page, posted: Any = None
) -> tuple[ChosenPerson, AnnouncementForm]:
    actor, own = request.actor, around.own_facility(request.actor)
    initial = {
        "callback_person": actor.person.full_name if actor.person else "",
        "callback_phone": own.phone,
    }
    form = page.form(posted, services=_services(own, page), initial=initial)
    return ChosenPerson(request, own, posted), form


def _services(own: Facility, page: Page) -> list[Service]:
    """Whom ``own`` can ask: services of the region with somebody who reads it."""
    if page is CRISIS and own.kind not in AMBULATORY:
        return []
    rows = Service.objects.published().filter(
        region=own.organisation.region,
        type__in=page.types,
        takes_requests=True,
        facility__closed_on=None,
    )
    found = list(rows.exclude(facility=own).order_by("name", "id"))
    here = mails.answering({row.facility_id for row in found if row.facility_id})
    return [row for row in found if row.facility_id in here]


def _show(
    request: Request, page: Page, person: ChosenPerson, form: AnnouncementForm
) -> HttpResponse:
    context = {
        "page": page,
        "action": reverse(f"referrals:{page.url}"),
        "person": person,
        "form": form,
        "nobody": form.asks_nobody,
        "problems": person.problems + form.problems if form.is_bound else 0,
    }
    return render(request, "referrals/announcement.html", context)
