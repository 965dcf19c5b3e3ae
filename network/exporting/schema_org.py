"""One entry in the words of schema.org, for the pages that search engines show."""

from network.cards import web_address
from network.exporting.entry import Entry, Place
from network.exporting.fhir_times import available_times
from network.exporting.filled import Json, filled
from network.exporting.words import languages

DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def schema_org(entry: Entry) -> Json:
    """A Service with its provider and the way to it; of a protected one the Kreis alone."""
    texts = entry.texts
    return filled(
        **{"@context": "https://schema.org", "@type": "Service", "@id": entry.url},
        url=entry.url,
        name=entry.name,
        serviceType=str(entry.type.label),
        description=texts["description"] or texts["plain_text"],
        audience=_audience(texts["target_groups"]),
        areaServed={"@type": "AdministrativeArea", "name": entry.place.kreis},
        provider=filled(
            **{"@type": "Organization"},
            name=entry.provider.name,
            url=web_address(entry.provider.website),
        ),
        availableChannel=_channel(entry),
        hoursAvailable=_hours(entry),
    )


def _channel(entry: Entry) -> Json:
    numbers = [
        filled(**{"@type": "ContactPoint"}, telephone=each.dial or each.shown)
        for each in entry.numbers
    ]
    return filled(
        **{"@type": "ServiceChannel"},
        serviceUrl=web_address(entry.website) or entry.url,
        servicePhone=numbers,
        serviceLocation=_place(entry.place, entry.name),
        availableLanguage=languages(entry),
    )


def _place(place: Place, name: str) -> Json | None:
    if place.protected or not (place.street or place.town):
        return None
    return filled(
        **{"@type": "Place"},
        name=name,
        address=filled(
            **{"@type": "PostalAddress"},
            streetAddress=place.street,
            postalCode=place.postcode,
            addressLocality=place.town,
            addressRegion=place.kreis,
            addressCountry="DE",
        ),
        geo=_geo(place),
    )


def _geo(place: Place) -> Json | None:
    if place.latitude is None or place.longitude is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _hours(entry: Entry) -> list[Json]:
    """Certain hours only; the original text is on the page."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAYS[each['daysOfWeek'][0]]}",
            "opens": each["availableStartTime"][:5],
            "closes": each["availableEndTime"][:5],
        }
        for each in available_times(entry.times)
    ]


def _audience(text: str) -> Json | None:
    return {"@type": "Audience", "audienceType": text} if text else None
