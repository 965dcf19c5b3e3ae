"""A region whose entries hold everything that an export must not say, and what each export says."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import re
import zipfile
from typing import Any

from django.test import Client

from network.models import OpeningSpan, Phone, Service
from tests.factories import AreaFactory, ContactFactory, RegionFactory, ServiceFactory

EXPORTS = ("hsds.json", "fhir.json", "liste.csv", "liste.xlsx")

SECRETS = (
    "Klingeln bei Nachtwache",  # internal remark
    "Doppelt mit Zeile",  # reason to look at it
    "Erika",  # a contact of the region, and the person in a text
    "Mustermann",
    "Quellzeile",  # what the list said that it came from
    "L-4711",
    "Zufluchtweg",  # the street of the shelter
    "04999",  # its postcode
    "Schutzhausen",  # its town
    "Geheimviertel",  # its part of town
    "51.98765",  # its coordinates
    "12.34567",
    "Entwurfsangebot",  # a draft
)


def region_with_secrets() -> Any:
    """Three entries: an ordinary one, a shelter and a draft."""
    region = RegionFactory()
    _ordinary(region)
    _shelter(region)
    ServiceFactory(region=region, name="Entwurfsangebot", state=Service.State.DRAFT)
    ContactFactory(person="Erika Mustermann", facility__organisation__region=region)
    return region


def _ordinary(region: Any) -> None:
    service = ServiceFactory(
        region=region,
        slug="tagesstaette",
        name="=HYPERLINK Tagesstätte; „Süd“",
        type=Service.Type.DAY_CENTRE,
        description="Ein Ort zum Ankommen.\nFragen beantwortet Frau Erika Mustermann gern.",
        internal_remark="Klingeln bei Nachtwache",
        needs_look="Doppelt mit Zeile 12",
        answers="Erika Mustermann",
        source="Quellzeile",
        source_id="L-4711",
        source_row={"Kontakt": "Erika Mustermann"},
        street="Weg 1",
        postcode="01067",
        town="Dresden",
        latitude=51.05,
        longitude=13.74,
        phone_text="Quellzeile",
        email="post@example.org",
        website="www.example.org/haus",
        hours_text="Mo 9-17, Fr 20-8 Uhr, feiertags 10-12",
        age_from=0,
        cost=Service.Cost.FREE,
        walk_in=True,
        barrier_free=False,
        languages="Deutsch, Türkisch und Plattdeutsch",
        bring_along="Krankenkassenkarte",
        verified_on=dt.date(2026, 1, 2),
    )
    _numbers(service, ("0351 4810-100", ""), ("0351 4810-101", "Herr Mustermann"))
    _hours(service, (0, 9, 17), (4, 20, 8), (7, 10, 12))
    service.areas.add(AreaFactory(region=region, name="Altstadt", postcodes=["01067", "01069"]))


def _shelter(region: Any) -> None:
    service = ServiceFactory(
        region=region,
        slug="frauenhaus",
        name="Frauenhaus",
        type=Service.Type.SHELTER,
        description="Schutz, Tag und Nacht.\nSie finden uns am Zufluchtweg.",
        access="Anruf genügt.\n04999 Schutzhausen, hinter dem Bahnhof",
        address_public=False,
        street="Zufluchtweg 3 a",
        postcode="04999",
        town="Schutzhausen",
        district="Geheimviertel",
        catchment="Schutzhausen und Umgebung",
        latitude=51.98765,
        longitude=12.34567,
    )
    _numbers(service, ("0351 4810-200", ""))
    service.areas.add(AreaFactory(region=region, name="Geheimviertel", postcodes=["04999"]))


def _numbers(service: Service, *numbers: tuple[str, str]) -> None:
    for position, (raw, note) in enumerate(numbers):
        dial = "+49" + re.sub(r"\D", "", raw)[1:]
        Phone.objects.create(service=service, raw=raw, dial=dial, note=note, position=position)


def _hours(service: Service, *spans: tuple[int, int, int]) -> None:
    for weekday, opens, closes in spans:
        OpeningSpan.objects.create(
            service=service, weekday=weekday, opens=dt.time(opens), closes=dt.time(closes)
        )


def fetch(name: str, client: Client | None = None, **query: str) -> bytes:
    """An export as a stranger gets it."""
    response = (client or Client()).get(f"/verzeichnis/export/{name}", query)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def said(name: str, client: Client | None = None, **query: str) -> str:
    """All that an export says, the parts of a workbook unpacked."""
    raw = fetch(name, client, **query)
    if not name.endswith(".xlsx"):
        return raw.decode()
    parts = zipfile.ZipFile(io.BytesIO(raw))
    return html.unescape("".join(parts.read(each).decode() for each in parts.namelist()))


def fetch_json(name: str) -> Any:
    """A JSON export, read."""
    return json.loads(fetch(name))


def named(resources: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The one of ``resources`` with that word in its name."""
    (found,) = [each for each in resources if name in each["name"]]
    return found
