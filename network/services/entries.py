"""Writing directory entries; the only place that does, so that the index always follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import audit, clock, tokens
from core.actor import Actor
from core.errors import Refused, StepRefused
from network.models import Facility, OpeningSpan, Phone, Region, Service
from network.opening import Span
from network.search.index import index
from network.services.slugs import slug_of

_MAX_SLUG = 150
ENTRY_LINK = "entry"
"""The purpose of a link that confirms an entry without signing in."""


@dataclass(frozen=True)
class Number:
    """A telephone number as it is shown and as it is dialled."""

    raw: str
    dial: str = ""
    note: str = ""


@dataclass(frozen=True)
class Content:
    """All that an entry says: plain fields by name, numbers in order, certain hours."""

    values: Mapping[str, Any]
    phones: Sequence[Number] = ()
    spans: Sequence[Span] = ()


@transaction.atomic
def create_entry(*, region: Region, content: Content, by: Actor, indexed: bool = True) -> Service:
    """A new entry of ``region`` with an address of its own.

    Who writes many at once passes ``indexed=False`` and calls ``index`` once for all.
    """
    service = Service(region=region, **content.values)
    if "address_public" not in content.values:
        service.address_public = service.type != Service.Type.WOMENS_SHELTER
    service.slug = _free_slug(service.name)
    service.save()
    _write(service, content, indexed=indexed)
    audit.record(by=by, deed="entry.created", obj=service)
    return service


@transaction.atomic
def add_entry(*, content: Content, by: Actor) -> Service:
    """A new entry of the facility ``by`` acts for; it begins as a draft."""
    if by.facility is None or not by.holds("manage_facility"):
        raise PermissionDenied
    facility = Facility.objects.select_related("organisation__region").get(pk=by.facility)
    provider = {
        "provider_name": facility.organisation.name,
        "facility": facility,
        "state": Service.State.DRAFT,
    }
    whole = Content({**content.values, **provider}, content.phones, content.spans)
    return create_entry(region=facility.organisation.region, content=whole, by=by)


@transaction.atomic
def change_entry(*, service: Service, content: Content, by: Actor) -> Service:
    """Replace what the entry says, as somebody who answers for it; its address stays."""
    row = _replace(_kept(service, by), content, by=by, indexed=True)
    tokens.withdraw(purpose=ENTRY_LINK, object_id=row.pk)
    return row


@transaction.atomic
def renew_entry(*, service: Service, content: Content, by: Actor, indexed: bool = True) -> Service:
    """Replace what an entry says by what its source says now; nobody but an import does.

    Refused for an entry that a facility keeps.
    """
    service = Service.objects.select_for_update().get(pk=service.pk)
    if not Service.objects.unkept().filter(pk=service.pk).exists():
        raise Refused(_("Die Einrichtung pflegt den Eintrag selbst, er bleibt, wie er ist."))
    return _replace(service, content, by=by, indexed=indexed)


def _kept(service: Service, by: Actor) -> Service:
    """The entry, locked; refused to whoever does not answer for it."""
    row = Service.objects.select_for_update().get(pk=service.pk)
    if not Service.objects.kept_by(by).filter(pk=row.pk).exists():
        raise PermissionDenied
    return row


def _replace(service: Service, content: Content, *, by: Actor, indexed: bool) -> Service:
    for name, value in content.values.items():
        setattr(service, name, value)
    service.save()
    service.phones.all().delete()
    service.opening_spans.all().delete()
    _write(service, content, indexed=indexed)
    audit.record(by=by, deed="entry.changed", obj=service)
    return service


@transaction.atomic
def confirm_entry(*, service: Service, by: Actor) -> Service:
    """Somebody answerable says that everything in the entry is right today."""
    service = _kept(service, by)
    if service.state == Service.State.INACTIVE:
        raise StepRefused(
            _("Dieses Angebot gibt es laut Eintrag nicht mehr. Bieten Sie es zuerst wieder an.")
        )
    service.verified_on = clock.today()
    service.needs_look = ""
    service.save(update_fields=["verified_on", "needs_look"])
    audit.record(by=by, deed="entry.confirmed", obj=service)
    tokens.withdraw(purpose=ENTRY_LINK, object_id=service.pk)
    return service


@transaction.atomic
def hear_from_answer(
    *, service: Service, still_true: bool | None, capacity: str | None, by: Actor
) -> None:
    """Take what a team says of its entry while it answers an inquiry; None says nothing.

    Whoever does not work at the service's facility is not heard, and never refused: the answer
    to the inquiry must not fail because of it.
    """
    row = Service.objects.select_for_update().get(pk=service.pk)
    if by.facility is None or row.facility_id != by.facility or not by.holds("receive_referral"):
        return
    if capacity is not None and capacity in Service.Capacity.values:
        row.capacity, row.capacity_at = capacity, clock.now() if capacity else None
        audit.record(by=by, deed="entry.capacity", obj=row)
    if still_true:
        row.verified_on = clock.today()
        audit.record(by=by, deed="entry.confirmed", obj=row)
        tokens.withdraw(purpose=ENTRY_LINK, object_id=row.pk)
    row.save(update_fields=["capacity", "capacity_at", "verified_on"])
    if still_true is False:
        text = _("Beim Beantworten einer Anfrage hieß es: Der Eintrag stimmt nicht mehr.")
        row.suggestions.get_or_create(state="open", text=text)


def _free_slug(name: str) -> str:
    """An address for ``name`` that no other entry has."""
    wanted = slug_of(name)[:_MAX_SLUG].strip("-") or "angebot"
    if not Service.objects.filter(slug=wanted).exists():
        return wanted
    return f"{wanted[: _MAX_SLUG - 9]}-{uuid4().hex[:8]}"


def _write(service: Service, content: Content, *, indexed: bool) -> None:
    Phone.objects.bulk_create(_phones(service, content.phones))
    OpeningSpan.objects.bulk_create(_rows(service, content.spans))
    if indexed:
        index([service])


def _phones(service: Service, numbers: Iterable[Number]) -> Iterable[Phone]:
    for position, each in enumerate(numbers):
        yield Phone(
            service=service,
            raw=each.raw[:120],
            dial=each.dial[:40],
            note=each.note[:120],
            position=position,
        )


def _rows(service: Service, spans: Iterable[Span]) -> Iterable[OpeningSpan]:
    for span in spans:
        for weekday in sorted(span.days):
            yield OpeningSpan(
                service=service, weekday=weekday, opens=span.opens, closes=span.closes
            )
