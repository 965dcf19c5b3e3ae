"""The directory as a FHIR R4 Bundle of Organization, Location and HealthcareService.

Shapes follow the German FHIR directory (gematik VZD) where that says something, above all the
postcodes of a catchment; no profile is claimed, because its required identifiers and code lists
are those of the health telematics and most services here are outside of it.
"""

import json
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from network.cards import web_address
from network.exporting.entry import Entry, Place, Provider
from network.exporting.fhir_times import available_times, not_available
from network.exporting.filled import Json, filled
from network.exporting.hsds_times import holiday_words
from network.exporting.words import fact_label, language_code, languages
from network.models import Service

POSTCODE = "https://gematik.de/fhir/directory/StructureDefinition/ServiceCoveragePostalCode"
PROVISION = "http://terminology.hl7.org/CodeSystem/service-provision-conditions"
PROVISIONS = {Service.Cost.FREE: "free", Service.Cost.OWN: "cost"}


def as_fhir(entries: Iterable[Entry]) -> Iterator[bytes]:
    """A collection; every organisation stands once, before its first service."""
    yield b'{"resourceType":"Bundle","type":"collection"'
    known: set[UUID] = set()
    opened = False
    for entry in entries:
        new = entry.provider.id not in known
        known.add(entry.provider.id)
        for resource in (*([organization(entry.provider)] if new else []), *_pair(entry)):
            yield b",\n" if opened else b',"entry":[\n'
            opened = True
            full = {"fullUrl": _full_url(resource), "resource": resource}
            yield json.dumps(full, ensure_ascii=False, separators=(",", ":")).encode()
    yield b"\n]}\n" if opened else b"}\n"


def _pair(entry: Entry) -> tuple[Json, Json]:
    return location(entry), healthcare_service(entry)


def organization(provider: Provider) -> Json:
    """The body that offers it."""
    website = web_address(provider.website)
    return filled(
        resourceType="Organization",
        id=str(provider.id),
        active=True,
        name=provider.name,
        telecom=[{"system": "url", "value": website}] if website else [],
    )


def location(entry: Entry) -> Json:
    """The place; of a protected one the Kreis alone."""
    place = entry.place
    return filled(
        resourceType="Location",
        id=str(place.id),
        status="active",
        name=place.kreis if place.protected else entry.name,
        description=_("Die Adresse ist zum Schutz nicht öffentlich.") if place.protected else "",
        mode="instance",
        address=_address(place),
        position=_position(place),
        managingOrganization=_reference("Organization", entry.provider.id),
    )


def healthcare_service(entry: Entry) -> Json:
    """What one gets, for whom, how one gets in, when, and where it comes to."""
    texts = entry.texts
    hours = texts["hours_text"]
    return filled(
        resourceType="HealthcareService",
        id=str(entry.id),
        identifier=[{"system": f"{settings.GPV_SITE_ADDRESS}/verzeichnis", "value": entry.url}],
        active=True,
        providedBy=_reference("Organization", entry.provider.id),
        type=[_coded("art", entry.type.value, str(entry.type.label))],
        location=[_reference("Location", entry.place.id)],
        name=entry.name,
        comment=texts["description"] or texts["plain_text"],
        extraDetails=_details(entry),
        telecom=_telecom(entry),
        coverageArea=_coverage(entry),
        serviceProvisionCode=_provision(entry),
        eligibility=_eligibility(entry),
        characteristic=[
            _coded("merkmal", name, fact_label(name))
            for name, value in entry.facts.items()
            if value
        ],
        communication=_communication(entry),
        appointmentRequired=entry.facts.get("by_appointment"),
        availableTime=available_times(entry.times),
        notAvailable=not_available(entry.closed),
        availabilityExceptions="\n".join(filter(None, [hours, holiday_words(entry)])),
    )


def _address(place: Place) -> Json:
    if place.protected:
        return {"use": "work", "district": place.kreis, "country": "DE"}
    town = f"{place.postcode} {place.town}".strip()
    return filled(
        use="work",
        type="physical",
        text=", ".join(filter(None, [place.street, town])),
        line=[place.street] if place.street else [],
        city=place.town,
        district=place.district or place.kreis,
        state=f"DE-{place.land}" if place.land else "",
        postalCode=place.postcode,
        country="DE",
    )


def _position(place: Place) -> Json | None:
    if place.latitude is None or place.longitude is None:
        return None
    return {"longitude": place.longitude, "latitude": place.latitude}


def _details(entry: Entry) -> str:
    texts = entry.texts
    said = [
        (_("Zugang"), texts["access"]),
        (_("Mitbringen"), texts["bring_along"]),
        (_("Einzugsgebiet"), entry.catchment),
        (_("geprüft am"), f"{entry.verified_on:%d.%m.%Y}" if entry.verified_on else ""),
    ]
    return "\n\n".join(f"{label}: {text}" for label, text in said if text)


def _telecom(entry: Entry) -> list[Json]:
    said = [("phone", each.dial or each.shown) for each in entry.numbers]
    said += [("phone", entry.unread_phone), ("fax", entry.fax), ("email", entry.email.strip())]
    said.append(("url", web_address(entry.website) or entry.url))
    return [{"system": kind, "value": value, "use": "work"} for kind, value in said if value]


def _coverage(entry: Entry) -> list[Json]:
    """Where it comes to: postcodes as the German directory writes them, and names of areas."""
    if not entry.postcodes and not entry.areas:
        return []
    codes = [{"url": POSTCODE, "valueString": code} for code in entry.postcodes]
    return [filled(extension=codes, display=", ".join(entry.areas))]


def _provision(entry: Entry) -> list[Json]:
    if not entry.cost:
        return []
    code = PROVISIONS.get(entry.cost)
    coding = [{"system": PROVISION, "code": code}] if code else []
    return [filled(coding=coding, text=str(entry.cost.label))]


def _eligibility(entry: Entry) -> list[Json]:
    least, most = entry.ages
    said = [
        entry.texts["target_groups"],
        entry.texts["conditions"],
        _("ab %(age)d Jahren") % {"age": least} if least is not None else "",
        _("bis %(age)d Jahre") % {"age": most} if most is not None else "",
    ]
    return [{"comment": text} for text in said if text]


def _communication(entry: Entry) -> list[Json]:
    rows = [(name, language_code(name)) for name in languages(entry)]
    return [
        filled(coding=[{"system": "urn:ietf:bcp:47", "code": code}] if code else [], text=name)
        for name, code in rows
    ]


def _coded(vocabulary: str, code: str, display: str) -> Json:
    system = f"{settings.GPV_SITE_ADDRESS}/verzeichnis/{vocabulary}"
    return {"coding": [{"system": system, "code": code.replace("_", "-"), "display": display}]}


def _reference(kind: str, key: UUID) -> Json:
    return {"reference": f"{kind}/{key}"}


def _full_url(resource: Json) -> str:
    """A name against which the references resolve; nothing is served there one by one."""
    return f"{settings.GPV_SITE_ADDRESS}/fhir/{resource['resourceType']}/{resource['id']}"
