"""Which column of a German directory holds what, by its name."""

import re
import unicodedata
from enum import StrEnum


class Field(StrEnum):
    """What an entry of the directory can take from a column."""

    SOURCE_ID = "source_id"
    SOURCE = "source"
    NAME = "name"
    SITE = "site"
    ORGANISATION = "organisation"
    TYPE = "type"
    OFFERS = "offers"
    DESCRIPTION = "description"
    STREET = "street"
    POSTCODE = "postcode"
    PLACE = "place"
    ADDRESS = "address"
    DISTRICT = "district"
    LAND = "land"
    AREA_CODE = "area_code"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    WEBSITE = "website"
    HOURS = "hours"
    TARGET_GROUP = "target_group"
    CATCHMENT = "catchment"
    LANGUAGES = "languages"
    BARRIER_FREE = "barrier_free"
    ACCESS = "access"
    CONTACT = "contact"
    REMARK = "remark"
    AS_OF = "as_of"


_NAMES: dict[Field, str] = {
    Field.SOURCE_ID: "quellid id kennung datensatznr datensatznummer schluessel objectid",
    Field.SOURCE: "quelle herkunft datenquelle",
    Field.NAME: "einrichtung name einrichtungsname bezeichnung angebot dienst institution titel",
    Field.SITE: "standort abteilung haus zusatz namenszusatz station",
    Field.ORGANISATION: "traeger traegername tname organisation anbieter betreiber verein",
    Field.TYPE: "artdesangebots art angebotsart typ kategorie einrichtungsart rubrik bereich",
    Field.OFFERS: "leistungen leistung angebote schlagworte schwerpunkte schwerpunkt stichworte",
    Field.DESCRIPTION: "beschreibung kurzbeschreibung beschreibungstext info angebotsbeschreibung",
    Field.STREET: "strasse str strassehausnr strassehausnummer strasseundhausnummer",
    Field.POSTCODE: "plz postleitzahl postalcode zip postzustellbezirk",
    Field.PLACE: "ort stadt gemeinde wohnort city",
    Field.ADDRESS: "anschrift adresse adressestrassestandort postanschrift plzort ortplz",
    Field.DISTRICT: "bezirk stadtteil ortsteil stadtbezirk kreis landkreis sozialraum",
    Field.LAND: "bundesland land",
    Field.AREA_CODE: "vorwahl ortsvorwahl",
    Field.PHONE: "telefon tel telefonnummer rufnummer telefonnr fon telnr telefonvorwahlnummer",
    Field.FAX: "fax telefax faxnummer telefaxnummer faxnr",
    Field.EMAIL: "email mail emailadresse epost mailadresse",
    Field.WEBSITE: "internet homepage web website webseite url internetadresse www",
    Field.HOURS: "oeffnungszeiten oeffnungszeit sprechzeiten oeffzeit zeiten erreichbarkeit",
    Field.TARGET_GROUP: "zielgruppe zielgruppen personenkreis fuerwen adressaten",
    Field.CATCHMENT: "einzugsgebiet zustaendigkeit zustaendigkeitsbereich versorgungsgebiet",
    Field.LANGUAGES: "sprachen sprache fremdsprachen",
    Field.BARRIER_FREE: "barrierefrei barrierefreiheit rollstuhl rollstuhlgerecht",
    Field.ACCESS: "zugang aufnahme zugangswege",
    Field.CONTACT: "ansprechpartner ansprechpartnerin ansprechperson kontaktperson kontakt leitung",
    Field.REMARK: "bemerkung bemerkungen hinweis hinweise anmerkung anmerkungen kommentar",
    Field.AS_OF: "stand datenstand aktualisiert aktualisiertam geprueft geprueftam letzteaenderung",
}

_BY_NAME = {name: field for field, names in _NAMES.items() for name in names.split()}
_SPELLING = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def recognise(column: str) -> Field | None:
    """The field a column of this name holds, or None; "E-Mail", "e_mail" and "EMAIL" are one."""
    plain = unicodedata.normalize("NFC", column).lower().translate(_SPELLING)
    squeezed = re.sub(r"[^a-z]", "", plain)
    return _BY_NAME.get(squeezed) or _BY_NAME.get(re.sub(r"innen$|in$|en$", "", squeezed))


def assign(columns: list[str]) -> dict[Field, list[int]]:
    """Field to the places of its columns: several phone columns are several places."""
    found: dict[Field, list[int]] = {}
    for place, column in enumerate(columns):
        field = recognise(column)
        if field:
            found.setdefault(field, []).append(place)
    return found
