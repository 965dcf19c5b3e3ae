"""What a search rests on: recorded, and withdrawn with everything that hangs on it."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import audit, clock
from core.actor import Actor
from referrals.engine.endings import close_locked, withdraw_all
from referrals.engine.own import must_own
from referrals.engine.steps import locked_client, locked_inquiries, locked_referral
from referrals.engine.wants import must, must_stand, not_in_future
from referrals.models import Client, Consent, Referral, Stay
from referrals.reasons import Close, Withdraw
from referrals.vocabulary import WRITTEN_FORMS, Basis, Form, SignedBy
from referrals.workflow import OPEN


@transaction.atomic
def record_consent(
    *,
    client: Client,
    given_on: date,
    by: Actor,
    stay: Stay | None = None,
    kind: str = Basis.DISCHARGE_MANAGEMENT,
    form: str = Form.WRITTEN,
    signed_by: str = SignedBy.CLIENT,
    wording_version: str = "",
) -> Consent:
    """Record a written consent: to discharge management of a stay, or to one search."""
    must_own(client.owner_facility_id, by)
    not_in_future(given_on, "given_on")
    must(
        form in WRITTEN_FORMS,
        _("Diese Einwilligung muss schriftlich oder elektronisch vorliegen."),
        "form",
    )
    must(
        kind == Basis.SEARCH or (stay is not None and stay.client_id == client.pk),
        _("Bitte wählen Sie den Aufenthalt, zu dem die Einwilligung gehört."),
        "stay",
    )
    consent = Consent.objects.create(
        client=client,
        stay=stay,
        kind=kind,
        given_on=given_on,
        form=form,
        signed_by=signed_by,
        wording_version=wording_version,
        recorded_by=by.person,
    )
    audit.record(by=by, deed="consent.recorded", obj=consent)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, by: Actor) -> Consent:
    """Stop at once: what is open before arrival is withdrawn, the referrals are closed."""
    client = locked_client(consent.client)
    must_own(client.owner_facility_id, by)
    consent = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    must_stand(consent.is_valid, _("Die Einwilligung ist schon widerrufen."))
    consent.withdrawn_at, consent.withdrawn_by = clock.now(), by.person
    consent.save(update_fields=["withdrawn_at", "withdrawn_by"])
    audit.record(by=by, deed="consent.withdrawn", obj=consent)
    for row in Referral.objects.filter(basis=consent, closed_at=None).order_by("pk"):
        referral = locked_referral(row)
        withdraw_all(referral, reason=Withdraw.CONSENT_WITHDRAWN, by=by)
        if not any(inquiry.state in OPEN for inquiry in locked_inquiries(referral)):
            close_locked(referral, reason=Close.CONSENT_WITHDRAWN, by=by)
    return consent
