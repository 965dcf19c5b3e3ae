"""The same region on somebody's real list: the demo's facilities take over fitting entries."""

from pathlib import Path

from core.actor import SCHEDULER
from gpv_portal.demo_region.directory import Directory
from gpv_portal.demo_region.tables.offer import Offer
from gpv_portal.demo_region.tables.services import OFFERS
from network.importing.run import import_directory
from network.importing.table import read_table
from network.models import Facility, Service


def import_services(made: Directory, file: Path) -> None:
    """Bring ``file`` in and give each offer of the story one of its entries.

    Raises NotATable with a sentence when the file holds no table.
    """
    table = read_table(file.read_bytes())
    import_directory(table=table, region=made.region, source=file.stem[:120], by=SCHEDULER)
    free = list(Service.objects.filter(region=made.region).order_by("name", "id"))
    for offer in sorted(OFFERS, key=lambda each: not each.takes):
        if free:
            service = free.pop(_best(offer, free))
            _take_over(service, offer, made.houses.get(offer.house))
            made.services[offer.key] = service


def _best(offer: Offer, free: list[Service]) -> int:
    """The place of the first entry of the same type, else of a Beratungsstelle, else of the first.

    A list without Betreutes Wohnen must not let a shelter or an emergency ward play its part.
    """
    types = [service.type for service in free]
    fitting = (types.index(kind) for kind in (offer.type, Service.Type.CONTACT) if kind in types)
    return next(fitting, 0)


def _take_over(service: Service, offer: Offer, house: Facility | None) -> None:
    service.facility, service.takes_requests = house, offer.takes
    service.save(update_fields=["facility", "takes_requests"])
