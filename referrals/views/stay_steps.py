"""What can be done with a stay, a consent or a release in the person's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.access import fetch
from core.http import Request
from referrals import services
from referrals.forms import stays as forms
from referrals.forms.base import PortalForm
from referrals.forms.releases import WithdrawReleaseForm
from referrals.models import Client, Consent, Release, Stay
from referrals.views import around
from referrals.views.steps import Deed


@dataclass(frozen=True, slots=True)
class StayPage:
    """One deed at a stay: its word, form and service, and at which stays it is offered."""

    word: str
    label: str | Promise
    icon: str
    form: type[PortalForm]
    carry_out: Callable[..., Any]
    fits: Callable[[Stay], bool]
    done: str | Promise
    text: str | Promise = ""
    takes_over: tuple[str, ...] = ()


class NothingForm(PortalForm):
    """Only a button."""


def _stays(stay: Stay) -> bool:
    return stay.discharged_on is None


def _has_left(stay: Stay) -> bool:
    return stay.discharged_on is not None and stay.settled_at is None


def _consent(*, stay: Stay, by: Any, version: int | None = None, **given: Any) -> Any:
    return services.record_consent(client=stay.client, stay=stay, by=by, **given)


STAY_PAGES = (
    StayPage(
        "einwilligung",
        _("Einwilligung ins Entlassmanagement erfassen"),
        "pen",
        forms.ConsentForm,
        _consent,
        lambda stay: True,
        _("Die Einwilligung ist festgehalten."),
    ),
    StayPage(
        "entlassen",
        _("Entlassung eintragen"),
        "door",
        forms.DischargeForm,
        services.record_discharge,
        _stays,
        _("Die Entlassung ist eingetragen."),
    ),
    StayPage(
        "planen",
        _("Entlasstag setzen oder verschieben"),
        "calendar",
        forms.PlanForm,
        services.plan_discharge,
        _stays,
        _("Der geplante Tag ist gespeichert. Alle Fristen sind neu berechnet."),
        takes_over=("planned_discharge_on", "planned_discharge_time"),
    ),
    StayPage(
        "entlassung-absagen",
        _("Geplante Entlassung absagen"),
        "stop",
        NothingForm,
        services.cancel_discharge,
        lambda stay: _stays(stay) and stay.planned_discharge_on is not None,
        _("Die Entlassung ist abgesagt. Alle Fristen ruhen."),
    ),
    StayPage(
        "wieder-aufnehmen",
        _("Wieder aufgenommen: Aufenthalt fortsetzen"),
        "history",
        NothingForm,
        services.reopen_stay,
        _has_left,
        _("Der Aufenthalt läuft weiter."),
    ),
    StayPage(
        "keine-hilfe-noetig",
        _("Ohne Überleitung abschließen"),
        "tick",
        forms.SettleForm,
        services.settle_stay,
        _has_left,
        _("Der Aufenthalt ist abgeschlossen."),
    ),
)
BY_WORD = {page.word: page for page in STAY_PAGES}


def asked(request: Request, client: Client, home: str) -> Deed | None:
    """The form that ``?schritt=`` asks for; 404 for a stay or release of somebody else."""
    word = request.GET.get("schritt", "")
    if word in BY_WORD:
        stay = stay_of(request, client, request.GET.get("aufenthalt", ""))
        return stay_deed(BY_WORD[word], _filled(BY_WORD[word], stay), stay, home)
    if word == "aufenthalt":
        form = forms.StayForm(units=around.own_units(around.own_facility(request.actor)))
        return log_deed(form, home)
    if word == "suche":
        return search_deed(forms.ConsentForm(), home)
    if word == "einwilligung-widerrufen":
        return consent_deed(consent_of(client, request.GET.get("einwilligung", "")), home)
    if word == "widerrufen":
        release = release_of(request, client, request.GET.get("entbindung", ""))
        return withdraw_deed(WithdrawReleaseForm(release=release), release, home)
    return None


def _filled(page: StayPage, stay: Stay) -> PortalForm:
    """The form of a deed, with what the stay says of its fields."""
    return page.form(initial={name: getattr(stay, name) for name in page.takes_over})


def stay_of(request: Request, client: Client, key: str | UUID) -> Stay:
    """A stay of this person."""
    return fetch(
        lambda a: Stay.objects.visible_to(a).select_related("client__data_key"),
        request.actor,
        pk=_uuid(key),
        client=client,
    )


def release_of(request: Request, client: Client, key: str | UUID) -> Release:
    """A release of this person."""
    return fetch(Release.objects.visible_to, request.actor, pk=_uuid(key), client=client)


def consent_of(client: Client, key: str | UUID) -> Consent:
    """A consent of this person."""
    row = client.consents.filter(pk=_uuid(key)).first()
    if row is None:
        raise Http404
    return row


def consent_deed(consent: Consent, home: str) -> Deed:
    """Taking a consent back, asked once more because it ends everything."""
    action = f"{home}einwilligungen/{consent.pk}/widerrufen/"
    text = _("Alle offenen Anfragen, die darauf beruhen, enden sofort und bleiben beendet.")
    return Deed(_("Widerruf eintragen"), "cross", NothingForm(), action, home, text=text)


def stay_deed(page: StayPage, form: PortalForm, stay: Stay, home: str) -> Deed:
    """A deed at a stay, open in the page."""
    action = f"{home}aufenthalte/{stay.pk}/{page.word}/"
    return Deed(page.label, page.icon, form, action, home, stay.version)


def log_deed(form: PortalForm, home: str) -> Deed:
    """A new stay of a known person."""
    return Deed(_("Neuen Aufenthalt erfassen"), "add", form, f"{home}aufenthalte/", home)


def search_deed(form: PortalForm, home: str) -> Deed:
    """A written consent to one search, without a stay."""
    title = _("Einwilligung in eine Suche ohne Klinikaufenthalt erfassen")
    return Deed(title, "pen", form, f"{home}einwilligungen/", home)


def withdraw_deed(form: PortalForm, release: Release, home: str) -> Deed:
    """Taking a release back."""
    action = f"{home}entbindungen/{release.pk}/widerrufen/"
    text = _(
        "Der Zugriff endet sofort. Eine Anfrage, bei der Name und Kontakt offen sind, wird "
        "zurückgezogen; was schon angekommen ist, bleibt."
    )
    return Deed(_("Entbindung widerrufen"), "cross", form, action, home, text=text)


def _uuid(key: str | UUID) -> UUID:
    try:
        return key if isinstance(key, UUID) else UUID(key)
    except ValueError as error:
        raise Http404 from error
