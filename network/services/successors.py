"""Two entries become one: what was chosen lives on, the other leads there, both keys are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import audit
from core.actor import Actor
from core.errors import Refused
from network.models import DistinctPair, OpeningSpan, Phone, ResponsibilityRule, Service
from network.search.index import index

_MAX_REASON = 300


@dataclass(frozen=True)
class Part:
    """Fields that are chosen together, because half of one and half of the other is nothing."""

    name: str
    fields: tuple[str, ...]


PARTS = (
    Part("name", ("name",)),
    Part("type", ("type",)),
    Part("provider_name", ("provider_name",)),
    Part("description", ("description",)),
    Part("target_groups", ("target_groups", "age_from", "age_to")),
    Part("access", ("access",)),
    Part("conditions", ("conditions",)),
    Part("catchment", ("catchment",)),
    Part("languages", ("languages",)),
    Part(
        "address",
        ("street", "postcode", "town", "district", "latitude", "longitude", "address_public"),
    ),
    Part("phones", ("phone_text",)),
    Part("fax", ("fax",)),
    Part("email", ("email",)),
    Part("website", ("website",)),
    Part("hours", ("hours_text",)),
    Part("internal_remark", ("internal_remark",)),
)


@transaction.atomic
def merge_entries(
    *, keep: Service, gone: Service, chosen: Mapping[str, Service], by: Actor
) -> Service:
    """``keep`` says from now on what ``chosen`` names, part by part; ``gone`` leads to it.

    Refused where a facility keeps ``gone``, or where one of both has been merged already. An entry
    that a facility keeps stays as it is. Inquiries go on pointing to ``gone``, which remains.
    """
    keep, gone = _locked(keep, gone, by)
    kept = set(Service.objects.filter(pk__in=[keep.pk, gone.pk]).kept())
    if gone in kept:
        raise Refused(
            _("Die Einrichtung pflegt „%s“ selbst. Behalten Sie diesen Eintrag.") % gone.name
        )
    if keep not in kept:
        _take_over(keep, gone, chosen)
    _inherit(keep, gone)
    gone.merged_into, gone.state, gone.needs_look = keep, Service.State.INACTIVE, ""
    gone.save()
    index([keep, gone])
    audit.record(by=by, deed="entry.merged", obj=keep, detail=str(gone.pk))
    audit.record(by=by, deed="entry.merged_away", obj=gone, detail=str(keep.pk))
    return keep


def _locked(keep: Service, gone: Service, by: Actor) -> tuple[Service, Service]:
    rows = Service.objects.select_for_update().filter(pk__in=[keep.pk, gone.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    allowed = set(Service.objects.reviewed_by(by).filter(pk__in=found).values_list("pk"))
    if len(found) != 2 or len(allowed) != 2:
        raise PermissionDenied
    if any(row.merged_into_id for row in found.values()):
        raise Refused(_("Einer der beiden Einträge ist schon zusammengeführt."))
    return found[keep.pk], found[gone.pk]


def _take_over(keep: Service, gone: Service, chosen: Mapping[str, Service]) -> None:
    for part in PARTS:
        if chosen.get(part.name) != gone:
            continue
        for name in part.fields:
            setattr(keep, name, getattr(gone, name))
        if part.name == "phones":
            _copy(Phone, keep, gone)
        if part.name == "hours":
            _copy(OpeningSpan, keep, gone)


def _inherit(keep: Service, gone: Service) -> None:
    """What hangs on an entry whatever it says: facility, areas, rules, and what led to it."""
    if not keep.facility_id and gone.facility_id:
        keep.facility_id, keep.takes_requests = gone.facility_id, gone.takes_requests
    keep.save()
    keep.areas.add(*gone.areas.all())
    ResponsibilityRule.objects.filter(service=gone).update(service=keep)
    Service.objects.filter(merged_into=gone).update(merged_into=keep)


def _copy(model: type[Any], keep: Service, gone: Service) -> None:
    """The numbers or the times of ``gone`` instead of those of ``keep``."""
    model.objects.filter(service=keep).delete()
    names = [f.name for f in model._meta.concrete_fields if f.name not in {"id", "created_at"}]
    model.objects.bulk_create(
        model(**{name: getattr(row, name) for name in names} | {"service": keep})
        for row in model.objects.filter(service=gone)
    )


@transaction.atomic
def tell_apart(*, one: Service, other: Service, by: Actor) -> None:
    """Remember that both are different; they are not shown side by side again."""
    pair = sorted((one, other), key=lambda each: str(each.pk))
    allowed = Service.objects.reviewed_by(by).filter(pk__in=[each.pk for each in pair])
    if allowed.count() != 2:
        raise PermissionDenied
    row, made = DistinctPair.objects.get_or_create(first=pair[0], second=pair[1])
    if made:
        audit.record(by=by, deed="entry.told_apart", obj=row)


def note_change(*, service: Service, cells: Mapping[str, str], by: Actor) -> None:
    """The row of a merged entry has changed: keep it, and ask to look at the one that lives on."""
    service.source_row = dict(cells)
    service.save(update_fields=["source_row"])
    heir = service.merged_into
    if heir:
        text = _("„%s“ hat sich in der Quelle geändert") % service.name
        heir.needs_look = "; ".join(filter(None, [heir.needs_look, text]))[:_MAX_REASON]
        heir.save(update_fields=["needs_look"])
    audit.record(by=by, deed="entry.source_changed", obj=heir or service)
