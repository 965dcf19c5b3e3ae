"""Who the person is: created, corrected, and what happens when they die."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import audit, clock, versions
from core.actor import Actor
from core.models import DataKey
from network.models import Area
from referrals.engine.endings import close_locked, end_all, settle_after_death
from referrals.engine.own import must_own, own_facility
from referrals.engine.steps import locked_client, locked_referral
from referrals.engine.wants import must, not_in_future, written
from referrals.models import Client, Referral
from referrals.reasons import Close, Withdraw
from referrals.vocabulary import FULL_AGE, age_on

OLDEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What is known about a person, in plain text, on its way to being sealed."""

    last_name: str
    first_name: str
    birth_date: date
    phone: str = ""
    address: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_tasks: str = ""
    wishes: str = ""


@transaction.atomic
def create_client(*, identity: Identity, area: Area | None = None, by: Actor) -> Client:
    """Keep a person of the acting facility, sealed with a key of their own."""
    facility = own_facility(by)
    _check(identity)
    client = Client(owner_facility_id=facility, data_key=DataKey.objects.create_new(), area=area)
    client.seal(**_texts(identity))
    client.save()
    audit.record(by=by, deed="client.created", obj=client, case=client.pk)
    return client


@transaction.atomic
def change_client(
    *,
    client: Client,
    identity: Identity,
    area: Area | None = None,
    by: Actor,
    version: int | None = None,
) -> Client:
    """Correct what is known about a person of the acting facility."""
    client = locked_client(client)
    must_own(client.owner_facility_id, by)
    versions.check(client, version)
    _check(identity)
    client.seal(**_texts(identity))
    client.area = area
    client.version += 1
    client.save()
    audit.record(by=by, deed="client.changed", obj=client, case=client.pk)
    return client


@transaction.atomic
def record_death(*, client: Client, died_on: date, by: Actor) -> Client:
    """One step that ends everything open; secrecy goes on (section 203 (5) StGB).

    Nobody is told by mail; a confirmed worker is asked to telephone by the worklist.
    """
    client = locked_client(client)
    must_own(client.owner_facility_id, by)
    not_in_future(died_on, "died_on")
    client.died_on = died_on
    client.version += 1
    client.save(update_fields=["died_on", "version"])
    audit.record(by=by, deed="client.died", obj=client, case=client.pk)
    for referral in _open_referrals(client):
        end_all(referral, reason=Withdraw.DIED, by=by)
        close_locked(referral, reason=Close.DIED, by=by)
    settle_after_death(client)
    return client


def _open_referrals(client: Client) -> list[Referral]:
    rows = Referral.objects.filter(client=client, closed_at=None).order_by("pk")
    return [locked_referral(row) for row in rows]


def _texts(identity: Identity) -> dict[str, str]:
    texts = asdict(identity)
    return {**texts, "birth_date": identity.birth_date.isoformat()}


def _check(identity: Identity) -> None:
    written(identity.last_name, "last_name")
    written(identity.first_name, "first_name")
    not_in_future(identity.birth_date, "birth_date")
    age = age_on(clock.today(), identity.birth_date)
    must(age <= OLDEST, _("Bitte prüfen Sie das Geburtsdatum."), "birth_date")
    must(
        age >= FULL_AGE,
        _(
            "Das Portal vermittelt in dieser Fassung nur Erwachsene. Bitte wenden Sie sich für "
            "Personen unter 18 Jahren an die Kinder- und Jugendpsychiatrie oder das Jugendamt."
        ),
        "birth_date",
    )
