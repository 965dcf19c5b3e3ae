"""Referrals begun in one go: a person announced to the clinic, a contact asked for overnight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from network.models import Facility, Service
from network.services.placeholders import facility_of
from referrals.engine import mails
from referrals.engine.need import Callback, Wanted
from referrals.engine.wants import must, must_stand
from referrals.models import Client, Inquiry, Referral
from referrals.services.consents import record_consent
from referrals.services.drafts import send_all
from referrals.services.referrals import open_referral, record_escalation_consent
from referrals.services.releases import record_release
from referrals.vocabulary import INTRODUCING, Basis, Form, SignedBy
from referrals.workflow import Kind

AMBULATORY = frozenset({Facility.Kind.PROVIDER, Facility.Kind.AUTHORITY})
ADMITS = frozenset({Service.Type.CLINIC})
GETS_IN_TOUCH = frozenset({Service.Type.PIA, Service.Type.SPDI, Service.Type.BEWO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the person signed, and whether the coordination may help without a name."""

    given_on: date
    escalation: bool
    form: str = Form.WRITTEN
    signed_by: str = SignedBy.CLIENT
    guardian_covers_health: bool = False


@transaction.atomic
def announce_crisis(
    *,
    client: Client,
    service: Service,
    wanted: Wanted,
    callback: Callback,
    agreement: Agreement,
    by: Actor,
) -> Inquiry:
    """Krisenaufnahme: an ambulatory service asks the clinic to take somebody, without a name."""
    must_stand(
        client.owner_facility.kind in AMBULATORY,
        _("Eine Krisenaufnahme melden ambulante Dienste bei der Klinik an."),
    )
    must(service.type in ADMITS, _("Bitte wählen Sie eine Klinik."), "service")
    must_answer(service)
    referral = _begin(client, wanted, callback, agreement, Kind.CRISIS_ADMISSION, by)
    return _ask(referral, service, agreement, by)


@transaction.atomic
def ask_for_contact(
    *,
    client: Client,
    service: Service,
    wanted: Wanted,
    callback: Callback,
    agreement: Agreement,
    valid_until: date,
    by: Actor,
) -> Inquiry:
    """Notfallkontakt: the night service asks for a call within one working day, by name.

    The release that the person signed there opens name and contact to this service alone.
    """
    if not by.holds("use_emergency"):
        raise PermissionDenied
    words = _("Um Kontakt bitten können Sie PIA, SpDi und Betreutes Wohnen.")
    must(service.type in GETS_IN_TOUCH, words, "service")
    must_answer(service)
    record_release(
        client=client,
        hearing=[facility_of(service=service, by=by)],
        categories=sorted(INTRODUCING),
        valid_until=valid_until,
        form=agreement.form,
        signed_by=agreement.signed_by,
        guardian_covers_health=agreement.guardian_covers_health,
        by=by,
    )
    referral = _begin(client, wanted, callback, agreement, Kind.EMERGENCY_CONTACT, by)
    return _ask(referral, service, agreement, by)


def must_answer(service: Service) -> None:
    """Somebody there reads it in time; nobody is left waiting for a house without accounts."""
    must_stand(
        service.facility_id is not None and mails.answers_here(service.facility_id),
        _("Dort liest niemand im Portal mit. Bitte rufen Sie an."),
    )


def _begin(
    client: Client,
    wanted: Wanted,
    callback: Callback,
    agreement: Agreement,
    kind: Kind,
    by: Actor,
) -> Referral:
    basis = record_consent(
        client=client,
        kind=Basis.SEARCH,
        given_on=agreement.given_on,
        form=agreement.form,
        signed_by=agreement.signed_by,
        by=by,
    )
    referral = open_referral(
        client=client, wanted=wanted, callback=callback, basis=basis, kind=kind, by=by
    )
    return record_escalation_consent(
        referral=referral, agreed=agreement.escalation, agreed_on=agreement.given_on, by=by
    )


def _ask(referral: Referral, service: Service, agreement: Agreement, by: Actor) -> Inquiry:
    (inquiry,) = send_all(
        referral=referral,
        services=[service],
        agreed_on=agreement.given_on,
        agreed_form=agreement.form,
        by=by,
    )
    return inquiry
