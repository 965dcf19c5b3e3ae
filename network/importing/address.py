"""Where an entry is: street, postcode and place out of one column or many."""

import re

from django.utils.translation import gettext as _

from network.importing.entry import Entry
from network.importing.facts import coordinate_pair, coordinates
from network.importing.fields import Field
from network.importing.named_address import split_beside, split_name
from network.importing.persons import without_host
from network.importing.postcodes import mend, only_place, split_address
from network.importing.row import Row
from network.places import folded, named

_BRACKET = re.compile(r"(?P<town>[^()]+?)\s*\((?P<note>[^()]+)\)")
_SPOT = re.compile(
    r"hinterh|innenhof|vorderh|seitenfl|eingang|aufgang|gebäude|etage|\b[eo]g\b|keller|anonym|"
    r"\b[us]-?(?:bahn|bhf)|bahnhof|haltestelle|nähe",
    re.IGNORECASE,
)
_LIES = re.compile(r"(?:(?:a[nm]|i[nm]|ob|bei|vor)\s|[aiobv]\.\s?)\D+", re.IGNORECASE)
"""Where a town lies, as part of its name: "an der Havel", "a. d. Aisch"."""
_NOWHERE = re.compile(
    r"\(?(?:online|digital|virtuell|(?:nur )?telefonisch|(?:per |über )?(?:zoom|video)|aufsuchend|"
    r"wechselnd(?:e orte?)?|kein fester ort|(?:bitte )?(?:siehe|s\.) (?:web|home|internet)\w*|"
    r"(?:(?:adresse|anschrift|ort|treffpunkt) )?(?:auf|nach) (?:\w+ )?(?:an|nach)frage|"
    r"(?:nur )?nach (?:tel\w*\.? )?(?:anmeldung|vereinbarung|absprache)|"
    r"(?:der |die )?(?:adresse|anschrift|ort|treffpunkt) wird)\b[^\d]*",
    re.IGNORECASE,
)
"""What stands for an address where there is none to go to."""

_DISTRICT = re.compile(
    r"(?:stadt)?bezirk|(?:land)?kreis|stadtteil|ortsteil|region|stadt |gemeinde", re.IGNORECASE
)


_ROAD = re.compile(r"(?:strasse|str|weg|platz|allee|gasse|ring|damm|ufer|hof|haus|markt|park)\b")


def read_place(row: Row, entry: Entry) -> None:
    """Street, postcode, town and district of ``row`` into ``entry``."""
    number = row.text(Field.HOUSE_NUMBER, " ")
    streets, codes, towns = (
        list(dict.fromkeys(text for _name, text in row.named(each)))
        for each in (Field.STREET, Field.POSTCODE, Field.PLACE)
    )
    street = " ".join(filter(None, [streets[0] if streets else "", number]))
    raw, town = "".join(codes[:1]), "".join(towns[:1])
    others = [*streets[1:], *codes[1:], *towns[1:]]
    for address in _addresses(row):
        found = split_address(address)
        if (street and found[0]) or (raw and found[1] not in ("", raw)):
            others.append(address)
            continue
        street, raw, town = street or found[0], raw or found[1], town or found[2]
    rest, raw, town = _apart(raw, town)
    street = street or (rest if re.search(r"\d", rest) else "")
    if street and not raw:
        street, raw, found_town = split_address(street)
        town = town or found_town
    if not (streets or raw or town):
        street, town = _town_alone(street)
    street, town = _without_note(street, town)
    if (bare := without_host(street)) != street:
        entry.asides.append((_("Anschrift"), street))
        entry.reasons.append(_("nennt vielleicht eine Person, nur intern: „%s“") % street)
        street = bare
    _write(entry, street=street, raw=raw, town=re.sub(r"\s*-\s+", "-", town), row=row)
    for other in others:
        entry.asides.append((_("Weitere Anschrift"), other))
        entry.reasons.append(_("mehrere Anschriften, eine davon nur intern: „%s“") % other)


def _addresses(row: Row) -> list[str]:
    whole = [text for _name, text in row.named(Field.ADDRESS) if not _NOWHERE.fullmatch(text)]
    named = [split_name(text)[1] for _name, text in row.named(Field.NAMED_ADDRESS)]
    beside = [split_beside(text)[0] for _name, text in row.named(Field.REACH)]
    return [*whole, *filter(None, [*named, *beside])]


def nowhere(row: Row) -> list[str]:
    """What columns of addresses say of an offer that is at no place."""
    return [text for _name, text in row.named(Field.ADDRESS) if _NOWHERE.fullmatch(text)]


def _apart(raw: str, town: str) -> tuple[str, str, str]:
    """ "50931 Köln" in the column of the postcode or of the town, perhaps with a street."""
    first, code, place = split_address(raw)
    first = first if code and place else ""
    if code and place:
        raw, town = code, town or place
    rest, code, place = split_address(town)
    return (first or rest, raw or code, place) if code and place else (first, raw, town)


def _town_alone(text: str) -> tuple[str, str]:
    """A place alone in the column of the address is a town: "Offenbach", "Berlin-Mitte"."""
    asked = folded(text)
    if not asked or re.search(r"\d", text) or _ROAD.search(asked):
        return text, ""
    parts = {asked, folded(re.split(r"\s*[-/]", text)[0])}
    found = {folded(place.name) for each in parts for place in named(each)}
    return ("", text) if parts & found else (text, "")


def _without_note(street: str, town: str) -> tuple[str, str]:
    """ "(Haus 7)" and longer brackets stand behind the street; "(Oder)" belongs to the town."""
    match = _BRACKET.fullmatch(town)
    is_note = match and (re.search(r"\d|\s\S+\s", match["note"]) or _SPOT.search(match["note"]))
    if not match or not is_note or _LIES.fullmatch(match["note"]):
        return street, town
    return f"{street} ({match['note']})".strip(), match["town"]


def _write(entry: Entry, *, street: str, raw: str, town: str, row: Row) -> None:
    mended = mend(raw, town)
    if mended.reason:
        entry.reasons.append(mended.reason)
    if mended.note:
        entry.notes.append(mended.note)
    if mended.postcode and not town and (town := only_place(mended.postcode)):
        entry.notes.append(_("Ort %(town)s aus der PLZ") % {"town": town})
    if raw and not mended.postcode:
        street = "; ".join(filter(None, [street, raw]))
    entry.values |= {"street": street, "postcode": mended.postcode, "town": town}
    section = row.text(Field.SECTION)
    district = row.text(Field.DISTRICT) or (section if _DISTRICT.match(section) else "")
    entry.values["district"] = district
    _point(row, entry)


def _point(row: Row, entry: Entry) -> None:
    north, east, pair = (
        row.text(each) for each in (Field.LATITUDE, Field.LONGITUDE, Field.COORDINATES)
    )
    if not (north or east or pair):
        return
    found = coordinate_pair(pair) if pair else coordinates(north, east)
    if found:
        entry.values |= {"latitude": found[0], "longitude": found[1]}
        return
    written = " ".join(filter(None, [north, east, pair]))
    entry.asides.append((_("Koordinaten"), written))
    if re.search(r"[1-9]", written):
        entry.notes.append(_("Koordinaten nicht lesbar: „%s“") % written)
