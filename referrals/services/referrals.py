"""The need itself: opened, described, handed over, closed."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import audit, clock, files, versions
from core.actor import Actor
from network.models import Service
from referrals.engine.asking import is_asked
from referrals.engine.endings import close_locked
from referrals.engine.need import Callback, Wanted, describe
from referrals.engine.own import must_own
from referrals.engine.steps import due_unasked, locked_client, locked_referral
from referrals.engine.wants import must, must_stand
from referrals.models import (
    Client,
    Consent,
    Document,
    HandoverSection,
    Inquiry,
    Referral,
    Release,
    Stay,
)
from referrals.models.handover import SECTIONS
from referrals.reasons import Close
from referrals.vocabulary import Basis, Form
from referrals.workflow import OPEN, Kind


@transaction.atomic
def open_referral(
    *,
    client: Client,
    wanted: Wanted,
    callback: Callback,
    by: Actor,
    basis: Consent | None = None,
    stay: Stay | None = None,
    kind: str = Kind.NEW,
) -> Referral:
    """Begin one Überleitung; nothing is sent yet."""
    client = locked_client(client)
    must_own(client.owner_facility_id, by)
    must_stand(client.died_on is None, _("Die Person ist verstorben."))
    must(stay is None or stay.client_id == client.pk, _("Der Aufenthalt passt nicht."), "stay")
    _check_basis(client, stay, basis)
    referral = Referral(
        client=client,
        stay=stay,
        kind=kind,
        basis=basis,
        sender_facility_id=client.owner_facility_id,
        responsible=by.person,
    )
    describe(referral, wanted, callback)
    _take_up_again(stay)
    referral.due_at = due_unasked(referral)
    referral.save()
    audit.record(by=by, deed="referral.opened", obj=referral, case=referral.pk)
    return referral


@transaction.atomic
def change_referral(
    *,
    referral: Referral,
    wanted: Wanted,
    callback: Callback,
    by: Actor,
    version: int | None = None,
) -> Referral:
    """Describe the need anew while nobody is asked; else ``amend`` tells the services."""
    referral = _locked(referral, by, version)
    must_stand(
        not is_asked(referral),
        _("Inzwischen ist ein Dienst angefragt. Bitte öffnen Sie „Angaben ändern“ noch einmal."),
    )
    describe(referral, wanted, callback)
    return _saved(referral, "referral.changed", by)


@transaction.atomic
def set_basis(*, referral: Referral, basis: Consent, by: Actor) -> Referral:
    """Name the consent that the search rests on."""
    referral = _locked(referral, by, None)
    _check_basis(referral.client, referral.stay, basis)
    referral.basis = basis
    return _saved(referral, "referral.basis_set", by)


@transaction.atomic
def record_escalation_consent(
    *,
    referral: Referral,
    agreed: bool,
    agreed_on: date,
    by: Actor,
    form: str = Form.ORAL,
) -> Referral:
    """Whether the coordination may be asked without a name when nobody offers a place."""
    referral = _locked(referral, by, None)
    referral.escalation_agreed, referral.escalation_agreed_on = agreed, agreed_on
    referral.escalation_agreed_form = form
    if not agreed:
        referral.escalated_to, referral.escalated_at = None, None
        Inquiry.objects.filter(referral=referral).update(escalated_to=None)
    return _saved(referral, "referral.escalation_answered", by)


@transaction.atomic
def write_section(
    *, referral: Referral, category: str, text: str, by: Actor, version: int | None = None
) -> HandoverSection:
    """Write one section of the handover; ``version`` 0 means that there was none."""
    referral = _locked(referral, by, None)
    must(category in SECTIONS, _("Diesen Abschnitt gibt es nicht."), "category")
    section, created = HandoverSection.objects.get_or_create(
        referral=referral, category=category, defaults={"version": 0}
    )
    versions.check(section, version)
    section.referral = referral
    section.seal(text=text.strip())
    section.written_by, section.written_at = by.person, clock.now()
    section.version += 1
    section.save()
    audit.record(
        by=by, deed="handover.written", obj=section, case=referral.pk, detail=str(category)
    )
    return section


@transaction.atomic
def attach_document(
    *, referral: Referral, content: bytes, content_type: str, title: str, by: Actor
) -> Document:
    """Put a file beside the handover, sealed with the person's key."""
    referral = _locked(referral, by, None)
    stored = files.store(
        content,
        content_type=content_type,
        name="Unterlage",
        data_key=referral.client.data_key,
        by=by,
    )
    document = Document(referral=referral, file=stored, added_by=by.person)
    document.seal(title=title.strip())
    document.save()
    audit.record(by=by, deed="document.attached", obj=document, case=referral.pk)
    return document


@transaction.atomic
def close_referral(
    *,
    referral: Referral,
    reason: str,
    by: Actor,
    release: Release | None = None,
    legal_basis: str = "",
    version: int | None = None,
) -> Referral:
    """End the referral; open inquiries are withdrawn first, one by one or all."""
    referral = _locked(referral, by, version)
    must(reason in Close.values, _("Bitte wählen Sie einen Grund aus der Liste."), "reason")
    must_stand(
        not Inquiry.objects.filter(referral=referral, state__in=OPEN).exists(),
        _("Es gibt noch offene Anfragen. Bitte ziehen Sie diese zuerst zurück."),
    )
    if reason == Close.HANDED_TO_SPDI:
        _check_spdi(referral, release, legal_basis)
        referral.seal(closing_note=legal_basis.strip())
        referral.save(update_fields=["closing_note"])
    return close_locked(referral, reason=Close(reason), by=by)


def _take_up_again(stay: Stay | None) -> None:
    """A stay with an open referral is not settled; held, so that nobody settles it meanwhile."""
    row = Stay.objects.select_for_update().get(pk=stay.pk) if stay else None
    if row is not None and row.settled_at is not None:
        row.settled_at, row.settled_reason = None, ""
        row.save(update_fields=["settled_at", "settled_reason"])


def _check_spdi(referral: Referral, release: Release | None, legal_basis: str) -> None:
    """Under a release naming the service, or on a recorded legal basis."""
    now = clock.now()
    named = (
        release is not None
        and release.client_id == referral.client_id
        and release.is_valid_at(now)
        and Service.objects.filter(
            type=Service.Type.SPDI, facility__in=release.parties.values("facility")
        ).exists()
    )
    must(
        named or legal_basis.strip(),
        _(
            "Für die Übergabe an den Sozialpsychiatrischen Dienst braucht es eine Entbindung, "
            "die ihn nennt, oder eine festgehaltene Rechtsgrundlage."
        ),
        "legal_basis",
    )


def _check_basis(client: Client, stay: Stay | None, basis: Consent | None) -> None:
    if basis is None:
        return
    must(basis.client_id == client.pk, _("Die Einwilligung passt nicht."), "basis")
    must(basis.is_valid, _("Die Einwilligung ist widerrufen."), "basis")
    fits = basis.kind == Basis.SEARCH or (stay is not None and basis.stay_id == stay.pk)
    must(fits, _("Die Einwilligung gehört zu einem anderen Aufenthalt."), "basis")


def _locked(referral: Referral, by: Actor, version: int | None) -> Referral:
    row = locked_referral(referral)
    must_own(row.sender_facility_id, by)
    versions.check(row, version)
    must_stand(row.closed_at is None, _("Die Überleitung ist geschlossen."))
    return row


def _saved(referral: Referral, deed: str, by: Actor) -> Referral:
    referral.version += 1
    referral.save()
    audit.record(by=by, deed=deed, obj=referral, case=referral.pk)
    return referral
