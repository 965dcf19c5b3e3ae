"""Twelve legal bodies and the facilities in which they work."""

from typing import NamedTuple


class Body(NamedTuple):
    key: str
    name: str


class House(NamedTuple):
    """A facility: key, body, kind, name, street, quarter, phone, mailbox."""

    key: str
    body: str
    kind: str
    name: str
    street: str
    quarter: str
    phone: str
    mailbox: str


BODIES = (
    Body("klinik", "Klinik am Weidendamm gGmbH"),
    Body("kreis", "Kreis Auental"),
    Body("ankerplatz", "Ankerplatz e. V."),
    Body("brueckenwerk", "Brückenwerk gGmbH"),
    Body("lotsenhaus", "Lotsenhaus Seefurt gGmbH"),
    Body("stiftung", "Stiftung Altmoor"),
    Body("spz", "SPZ Lindenbrück e. V."),
    Body("lichtblick", "Pflegedienst Lichtblick GmbH"),
    Body("suchthilfe", "Suchthilfe Auental e. V."),
    Body("frauen", "Frauen helfen Frauen Auental e. V."),
    Body("gemeinsam", "Gemeinsam stark Auental e. V."),
    Body("arbeitswege", "Arbeitswege gGmbH"),
)

NOT_PUBLIC = frozenset({"arbeitswege", "frauen"})
"""Bodies whose contacts are for members alone."""

_WEIDENDAMM = "Weidendamm 1"

HOUSES = (
    House(
        "sozialdienst",
        "klinik",
        "clinic",
        "Sozialdienst, Klinik am Weidendamm",
        _WEIDENDAMM,
        "lb-mitte",
        "030 23125-500",
        "sozialdienst",
    ),
    House(
        "aufnahme",
        "klinik",
        "clinic",
        "Zentrale Aufnahme, Klinik am Weidendamm",
        _WEIDENDAMM,
        "lb-mitte",
        "030 23125-510",
        "aufnahme",
    ),
    House(
        "pia",
        "klinik",
        "provider",
        "Institutsambulanz, Klinik am Weidendamm",
        _WEIDENDAMM,
        "lb-mitte",
        "030 23125-320",
        "pia",
    ),
    House(
        "tagesklinik",
        "klinik",
        "provider",
        "Tagesklinik Seefurt, Klinik am Weidendamm",
        "Kaistraße 22",
        "sf-hafen",
        "030 23125-521",
        "tagesklinik",
    ),
    House(
        "notfall",
        "klinik",
        "emergency",
        "Notfallambulanz, Klinik am Weidendamm",
        "Weidendamm 1, Haus 3",
        "lb-mitte",
        "030 23125-300",
        "notfallambulanz",
    ),
    House(
        "koordination",
        "kreis",
        "coordination",
        "Psychiatriekoordination, Kreis Auental",
        "Kreishausplatz 2",
        "lb-mitte",
        "030 23125-400",
        "psychiatriekoordination",
    ),
    House(
        "spdi",
        "kreis",
        "authority",
        "Sozialpsychiatrischer Dienst, Kreis Auental",
        "Kreishausplatz 4",
        "lb-mitte",
        "030 23125-410",
        "spdi",
    ),
    House(
        "ankerplatz",
        "ankerplatz",
        "provider",
        "Aufnahmeteam Ankerplatz",
        "Gerberstraße 14",
        "lb-sued",
        "030 23125-340",
        "bewo-sued",
    ),
    House(
        "brueckenwerk",
        "brueckenwerk",
        "provider",
        "Aufnahmeteam Brückenwerk",
        "Gerberstraße 51",
        "lb-sued",
        "0221 4710-150",
        "aufnahme.brueckenwerk",
    ),
    House(
        "lotsenhaus",
        "lotsenhaus",
        "provider",
        "Aufnahmeteam Lotsenhaus",
        "Speicherweg 7",
        "sf-hafen",
        "0221 4710-260",
        "aufnahme.lotsenhaus",
    ),
    House(
        "stiftung",
        "stiftung",
        "provider",
        "Aufnahmeteam Stiftung Altmoor",
        "Am Torfkanal 3",
        "am-dorf",
        "069 90009-210",
        "aufnahme.altmoor",
    ),
    House(
        "spz",
        "spz",
        "provider",
        "SPZ Lindenbrück",
        "Marktgasse 9",
        "lb-mitte",
        "030 23125-210",
        "spz",
    ),
    House(
        "lichtblick",
        "lichtblick",
        "provider",
        "Pflegedienst Lichtblick",
        "Nordufer 38",
        "lb-nord",
        "040 66969-310",
        "lichtblick",
    ),
    House(
        "suchthilfe",
        "suchthilfe",
        "provider",
        "Suchthilfe Auental",
        "Bahnhofstraße 27",
        "lb-mitte",
        "040 66969-420",
        "suchthilfe",
    ),
    House(
        "frauen",
        "frauen",
        "provider",
        "Frauen helfen Frauen",
        "",
        "lb-mitte",
        "089 99998-110",
        "frauenhaus",
    ),
    House(
        "gemeinsam",
        "gemeinsam",
        "provider",
        "Gemeinsam stark",
        "Lindenallee 12",
        "lb-mitte",
        "089 99998-230",
        "eutb",
    ),
    House(
        "arbeitswege",
        "arbeitswege",
        "provider",
        "Arbeitswege",
        "Werftstraße 5",
        "sf-ost",
        "069 90009-340",
        "arbeitswege",
    ),
)

WARDS = (
    "Station 2, Allgemeinpsychiatrie Süd",
    "Station 3, Krisenstation",
    "Station 4, Allgemeinpsychiatrie Nord",
    "Station 5, Sucht, qualifizierter Entzug",
    "Station 6, Psychosomatik und Depression",
    "Station 7, Gerontopsychiatrie",
)

AGREEMENTS = (
    ("klinik", "kreis"),
    ("klinik", "ankerplatz"),
    ("klinik", "brueckenwerk"),
    ("klinik", "spz"),
    ("kreis", "ankerplatz"),
    ("kreis", "stiftung"),
    ("lotsenhaus", "suchthilfe"),
)
