"""A facility for a service that nobody has claimed, so that it can be asked and released to."""

from django.db import transaction

from core import audit
from core.actor import Actor
from network.models import Facility, Organisation, Service


@transaction.atomic
def facility_of(*, service: Service, by: Actor) -> Facility:
    """The facility behind ``service``; made from its entry, without members, where none is."""
    rows = Service.objects.select_for_update(of=("self",)).select_related("facility")
    row = rows.get(pk=service.pk)
    if row.facility is not None:
        return row.facility
    name = (row.provider_name or row.name)[:200]
    organisation, _created = Organisation.objects.get_or_create(region_id=row.region_id, name=name)
    facility = Facility.objects.create(
        organisation=organisation, kind=Facility.Kind.PROVIDER, name=row.name[:200]
    )
    row.facility = service.facility = facility
    row.save(update_fields=["facility"])
    audit.record(by=by, deed="facility.made_for_service", obj=facility)
    return facility
