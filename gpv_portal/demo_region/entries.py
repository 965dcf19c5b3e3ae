"""The invented offers as directory entries."""

import datetime as dt
from typing import Any

from core import clock
from core.actor import SCHEDULER
from gpv_portal.demo_region.tables.offer import Offer
from gpv_portal.demo_region.tables.places import POINTS, POSTCODES, TOWNS
from gpv_portal.demo_region.tables.services import OFFERS
from network.importing.hours import read_hours
from network.importing.phones import read_phones
from network.models import Area, Facility, Region, Service
from network.search.index import index
from network.services.entries import Content, Number, create_entry


def write_offers(
    region: Region, houses: dict[str, Facility], areas: dict[str, Area]
) -> dict[str, Service]:
    """Every offer as an entry with phones, certain hours and areas, searchable at once."""
    made = {}
    for offer in OFFERS:
        service = create_entry(
            region=region, content=_content(offer, houses), by=SCHEDULER, indexed=False
        )
        service.areas.set([areas[key] for key in offer.areas])
        made[offer.key] = service
    index(made.values())
    return made


def _content(offer: Offer, houses: dict[str, Facility]) -> Content:
    house = houses.get(offer.house)
    return Content(
        values={
            **_words(offer),
            **_ticks(offer),
            **_place(offer),
            "facility": house,
            "provider_name": offer.provider or (house.organisation.name if house else ""),
            "email": f"{offer.mailbox}@example.org" if offer.mailbox else _email(house),
            "capacity": offer.capacity,
            "capacity_on": _days_ago(offer.counted),
            "verified_on": _days_ago(offer.verified),
            "takes_requests": offer.takes,
            "in_crisis_view": offer.crisis,
            "source": "Vorführung",
            "source_id": offer.key,
        },
        phones=[
            Number(each.shown, each.dial, each.note) for each in read_phones(offer.phone).numbers
        ],
        spans=read_hours(offer.hours).spans,
    )


def _words(offer: Offer) -> dict[str, Any]:
    return {
        "type": offer.type,
        "name": offer.name,
        "description": offer.description,
        "internal_remark": offer.internal,
        "target_groups": offer.target_groups,
        "access": offer.access,
        "bring_along": offer.bring_along,
        "languages": offer.languages,
        "conditions": offer.conditions,
        "phone_text": offer.phone,
        "hours_text": offer.hours,
    }


def _ticks(offer: Offer) -> dict[str, bool]:
    known = dict.fromkeys(offer.yes.split(), True)
    return {**known, **dict.fromkeys(offer.no.split(), False)}


def _place(offer: Offer) -> dict[str, Any]:
    if not offer.address_public:
        return {"address_public": False, "district": "Kreis Auental"}
    postcode, quarter = POSTCODES[offer.quarter]
    latitude, longitude = POINTS[offer.quarter]
    return {
        "latitude": latitude,
        "longitude": longitude,
        "street": offer.street,
        "postcode": postcode,
        "town": TOWNS[offer.quarter],
        "district": quarter,
    }


def _email(house: Facility | None) -> str:
    return house.email if house else ""


def _days_ago(days: int | None) -> dt.date | None:
    return None if days is None else clock.today() - dt.timedelta(days=days)
