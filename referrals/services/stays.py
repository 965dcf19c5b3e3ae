"""Admission, planned and actual discharge, and what hangs on these days."""

from __future__ import annotations

from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import audit, clock, versions
from core.actor import Actor
from network.models import Unit
from referrals.deadlines import contact_due
from referrals.engine import clocks
from referrals.engine.own import must_own
from referrals.engine.steps import locked_client, locked_inquiries, locked_referral
from referrals.engine.wants import must, must_stand, not_in_future
from referrals.models import Client, Inquiry, Referral, Stay
from referrals.reasons import Close
from referrals.services.clients import record_death
from referrals.vocabulary import DischargeKind
from referrals.workflow import BEFORE_ARRIVAL, State

__all__ = [
    "cancel_discharge",
    "log_stay",
    "plan_discharge",
    "record_discharge",
    "reopen_stay",
    "settle_stay",
]


@transaction.atomic
def log_stay(
    *,
    client: Client,
    admitted_on: date,
    by: Actor,
    unit: Unit | None = None,
    planned_discharge_on: date | None = None,
    planned_discharge_time: time | None = None,
) -> Stay:
    """Note that a person of the acting facility was admitted, and when they may leave."""
    must_own(client.owner_facility_id, by)
    _check_days(admitted_on, planned_discharge_on)
    _check_unit(unit, by)
    stay = Stay.objects.create(
        client=client,
        owner_facility_id=client.owner_facility_id,
        unit=unit,
        admitted_on=admitted_on,
        planned_discharge_on=planned_discharge_on,
        planned_discharge_time=planned_discharge_time,
    )
    audit.record(by=by, deed="stay.logged", obj=stay)
    return stay


@transaction.atomic
def plan_discharge(
    *,
    stay: Stay,
    planned_discharge_on: date,
    by: Actor,
    planned_discharge_time: time | None = None,
    version: int | None = None,
) -> Stay:
    """Set or move the planned day; every clock that hangs on it is computed anew."""
    stay, referrals = _locked(stay, by, version)
    must_stand(stay.discharged_on is None, _("Die Entlassung ist schon eingetragen."))
    _check_days(stay.admitted_on, planned_discharge_on)
    was_stopped = stay.discharge_cancelled_at is not None
    stay.planned_discharge_on = planned_discharge_on
    stay.planned_discharge_time = planned_discharge_time
    stay.discharge_cancelled_at = None
    _save(stay, "stay.discharge_planned", by)
    _recompute(stay, referrals, all_states=was_stopped)
    return stay


@transaction.atomic
def cancel_discharge(*, stay: Stay, by: Actor, version: int | None = None) -> Stay:
    """The discharge is called off: no clock runs until a new day is set."""
    stay, referrals = _locked(stay, by, version)
    must_stand(stay.discharged_on is None, _("Die Entlassung ist schon eingetragen."))
    stay.planned_discharge_on, stay.planned_discharge_time = None, None
    stay.discharge_cancelled_at = clock.now()
    _save(stay, "stay.discharge_cancelled", by)
    _recompute(stay, referrals, all_states=True)
    return stay


@transaction.atomic
def record_discharge(
    *,
    stay: Stay,
    discharged_on: date,
    kind: str = DischargeKind.REGULAR,
    by: Actor,
    version: int | None = None,
) -> Stay:
    """Enter the actual day; from it the first contact is due. A death ends all that is open."""
    died = locked_client(stay.client) if kind == DischargeKind.DIED else None
    stay, referrals = _locked(stay, by, version)
    must_stand(stay.discharged_on is None, _("Die Entlassung ist schon eingetragen."))
    not_in_future(discharged_on, "discharged_on")
    must(
        discharged_on >= stay.admitted_on,
        _("Die Entlassung kann nicht vor der Aufnahme liegen."),
        "discharged_on",
    )
    must(kind in DischargeKind.values, _("Bitte wählen Sie die Art der Entlassung."), "kind")
    was_stopped = stay.discharge_cancelled_at is not None
    stay.discharged_on, stay.discharge_kind = discharged_on, kind
    stay.discharge_cancelled_at = None
    risk = any(referral.risk_recorded for referral in referrals)
    stay.contact_due_at = contact_due(discharged_on, risk=risk)
    _save(stay, "stay.discharged", by)
    _recompute(stay, referrals, all_states=was_stopped)
    if died is not None and died.died_on is None:
        record_death(client=died, died_on=discharged_on, by=by)
    return stay


@transaction.atomic
def reopen_stay(*, stay: Stay, by: Actor, version: int | None = None) -> Stay:
    """Readmitted before the first contact: the same stay goes on, a confirmed place is kept."""
    stay, referrals = _locked(stay, by, version)
    must_stand(stay.discharged_on is not None, _("Die Person ist nicht entlassen."))
    arrived = Inquiry.objects.filter(
        referral__stay=stay, state__in=[State.ARRIVED, State.COMPLETED]
    )
    must_stand(
        not arrived.exists(),
        _("Die Person ist schon angekommen. Bitte legen Sie einen neuen Aufenthalt an."),
    )
    stay.discharged_on, stay.discharge_kind, stay.contact_due_at = None, "", None
    stay.settled_at, stay.settled_reason = None, ""
    _save(stay, "stay.reopened", by)
    _recompute(stay, referrals, all_states=False)
    return stay


@transaction.atomic
def settle_stay(*, stay: Stay, reason: str, by: Actor, version: int | None = None) -> Stay:
    """Say why nobody is needed after a stay that no referral came of."""
    stay, referrals = _locked(stay, by, version)
    must(reason in Close.values, _("Bitte wählen Sie einen Grund aus der Liste."), "reason")
    must_stand(stay.discharged_on is not None, _("Die Person ist noch nicht entlassen."))
    must_stand(
        all(referral.closed_at for referral in referrals),
        _("Es gibt noch eine offene Überleitung. Bitte beenden Sie diese."),
    )
    stay.settled_at, stay.settled_reason = clock.now(), reason
    _save(stay, "stay.settled", by)
    return stay


def _locked(stay: Stay, by: Actor, version: int | None) -> tuple[Stay, list[Referral]]:
    """The stay and its referrals, held; referrals before the stay's own row is changed."""
    referrals = [locked_referral(row) for row in Referral.objects.filter(stay=stay).order_by("pk")]
    row = Stay.objects.select_for_update().get(pk=stay.pk)
    must_own(row.owner_facility_id, by)
    versions.check(row, version)
    return row, referrals


def _save(stay: Stay, deed: str, by: Actor) -> None:
    stay.version += 1
    stay.save()
    audit.record(by=by, deed=deed, obj=stay)


def _recompute(stay: Stay, referrals: list[Referral], *, all_states: bool) -> None:
    for referral in referrals:
        referral.stay = stay
        for inquiry in locked_inquiries(referral):
            moved = BEFORE_ARRIVAL if all_states else {State.CONFIRMED}
            if inquiry.state in moved and inquiry.sent_at is not None:
                clocks.start(inquiry)
                inquiry.save()


def _check_days(admitted_on: date, planned_on: date | None) -> None:
    not_in_future(admitted_on, "admitted_on")
    must(
        planned_on is None or planned_on >= admitted_on,
        _("Die Entlassung kann nicht vor der Aufnahme liegen."),
        "planned_discharge_on",
    )


def _check_unit(unit: Unit | None, by: Actor) -> None:
    must(
        unit is None or unit.facility_id == by.facility,
        _("Diese Station gehört nicht zu Ihrer Einrichtung."),
        "unit",
    )
