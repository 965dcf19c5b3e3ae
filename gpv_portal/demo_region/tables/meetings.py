"""Committees, their seats, and what two years of meetings talked about."""

from typing import NamedTuple

from conferences.meeting_workflow import MeetingState
from conferences.vocabulary import BodyKind, Display, SeatGroup

G, S = SeatGroup, MeetingState


class Committee(NamedTuple):
    slug: str
    name: str
    subtitle: str
    kind: BodyKind
    is_public: bool


class Chair(NamedTuple):
    """A seat; ``person`` is a key of the people, empty is vacant. ``bodies`` are slugs."""

    group: SeatGroup
    label: str
    person: str
    bodies: tuple[str, ...] = ("psag",)
    has_vote: bool = True
    display: Display = Display.NAME


class Sitting(NamedTuple):
    """A meeting; ``weeks`` before today, negative lies ahead. ``topics`` are keys of TOPICS."""

    body: str
    weeks: int
    state: MeetingState
    topics: tuple[str, ...]


class Topic(NamedTuple):
    """One point: what was asked, said, decided (with votes yes, no, abstained) and agreed."""

    title: str
    text: str
    result: str = ""
    resolution: str = ""
    votes: tuple[int, int, int] = (13, 0, 2)
    measure: tuple[str, str] = ("", "")
    is_internal: bool = False
    comes_back: bool = False


COMMITTEES = (
    Committee("psag", "PSAG Auental", "Psychosoziale Arbeitsgemeinschaft", BodyKind.PSAG, True),
    Committee(
        "netzwerkkonferenz",
        "Netzwerkkonferenz Auental",
        "Dienste und Klinik im Kreis, ohne Fälle",
        BodyKind.NETWORK,
        True,
    ),
    Committee("ag-wohnen", "AG Wohnen", "Arbeitsgruppe der PSAG", BodyKind.WORKING_GROUP, False),
)

_ALL = ("psag", "netzwerkkonferenz")
CHAIRS = (
    Chair(
        G.EXPERIENCED, "Psychiatrie-Erfahrene, 1. Sitz", "bettina", _ALL, True, Display.FIRST_NAME
    ),
    Chair(G.EXPERIENCED, "Psychiatrie-Erfahrene, 2. Sitz", ""),
    Chair(G.RELATIVES, "Angehörige, 1. Sitz", "ahmad", (*_ALL, "ag-wohnen")),
    Chair(G.RELATIVES, "Angehörige, 2. Sitz", ""),
    Chair(G.MUNICIPALITY, "Psychiatriekoordination", "hanne", (*_ALL, "ag-wohnen"), False),
    Chair(G.MUNICIPALITY, "Sozialpsychiatrischer Dienst", "karsten", _ALL),
    Chair(G.CLINIC, "Klinik, Sozialdienst", "agnes", _ALL),
    Chair(G.CLINIC, "Klinik, Institutsambulanz", "malgorzata"),
    Chair(G.PROVIDER, "Ankerplatz e. V.", "jonas", (*_ALL, "ag-wohnen")),
    Chair(G.PROVIDER, "Brückenwerk gGmbH", "matthis", (*_ALL, "ag-wohnen")),
    Chair(G.PROVIDER, "Lotsenhaus Seefurt gGmbH", "cem", _ALL),
    Chair(G.PROVIDER, "Stiftung Altmoor", "henrike", (*_ALL, "ag-wohnen")),
    Chair(G.PROVIDER, "SPZ Lindenbrück e. V.", "nadia", _ALL),
    Chair(G.PROVIDER, "Pflegedienst Lichtblick GmbH", "piotr"),
    Chair(G.PROVIDER, "Arbeitswege gGmbH", "ilknur"),
    Chair(G.PROVIDER, "Suchthilfe Auental e. V.", ""),
    Chair(G.SELF_HELP, "Gemeinsam stark Auental e. V.", ""),
    Chair(G.PAYER, "Träger der Eingliederungshilfe", ""),
    Chair(G.GUEST, "Krisendienst, beratend", "", ("psag",), False),
)  # one seat, one look

TOPICS = {
    "minutes": Topic(
        "Begrüßung, Protokoll der letzten Sitzung",
        "",
        "Genehmigt ohne Änderung.",
        "Das Protokoll der letzten Sitzung wird genehmigt.",
        (13, 0, 2),
    ),
    "pets": Topic(
        "Lücke: Betreutes Wohnen mit Tierhaltung",
        "Aus abgelehnten Anfragen, ohne Personen: 11 von 64 Anfragen eines halben Jahres wurden "
        "wegen eines Haustiers abgelehnt.",
        "Die Dienste berichten von ihren Erfahrungen. Gastfamilien nehmen Tiere oft auf.",
        "Die AG Wohnen legt einen Vorschlag vor, wie Tiere bei Aufnahme und Krise mitversorgt "
        "werden.",
        (12, 1, 2),
        ("Vorschlag zur Tierversorgung", "AG Wohnen, Matthis Kröger"),
    ),
    "night": Topic(
        "Nachtbereitschaft des Krisendienstes",
        "Bericht der Notfallambulanz.",
        "Der Antrag auf Verlängerung bis 2 Uhr wird vertagt, weil die Kosten noch nicht vorliegen.",
        measure=("Kosten der Nachtbereitschaft erheben", "Hanne Brodersen"),
        comes_back=True,
    ),
    "seats": Topic(
        "Besetzung der Sitze",
        "",
        "Der zweite Sitz der Angehörigen wird neu ausgeschrieben.",
        measure=("Ausschreibung an die Angehörigengruppe", "Ahmad Al-Masri"),
        is_internal=True,
    ),
    "contacts": Topic(
        "Kontaktliste der Sozialdienste",
        "Die Liste wird zweimal im Jahr neu herausgegeben.",
        "Alle Einrichtungen prüfen ihre Einträge.",
        measure=("Liste der Ansprechpersonen verteilen", "Miriam Okafor-Lenz"),
    ),
    "housing": Topic(
        "Wohnungen nach der Klinik",
        "Vier Menschen warteten länger als drei Monate.",
        "Die Wohnungsbaugesellschaft wird eingeladen.",
        "Die Koordination lädt die Wohnungsbaugesellschaft zur nächsten Sitzung ein.",
        (14, 0, 1),
        ("Einladung aussprechen", "Hanne Brodersen"),
    ),
    "peers": Topic(
        "Genesungsbegleitung auf den Stationen",
        "Erfahrungen aus dem ersten Jahr.",
        "Zwei Stationen möchten weitermachen.",
        "Die PSAG empfiehlt, die Genesungsbegleitung auf alle sechs Stationen auszuweiten.",
        (15, 0, 0),
    ),
    "figures": Topic(
        "Zahlen der Überleitungen",
        "Ohne Personen, kleine Zahlen unterdrückt.",
        "In drei von vier Fällen gab es innerhalb von sieben Tagen einen ersten Kontakt.",
    ),
    "transport": Topic(
        "Bus nach Altmoor am Abend",
        "Die Tagesstätte ist nach 17 Uhr nicht erreichbar.",
        "Ein Schreiben an den Verkehrsverbund ist entworfen.",
        "Die PSAG bittet den Kreis um eine spätere Fahrt.",
        (6, 7, 2),
    ),
}

REGULAR = ("minutes", "contacts", "housing", "seats")
SITTINGS = (
    Sitting("psag", 104, S.PUBLISHED, ("minutes", "peers", "seats")),
    Sitting("psag", 91, S.PUBLISHED, ("minutes", "figures", "housing")),
    Sitting("psag", 78, S.PUBLISHED, ("minutes", "transport", "contacts")),
    Sitting("psag", 65, S.CANCELLED, ("minutes",)),
    Sitting("psag", 52, S.PUBLISHED, REGULAR),
    Sitting("psag", 39, S.PUBLISHED, ("minutes", "peers", "figures")),
    Sitting("psag", 26, S.PUBLISHED, ("minutes", "housing", "transport")),
    Sitting("psag", 13, S.MINUTES_APPROVED, ("minutes", "pets", "contacts")),
    Sitting("psag", 1, S.MINUTES_DRAFT, ("minutes", "pets", "night", "seats")),
    Sitting("psag", -12, S.PLANNED, ("figures",)),
    Sitting("netzwerkkonferenz", 50, S.PUBLISHED, ("minutes", "peers", "contacts")),
    Sitting("netzwerkkonferenz", 24, S.PUBLISHED, ("minutes", "figures")),
    Sitting("netzwerkkonferenz", -2, S.INVITED, ("contacts", "figures")),
    Sitting("ag-wohnen", 20, S.MINUTES_APPROVED, ("pets", "housing")),
    Sitting("ag-wohnen", 2, S.HELD, ("pets",)),
    Sitting("ag-wohnen", -4, S.POSTPONED, ("housing",)),
)
