"""What an entry of the directory can take from a column, and how that is called in German."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Field(StrEnum):
    """One kind of fact; several columns may hold the same kind."""

    SOURCE_ID = "source_id"
    SOURCE = "source"
    NAME = "name"
    SITE = "site"
    ORGANISATION = "organisation"
    TYPE = "type"
    OFFERS = "offers"
    DESCRIPTION = "description"
    PLAIN_TEXT = "plain_text"
    EASY_TEXT = "easy_text"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    POSTCODE = "postcode"
    PLACE = "place"
    ADDRESS = "address"
    NAMED_ADDRESS = "named_address"
    OTHER_ADDRESS = "other_address"
    DISTRICT = "district"
    SECTION = "section"
    LAND = "land"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    COORDINATES = "coordinates"
    AREA_CODE = "area_code"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    WEBSITE = "website"
    REACH = "reach"
    HOURS = "hours"
    HOURS_MO = "hours_mo"
    HOURS_DI = "hours_di"
    HOURS_MI = "hours_mi"
    HOURS_DO = "hours_do"
    HOURS_FR = "hours_fr"
    HOURS_SA = "hours_sa"
    HOURS_SO = "hours_so"
    HOURS_PH = "hours_ph"
    HOURS_DAYS = "hours_days"
    TARGET_GROUP = "target_group"
    AGE = "age"
    AGE_FROM = "age_from"
    AGE_TO = "age_to"
    CATCHMENT = "catchment"
    LANGUAGES = "languages"
    ACCESS = "access"
    COST = "cost"
    BRING_ALONG = "bring_along"
    BY_APPOINTMENT = "by_appointment"
    WALK_IN = "walk_in"
    OUTREACH = "outreach"
    WITHOUT_REFERRAL = "without_referral"
    NEEDS_REFERRAL = "needs_referral"
    WITHOUT_INSURANCE = "without_insurance"
    NEEDS_INSURANCE = "needs_insurance"
    ANONYMOUS = "anonymous"
    BARRIER_FREE = "barrier_free"
    TAKES_INTOXICATED = "takes_intoxicated"
    WITH_CHILD = "with_child"
    WITH_DOG = "with_dog"
    WITHOUT_GERMAN = "without_german"
    AFTER_POLICE = "after_police"
    WOMEN_ONLY = "women_only"
    BEDS = "beds"
    LAST_ADMISSION = "last_admission"
    CONTACT = "contact"
    INTERNAL = "internal"
    REMARK = "remark"
    AS_OF = "as_of"


WEEKDAYS = {
    "mo": Field.HOURS_MO,
    "di": Field.HOURS_DI,
    "mi": Field.HOURS_MI,
    "do": Field.HOURS_DO,
    "fr": Field.HOURS_FR,
    "sa": Field.HOURS_SA,
    "so": Field.HOURS_SO,
    "ph": Field.HOURS_PH,
}
"""The short name of a day to the field of its own column."""

YES_OR_NO = (
    Field.BY_APPOINTMENT,
    Field.WALK_IN,
    Field.OUTREACH,
    Field.WITHOUT_REFERRAL,
    Field.WITHOUT_INSURANCE,
    Field.ANONYMOUS,
    Field.BARRIER_FREE,
    Field.TAKES_INTOXICATED,
    Field.WITH_CHILD,
    Field.WITH_DOG,
    Field.WITHOUT_GERMAN,
    Field.AFTER_POLICE,
    Field.WOMEN_ONLY,
)
"""Fields that are yes, no or not known; each is called as in ``Service``."""

WORDS = {
    Field.NAME: _("Name"),
    Field.SITE: _("Standort, Abteilung oder Namenszusatz"),
    Field.ORGANISATION: _("Träger"),
    Field.TYPE: _("Art des Angebots"),
    Field.OFFERS: _("Leistungen, Stichworte"),
    Field.DESCRIPTION: _("Beschreibung"),
    Field.PLAIN_TEXT: _("Text in einfacher Sprache"),
    Field.EASY_TEXT: _("Text in Leichter Sprache"),
    Field.ADDRESS: _("Anschrift in einer Zelle"),
    Field.NAMED_ADDRESS: _("Name und Anschrift in einer Zelle"),
    Field.STREET: _("Straße"),
    Field.HOUSE_NUMBER: _("Hausnummer"),
    Field.POSTCODE: _("Postleitzahl"),
    Field.PLACE: _("Ort"),
    Field.DISTRICT: _("Bezirk oder Kreis"),
    Field.LAND: _("Bundesland oder Staat"),
    Field.OTHER_ADDRESS: _("Postanschrift (nur intern)"),
    Field.LATITUDE: _("Geografische Breite"),
    Field.LONGITUDE: _("Geografische Länge"),
    Field.COORDINATES: _("Koordinaten in einer Zelle"),
    Field.AREA_CODE: _("Vorwahl"),
    Field.PHONE: _("Telefon"),
    Field.FAX: _("Fax"),
    Field.EMAIL: _("E-Mail"),
    Field.WEBSITE: _("Internet"),
    Field.REACH: _("Telefon, Fax, E-Mail in einer Zelle"),
    Field.HOURS: _("Öffnungszeiten"),
    Field.HOURS_MO: _("Öffnungszeiten Montag"),
    Field.HOURS_DI: _("Öffnungszeiten Dienstag"),
    Field.HOURS_MI: _("Öffnungszeiten Mittwoch"),
    Field.HOURS_DO: _("Öffnungszeiten Donnerstag"),
    Field.HOURS_FR: _("Öffnungszeiten Freitag"),
    Field.HOURS_SA: _("Öffnungszeiten Samstag"),
    Field.HOURS_SO: _("Öffnungszeiten Sonntag"),
    Field.HOURS_PH: _("Öffnungszeiten Feiertag"),
    Field.HOURS_DAYS: _("Öffnungszeiten der Tage, die über der Spalte stehen"),
    Field.TARGET_GROUP: _("Für wen"),
    Field.AGE: _("Alter (von bis)"),
    Field.AGE_FROM: _("Alter ab"),
    Field.AGE_TO: _("Alter bis"),
    Field.CATCHMENT: _("Einzugsgebiet"),
    Field.LANGUAGES: _("Sprachen"),
    Field.ACCESS: _("Zugang, Aufnahme"),
    Field.COST: _("Kosten"),
    Field.BRING_ALONG: _("Mitbringen"),
    Field.BY_APPOINTMENT: _("Nur mit Termin (ja/nein)"),
    Field.WALK_IN: _("Ohne Termin (ja/nein)"),
    Field.OUTREACH: _("Kommt nach Hause (ja/nein)"),
    Field.WITHOUT_REFERRAL: _("Ohne Überweisung (ja/nein)"),
    Field.NEEDS_REFERRAL: _("Überweisung nötig (ja/nein)"),
    Field.WITHOUT_INSURANCE: _("Ohne Versicherung (ja/nein)"),
    Field.NEEDS_INSURANCE: _("Versicherung nötig (ja/nein)"),
    Field.ANONYMOUS: _("Ohne Namen möglich (ja/nein)"),
    Field.BARRIER_FREE: _("Rollstuhlgerecht (ja/nein)"),
    Field.TAKES_INTOXICATED: _("Auch unter Alkohol oder Drogen (ja/nein)"),
    Field.WITH_CHILD: _("Mit Kind (ja/nein)"),
    Field.WITH_DOG: _("Mit Hund (ja/nein)"),
    Field.WITHOUT_GERMAN: _("Ohne Deutsch möglich (ja/nein)"),
    Field.AFTER_POLICE: _("Nach Polizeieinsatz (ja/nein)"),
    Field.WOMEN_ONLY: _("Nur für Frauen (ja/nein)"),
    Field.BEDS: _("Betten oder Plätze"),
    Field.LAST_ADMISSION: _("Letzte Aufnahme (Uhrzeit)"),
    Field.REMARK: _("Hinweis"),
    Field.CONTACT: _("Ansprechperson (nur intern)"),
    Field.INTERNAL: _("Nur intern"),
    Field.SECTION: _("Zwischenüberschrift"),
    Field.AS_OF: _("Stand"),
    Field.SOURCE: _("Quelle"),
    Field.SOURCE_ID: _("Kennung in der Quelle"),
}
"""The fields in the order in which a person chooses one for a column."""
