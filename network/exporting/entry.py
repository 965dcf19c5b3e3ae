"""One published entry as the world may have it: places, names and remarks are decided here."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse

from network.exporting.discretion import impersonal, without_place
from network.models import Region, Service
from network.models.publication import FACTS, row_of, rows_to_export

TEXTS = (
    "description",
    "plain_text",
    "easy_text",
    "target_groups",
    "access",
    "bring_along",
    "conditions",
    "hours_text",
)


@dataclass(frozen=True)
class Provider:
    """Who offers it (Träger)."""

    id: UUID
    name: str
    website: str


@dataclass(frozen=True)
class Place:
    """Where it is; of a protected one only the Kreis is filled in."""

    id: UUID
    kreis: str
    land: str
    protected: bool
    street: str = ""
    postcode: str = ""
    town: str = ""
    district: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Number:
    """One telephone number: as written, and as one dials it."""

    id: UUID
    shown: str
    dial: str
    note: str


@dataclass(frozen=True)
class Times:
    """Open on ``weekday`` (0 Monday to 6, 7 a public holiday); may end on the next day."""

    weekday: int
    opens: dt.time
    closes: dt.time

    @property
    def overnight(self) -> bool:
        """Whether it ends on the day after, midnight included."""
        return self.closes <= self.opens


@dataclass(frozen=True)
class Entry:
    """Everything an export may say, and nothing else."""

    id: UUID
    url: str
    type: Service.Type
    name: str
    provider: Provider
    place: Place
    texts: dict[str, str]
    facts: dict[str, bool]
    ages: tuple[int | None, int | None]
    cost: Service.Cost
    languages: str
    numbers: list[Number]
    unread_phone: str
    fax: str
    email: str
    website: str
    times: list[Times]
    areas: list[str]
    postcodes: list[str]
    catchment: str
    closed: tuple[dt.date | None, dt.date | None]
    verified_on: dt.date | None


def entries_of(region: Region | None) -> Iterator[Entry]:
    """The published directory of ``region`` in a lasting order, a few hundred rows at a time."""
    return map(_entry, rows_to_export(region))


def entry_of(service: Service) -> Entry:
    """One entry, read with its region, organisation, numbers and hours; without its areas."""
    return _entry(row_of(service))


def _entry(row: dict[str, Any]) -> Entry:
    hidden = not row["address_public"]
    texts = {name: impersonal(row[name]) for name in TEXTS}
    if hidden:
        texts = {name: without_place(text, row) for name, text in texts.items()}
    return Entry(
        id=row["id"],
        url=settings.GPV_SITE_ADDRESS + reverse("network:service", args=[row["slug"]]),
        type=Service.Type(row["type"]),
        name=row["name"],
        provider=_provider(row),
        place=_place(row),
        texts=texts,
        facts={name: row[name] for name in FACTS if row[name] is not None},
        ages=(row["age_from"], row["age_to"]),
        cost=Service.Cost(row["cost"]),
        languages=row["languages"],
        numbers=[_number(each) for each in row["numbers"]],
        unread_phone="" if row["numbers"] else impersonal(row["phone_text"]),
        fax=impersonal(row["fax"]),
        email=row["email"],
        website=row["website"],
        times=[_times(each) for each in row["spans"]],
        areas=[] if hidden else [each["name"] for each in row["covers"]],
        postcodes=[] if hidden else _postcodes(row["covers"]),
        catchment="" if hidden else impersonal(row["catchment"]),
        closed=(row["closed_from"], row["closed_until"]),
        verified_on=row["verified_on"],
    )


def _provider(row: dict[str, Any]) -> Provider:
    """The body behind the entry; one that is known by name alone has an id made of the name."""
    if row["facility__organisation_id"]:
        return Provider(
            row["facility__organisation_id"],
            row["facility__organisation__name"],
            row["facility__organisation__website"],
        )
    name = row["provider_name"] or row["name"]
    return Provider(uuid5(row["region_id"], name.casefold()), name, "")


def _place(row: dict[str, Any]) -> Place:
    known = {"id": uuid5(row["id"], "location"), "kreis": row["region__name"]}
    known["land"] = row["region__land"]
    if not row["address_public"]:
        return Place(**known, protected=True)
    names = ("street", "postcode", "town", "district", "latitude", "longitude")
    return Place(**known, protected=False, **{name: row[name] for name in names})


def _number(stored: dict[str, str]) -> Number:
    shown = stored["raw"] if impersonal(stored["raw"]) == stored["raw"] else stored["dial"]
    return Number(UUID(stored["id"]), shown, stored["dial"], impersonal(stored["note"]))


def _times(stored: dict[str, Any]) -> Times:
    opens, closes = (dt.time.fromisoformat(stored[name]) for name in ("opens", "closes"))
    return Times(stored["weekday"], opens, closes)


def _postcodes(areas: list[dict[str, Any]]) -> list[str]:
    return sorted({code for area in areas for code in area["postcodes"]})
