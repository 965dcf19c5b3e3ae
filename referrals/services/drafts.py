"""Asking a service: drafted, discarded, sent to several at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import audit, clock
from core.actor import Actor
from network.models import Service
from network.services.placeholders import facility_of
from referrals.access import opened, require
from referrals.disclosure import covering_release
from referrals.engine import clocks, mails
from referrals.engine.asking import must_be_free, must_take_requests
from referrals.engine.need import coarse_area
from referrals.engine.own import must_own
from referrals.engine.steps import advance, locked, locked_referral, settle, take
from referrals.engine.wants import a_code, must, must_stand, not_in_future
from referrals.models import Inquiry, Referral
from referrals.models.release import hold_releases
from referrals.vocabulary import Form, age_band
from referrals.workflow import DIRECT, Kind, Step


@transaction.atomic
def draft(*, referral: Referral, service: Service, by: Actor) -> Inquiry:
    """Prepare an inquiry to ``service``; raises AlreadyAsked when one is live."""
    referral = locked_referral(referral)
    must_own(referral.sender_facility_id, by)
    _must_be_searching(referral)
    must_be_free(referral, service)
    receiver = facility_of(service=service, by=by)
    must_stand(receiver.closed_on is None, _("Diese Einrichtung ist geschlossen."))
    inquiry = Inquiry(
        referral=referral,
        client=referral.client,
        service=service,
        sender_facility_id=referral.sender_facility_id,
        receiver_facility=receiver,
        by_proxy=not mails.answers_here(receiver.pk),
        escalated_to_id=referral.escalated_to_id,
    )
    clocks.start(inquiry)
    inquiry.save()
    settle(referral, asked=True)
    audit.record(by=by, deed="inquiry.draft", obj=inquiry, case=referral.pk)
    return inquiry


@transaction.atomic
def discard(*, inquiry: Inquiry, by: Actor, version: int | None = None) -> None:
    """Delete a draft that was never sent."""
    row = take(inquiry, Step.DISCARD, by=by, version=version)
    audit.record(by=by, deed="inquiry.discard", obj=row, case=row.referral_id)
    referral = row.referral
    row.delete()
    settle(referral)


@transaction.atomic
def send(
    *,
    inquiry: Inquiry,
    agreed_on: date,
    by: Actor,
    agreed_form: str = Form.ORAL,
    version: int | None = None,
) -> Inquiry:
    """Ask the service, without a name; Rückkehr and Notfallkontakt open it under a release."""
    not_in_future(agreed_on, "agreed_on")
    a_code(agreed_form, Form, "agreed_form")
    direct = _hold_if_direct(inquiry.referral)
    row = locked(inquiry, version=version)
    require(by, Step.SEND, row)
    must_take_requests(row)
    _freeze_pseudonym(row.referral, by)
    now = clock.now()
    fields: dict[str, Any] = {"sent_at": now, "agreed_on": agreed_on, "agreed_form": agreed_form}
    if direct:
        release = covering_release(row)
        must_stand(
            release is not None,
            _(
                "Hier erfährt der Dienst gleich den Namen. Dafür braucht es eine Entbindung, "
                "die ihn mit Name und Kontakt nennt."
            ),
        )
        fields |= {"release": release, "identity_open": True, "identity_opened_at": now}
    row = advance(row, Step.SEND, by=by, **fields)
    mails.tell_new(row, by=by)
    return row


@transaction.atomic
def send_all(
    *,
    referral: Referral,
    services: Collection[Service],
    agreed_on: date,
    by: Actor,
    agreed_form: str = Form.ORAL,
) -> list[Inquiry]:
    """Draft where needed and send to several services at once: all of them or none."""
    must(services, _("Bitte wählen Sie mindestens einen Dienst."), "services")
    _hold_if_direct(referral)
    sent = []
    for service in sorted(services, key=lambda service: str(service.pk)):
        waiting = Inquiry.objects.filter(referral=referral, service=service, state="draft").first()
        inquiry = waiting or draft(referral=referral, service=service, by=by)
        sent.append(send(inquiry=inquiry, agreed_on=agreed_on, agreed_form=agreed_form, by=by))
    return sent


def _must_be_searching(referral: Referral) -> None:
    """The referral is open, and the person has agreed to the search."""
    must_stand(referral.closed_at is None, _("Die Überleitung ist geschlossen."))
    must_stand(
        referral.basis is not None and referral.basis.is_valid,
        _(
            "Bevor Sie anfragen, braucht es die Einwilligung: ins Entlassmanagement oder "
            "schriftlich in diese Suche."
        ),
    )


def _hold_if_direct(referral: Referral) -> bool:
    """Releases are held before the referral wherever sending discloses."""
    direct = Kind(referral.kind) in DIRECT
    if direct:
        hold_releases(referral.client_id)
    return direct


def _freeze_pseudonym(referral: Referral, by: Actor) -> None:
    """Age band and area are computed once, at the first sending."""
    if referral.first_sent_at is not None:
        return
    person = opened(referral.client, by=by, stage=2, purpose="Altersstufe", referral=referral)
    born = date.fromisoformat(person["birth_date"])
    referral.age_band = age_band(clock.today(), born)
    referral.area_label = coarse_area(referral.client.area)
    referral.first_sent_at = clock.now()
    referral.save(update_fields=["age_band", "area_label", "first_sent_at"])
