"""People who sign in: as whom, where, and with which roles."""

from typing import NamedTuple


class Person(NamedTuple):
    """``roles`` are (house, role); ``story`` is what the sign-in page says about them."""

    key: str
    name: str
    mailbox: str
    roles: tuple[tuple[str, str], ...]
    story: str


PEOPLE = (
    Person(
        "miriam",
        "Miriam Okafor-Lenz",
        "m.okafor-lenz",
        (("sozialdienst", "social_service"),),
        "Sozialdienst der Stationen 2 und 4",
    ),
    Person(
        "tobias",
        "Tobias Hartwig",
        "t.hartwig",
        (("sozialdienst", "social_service"),),
        "Sozialdienst der Stationen 3 und 5",
    ),
    Person(
        "agnes",
        "Agnes Wolter",
        "a.wolter",
        (("sozialdienst", "lead"), ("sozialdienst", "social_service")),
        "Leitung des Sozialdienstes",
    ),
    Person(
        "selma", "Selma Arslan", "s.arslan", (("ankerplatz", "intake"),), "Aufnahme bei Anbieter A"
    ),
    Person(
        "matthis",
        "Matthis Kröger",
        "m.kroeger",
        (("brueckenwerk", "intake"),),
        "Aufnahme bei Anbieter B",
    ),
    Person(
        "ayla", "Ayla Demirci", "a.demirci", (("lotsenhaus", "intake"),), "Aufnahme bei Anbieter C"
    ),
    Person(
        "jonas",
        "Jonas Petersen",
        "j.petersen",
        (("ankerplatz", "lead"), ("ankerplatz", "org_admin")),
        "Leitung der Aufnahme und Verwaltung der Organisation",
    ),
    Person(
        "lea", "Lea Onwudiwe", "l.onwudiwe", (("brueckenwerk", "lead"),), "Leitung der Aufnahme"
    ),
    Person(
        "cem",
        "Cem Yıldırım-Voß",
        "c.yildirim-voss",
        (("lotsenhaus", "lead"),),
        "Leitung der Aufnahme",
    ),
    Person(
        "hanne",
        "Hanne Brodersen",
        "h.brodersen",
        (("koordination", "coordination"),),
        "Psychiatriekoordination des Kreises",
    ),
    Person(
        "ulf",
        "Ulf Bergander",
        "u.bergander",
        (("notfall", "emergency"),),
        "Notfallambulanz, nachts",
    ),
    Person(
        "malgorzata",
        "Małgorzata Wójcik",
        "m.wojcik",
        (("pia", "intake"), ("pia", "lead")),
        "Aufnahme der Institutsambulanz",
    ),
    Person(
        "karsten",
        "Karsten Groß",
        "k.gross",
        (("spdi", "intake"), ("spdi", "lead")),
        "Sozialpsychiatrischer Dienst",
    ),
    Person(
        "henrike",
        "Henrike Strauß",
        "h.strauss",
        (("stiftung", "intake"), ("stiftung", "lead")),
        "Aufnahme Wohnen und Tagesstätte",
    ),
    Person(
        "nadia", "Nadia Haddad", "n.haddad", (("spz", "intake"), ("spz", "lead")), "Aufnahme im SPZ"
    ),
    Person(
        "piotr",
        "Piotr Łukasik",
        "p.lukasik",
        (("lichtblick", "intake"), ("lichtblick", "lead")),
        "Häusliche Pflege, Soziotherapie",
    ),
    Person("ilknur", "İlknur Şahin", "i.sahin", (("arbeitswege", "intake"),), "Jobcoaching"),
    Person(
        "brigitte",
        "Brigitte Weißenfels",
        "b.weissenfels",
        (("aufnahme", "intake"), ("tagesklinik", "intake")),
        "Zentrale Aufnahme und Tagesklinik, zwei Einrichtungen",
    ),
    Person(
        "bettina",
        "Bettina Hagedorn",
        "b.hagedorn",
        (("koordination", "committee"),),
        "PSAG, Sitz der Psychiatrie-Erfahrenen",
    ),
    Person(
        "ahmad",
        "Ahmad Al-Masri",
        "a.al-masri",
        (("koordination", "committee"),),
        "PSAG, Sitz der Angehörigen",
    ),
    Person(
        "ralf",
        "Ralf von der Heyde",
        "r.vonderheyde",
        (("sozialdienst", "data_protection"),),
        "Datenschutz der Klinik",
    ),
    Person(
        "ute",
        "Ute Sommerhoff",
        "u.sommerhoff",
        (("sozialdienst", "org_admin"),),
        "Verwaltung der Klinik",
    ),
    Person("fritz", "Fritz Ohnesorg", "f.ohnesorg", (), "Konto ohne Rolle"),
)
