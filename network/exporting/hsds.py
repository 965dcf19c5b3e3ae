"""The directory in the Human Services Data Specification 3 (Open Referral)."""

import json
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from network.cards import web_address
from network.exporting.entry import Entry, Place
from network.exporting.filled import Json, filled
from network.exporting.hsds_times import alert, is_closed, schedules
from network.exporting.words import fact_label, language_code, languages

KINDS = "GPV-Portal: Art der Hilfe"
FACTS = "GPV-Portal: Merkmale"


def as_hsds(entries: Iterable[Entry]) -> Iterator[bytes]:
    """One page with every service nested in full, as the API of the specification answers."""
    yield b'{"contents":['
    count = 0
    for count, entry in enumerate(entries, 1):
        text = json.dumps(service(entry), ensure_ascii=False, separators=(",", ":"))
        yield f"{',' * (count > 1)}\n{text}".encode()
    page = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": count == 0,
    }
    yield b"\n]," + json.dumps(page)[1:].encode() + b"\n"


def service(entry: Entry) -> Json:
    """One service with its organisation, place, times, numbers and terms."""
    texts = entry.texts
    least, most = entry.ages
    return filled(
        id=str(entry.id),
        name=entry.name,
        description=texts["description"] or texts["plain_text"],
        url=web_address(entry.website) or entry.url,
        email=entry.email.strip() if "@" in entry.email else "",
        status="temporarily closed" if is_closed(entry) else "active",
        application_process=texts["access"],
        fees_description=str(entry.cost.label) if entry.cost else "",
        eligibility_description=_lines(texts["target_groups"], texts["conditions"]),
        minimum_age=least,
        maximum_age=most,
        assured_date=entry.verified_on.isoformat() if entry.verified_on else "",
        alert=alert(entry),
        phones=_phones(entry),
        schedules=schedules(entry),
        service_areas=_areas(entry),
        service_at_locations=[
            {"id": str(uuid5(entry.id, "here")), "location": _location(entry.place)}
        ],
        languages=_languages(entry),
        organization=_organization(entry),
        required_documents=_documents(entry),
        attributes=_attributes(entry),
    )


def _phones(entry: Entry) -> list[Json]:
    rows = [
        filled(id=str(each.id), number=each.shown, type="voice", description=each.note)
        for each in entry.numbers
    ]
    for kind, text in (("voice", entry.unread_phone), ("fax", entry.fax)):
        if text:
            rows.append({"id": _id(entry, kind), "number": text, "type": kind})
    return rows


def _areas(entry: Entry) -> list[Json]:
    rows = [{"id": _id(entry, f"area {name}"), "name": name} for name in entry.areas]
    if entry.catchment:
        rows.append({"id": _id(entry, "catchment"), "name": entry.catchment})
    if entry.postcodes:
        rows.append(
            {
                "id": _id(entry, "postcodes"),
                "name": _("Postleitzahlen"),
                "extent": ", ".join(entry.postcodes),
                "extent_type": "text",
            }
        )
    return rows


def _location(place: Place) -> Json:
    if place.protected:
        return {
            "id": str(place.id),
            "location_type": "physical",
            "name": place.kreis,
            "description": _("Die Adresse ist zum Schutz nicht öffentlich."),
        }
    return filled(
        id=str(place.id),
        location_type="physical",
        name=place.district or place.town or place.kreis,
        latitude=place.latitude,
        longitude=place.longitude,
        addresses=[_address(place)] if place.street or place.town else [],
    )


def _address(place: Place) -> Json:
    """The specification wants every line; what is not known is an empty one."""
    return {
        "id": str(uuid5(place.id, "address")),
        "address_1": place.street,
        "city": place.town,
        "region": place.district or place.kreis,
        "state_province": f"DE-{place.land}",
        "postal_code": place.postcode,
        "country": "DE",
        "address_type": "physical",
    }


def _languages(entry: Entry) -> list[Json]:
    return [
        filled(id=_id(entry, f"language {name}"), name=name, code=language_code(name))
        for name in languages(entry)
    ]


def _organization(entry: Entry) -> Json:
    provider = entry.provider
    said = _("Träger im Verzeichnis %(region)s") % {"region": entry.place.kreis}
    website = web_address(provider.website)
    return filled(id=str(provider.id), name=provider.name, description=said, website=website)


def _documents(entry: Entry) -> list[Json]:
    text = entry.texts["bring_along"]
    return [{"id": _id(entry, "documents"), "document": text}] if text else []


def _attributes(entry: Entry) -> list[Json]:
    """The kind of help, and each known fact with yes or no."""
    kind = _term(entry, KINDS, entry.type.value, str(entry.type.label))
    facts = [
        {
            **_term(entry, FACTS, name, fact_label(name)),
            "value": _("ja") if value else _("nein"),
        }
        for name, value in entry.facts.items()
    ]
    return [kind, *facts]


def _term(entry: Entry, taxonomy: str, code: str, name: str) -> Json:
    term = {
        "id": str(uuid5(_VOCABULARY, f"{taxonomy} {code}")),
        "code": code,
        "name": name,
        "description": name,
        "taxonomy": taxonomy,
        "language": "de",
    }
    return {
        "id": _id(entry, f"attribute {code}"),
        "link_id": str(entry.id),
        "link_entity": "service",
        "taxonomy_term_id": term["id"],
        "taxonomy_term": term,
    }


_VOCABULARY = UUID("b0a3c0de-5f0e-5d35-9a77-4f0f3c9a2d10")
"""The same term has the same id in every installation."""


def _id(entry: Entry, part: str) -> str:
    """A lasting id for what is no row of its own."""
    return str(uuid5(entry.id, part))


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
