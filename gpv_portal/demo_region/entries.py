"""The invented offers as directory entries."""

import datetime as dt
from typing import Any

from core import clock
from core.actor import NOBODY, SCHEDULER
from gpv_portal.demo_region.tables.lives import HINTS, LIVES, MORE, More
from gpv_portal.demo_region.tables.offer import Offer
from gpv_portal.demo_region.tables.places import POINTS, POSTCODES, TOWNS
from gpv_portal.demo_region.tables.services import OFFERS
from network.importing.hours import read_hours
from network.importing.phones import read_phones
from network.models import Area, Facility, Region, Service
from network.search.index import index
from network.services.entries import Content, Number, create_entry
from network.services.suggestions import suggest


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
    _leave_hints(made)
    return made


def _leave_hints(made: dict[str, Service]) -> None:
    for hint in HINTS:
        with clock.at(clock.now() - dt.timedelta(days=hint.days)):
            suggest(service=made[hint.offer], text=hint.text, contact=hint.contact, by=NOBODY)


def _content(offer: Offer, houses: dict[str, Facility]) -> Content:
    house = houses.get(offer.house)
    return Content(
        values={
            **_words(offer),
            **_ticks(offer),
            **_place(offer),
            **_further(MORE.get(offer.key, More())),
            **_life(LIVES.get(offer.key, {})),
            "facility": house,
            "provider_name": offer.provider or (house.organisation.name if house else ""),
            "email": f"{offer.mailbox}@example.org" if offer.mailbox else _email(house),
            "capacity": offer.capacity,
            "capacity_at": _moments_ago(offer.counted),
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
    more = MORE.get(offer.key, More())
    known = dict.fromkeys(f"{offer.yes} {more.yes}".split(), True)
    return {**known, **dict.fromkeys(f"{offer.no} {more.no}".split(), False)}


def _further(more: More) -> dict[str, Any]:
    said = {
        "answers": more.answers,
        "cost": more.cost,
        "age_from": more.age[0],
        "age_to": more.age[1],
        "plain_text": more.plain,
        "easy_text": more.easy,
        "beds": more.beds,
        "last_admission": dt.time.fromisoformat(more.last_admission or "00:00"),
    }
    if not more.last_admission:
        del said["last_admission"]
    return {**said, "bring_along": more.bring_along} if more.bring_along else said


def _life(life: dict[str, Any]) -> dict[str, Any]:
    start, end = life.get("closed", (None, None))
    return {
        "state": life.get("state", Service.State.PUBLISHED),
        "closed_from": _days_ago(None if start is None else -start),
        "closed_until": _days_ago(None if end is None else -end),
    }


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


def _moments_ago(days: int | None) -> dt.datetime | None:
    """Today means an hour ago, so that it is past at any time of the day."""
    return None if days is None else clock.now() - dt.timedelta(days=days, hours=1)


def _days_ago(days: int | None) -> dt.date | None:
    return None if days is None else clock.today() - dt.timedelta(days=days)
