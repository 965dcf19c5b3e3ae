"""What the directory's entries say beyond the first table, and where they stand in their lives."""

from typing import Any, NamedTuple

from network.models import Service

Cost = Service.Cost


class More(NamedTuple):
    """Further fields of one offer by their names; a word that stands in no row is not known."""

    answers: str = ""
    cost: Service.Cost = Cost.UNKNOWN
    age: tuple[int | None, int | None] = (None, None)
    plain: str = ""
    easy: str = ""
    bring_along: str = ""
    yes: str = ""
    no: str = ""
    beds: int | None = None
    last_admission: str = ""


class Hint(NamedTuple):
    """A hint of somebody, some days ago."""

    offer: str
    days: int
    text: str
    contact: str = ""


MORE: dict[str, More] = {
    "krisendienst": More(
        answers="Fachkräfte des Krisendienstes, nachts zu zweit",
        cost=Cost.FREE,
        age=(16, None),
        plain="Geht es Ihnen sehr schlecht? Rufen Sie an. Wir hören zu. Wir kommen auch zu Ihnen.",
        easy="Sie haben eine Krise?\nRufen Sie uns an.\nWir hören Ihnen zu.\nDas kostet kein Geld.",
        yes="takes_intoxicated with_child with_dog without_german after_police",
        no="women_only",
    ),
    "notfall": More(
        answers="Pflege am Empfang, dann ärztlicher Dienst",
        cost=Cost.INSURANCE,
        age=(18, None),
        plain="Sie können jederzeit kommen. Sie brauchen keinen Termin und keine Überweisung.",
        bring_along="Wenn zur Hand: Versichertenkarte und Medikamente. Es geht auch ohne.",
        yes="takes_intoxicated without_german after_police",
        no="women_only with_dog",
        beds=4,
    ),
    "pia": More(
        answers="Empfang der Ambulanz",
        cost=Cost.INSURANCE,
        age=(18, None),
        plain="Nach der Klinik behandeln wir Sie weiter. Von 9 bis 11 Uhr geht es ohne Termin.",
        yes="by_appointment",
        no="with_dog",
    ),
    "spdi-sued": More(
        answers="die Fachkraft im Tagesdienst",
        cost=Cost.FREE,
        plain="Wir beraten Sie und Ihre Familie. Wir kommen auch nach Hause.",
        easy="Wir helfen Ihnen.\nSie können anrufen.\nWir kommen auch zu Ihnen nach Hause.",
        yes="by_appointment takes_intoxicated with_child with_dog without_german after_police",
    ),
    "spdi-nord": More(
        answers="die Fachkraft im Tagesdienst",
        cost=Cost.FREE,
        yes="by_appointment takes_intoxicated with_child after_police",
    ),
    "frauenhaus": More(
        answers="eine Mitarbeiterin, Tag und Nacht",
        cost=Cost.OWN,
        plain="Sie haben Angst zu Hause? Rufen Sie an. Wir sagen niemandem, wo das Haus ist.",
        easy="Schlägt Sie jemand?\nRufen Sie uns an.\nHier sind Sie sicher.\nKinder können mit.",
        bring_along="Ausweis, Versichertenkarte, Medikamente, was die Kinder brauchen. "
        "Zur Not nichts.",
        yes="with_child without_german after_police women_only",
        no="with_dog",
        beds=16,
    ),
    "notschlafstelle": More(
        answers="der Nachtdienst am Eingang",
        cost=Cost.FREE,
        age=(18, None),
        plain="Sie brauchen ein Bett für die Nacht? Kommen Sie vor 23:30 Uhr.",
        easy="Sie haben keine Wohnung?\nHier können Sie schlafen.\nKommen Sie am Abend.",
        yes="without_german after_police",
        no="takes_intoxicated with_child with_dog women_only by_appointment",
        beds=12,
        last_admission="23:30",
    ),
    "bewo-sued": More(
        answers="das Aufnahmeteam",
        cost=Cost.PARTICIPATION,
        age=(18, None),
        plain="Sie wohnen in Ihrer Wohnung. Wir besuchen Sie und helfen im Alltag.",
        yes="by_appointment with_dog with_child",
    ),
    "bewo-jung": More(
        answers="das Aufnahmeteam", cost=Cost.PARTICIPATION, age=(18, 27), yes="by_appointment"
    ),
    "gastfamilien": More(
        answers="das Fachteam Gastfamilien",
        cost=Cost.PARTICIPATION,
        age=(18, None),
        yes="by_appointment with_dog",
    ),
    "bewo-bruecke": More(
        answers="das Aufnahmeteam",
        cost=Cost.PARTICIPATION,
        age=(18, None),
        yes="by_appointment without_german",
    ),
    "bewo-nordufer": More(
        cost=Cost.PARTICIPATION, age=(18, None), yes="by_appointment takes_intoxicated with_dog"
    ),
    "wohnverbund": More(
        answers="die Leitung des Hauses", cost=Cost.PARTICIPATION, age=(18, None), beds=14
    ),
    "haus-heide": More(
        answers="die Leitung des Hauses", cost=Cost.PARTICIPATION, age=(18, None), beds=24
    ),
    "haus-kai": More(
        answers="der wache Nachtdienst, tags die Leitung",
        cost=Cost.PARTICIPATION,
        age=(18, 65),
        beds=12,
    ),
    "spz": More(
        answers="die Fachkraft am Empfang",
        cost=Cost.FREE,
        plain="Sie können kommen, reden und Rat bekommen. Eine Anmeldung ist nicht nötig.",
        yes="without_german with_child",
    ),
    "kontakt-mitte": More(
        answers="wer gerade Dienst hat",
        cost=Cost.FREE,
        plain="Kommen Sie vorbei. Es gibt Kaffee, Menschen und Rat.",
        easy="Sie fühlen sich allein?\nKommen Sie vorbei.\nSie brauchen keinen Termin.",
        no="by_appointment",
        yes="with_child with_dog",
    ),
    "kontakt-seefurt": More(answers="wer gerade Dienst hat", cost=Cost.FREE),
    "sucht": More(
        answers="die Fachkraft am Empfang",
        cost=Cost.FREE,
        age=(14, None),
        plain="Sie trinken zu viel, oder jemand, den Sie mögen? Reden Sie mit uns.",
        yes="by_appointment takes_intoxicated with_child",
    ),
    "selbsthilfe": More(answers="die Kontaktstelle", cost=Cost.FREE),
    "angehoerige": More(answers="eine Angehörige, ehrenamtlich", cost=Cost.FREE),
    "eutb": More(
        answers="eine Beraterin mit eigener Erfahrung",
        cost=Cost.FREE,
        plain="Wir beraten Sie zu Ihren Rechten. Wir gehören zu keinem Amt und keinem Träger.",
        yes="by_appointment",
    ),
    "genesung": More(answers="eine Genesungsbegleiterin", cost=Cost.FREE, age=(18, None)),
    "app": More(answers="die Einsatzleitung", cost=Cost.INSURANCE, yes="by_appointment"),
    "soziotherapie": More(answers="das Büro", cost=Cost.INSURANCE, age=(18, None)),
    "klinik": More(answers="die Zentrale Aufnahme", cost=Cost.INSURANCE, age=(18, None), beds=112),
    "tagesklinik": More(
        answers="das Sekretariat", cost=Cost.INSURANCE, age=(18, None), yes="by_appointment"
    ),
    "staeb": More(answers="das Team zu Hause", cost=Cost.INSURANCE, age=(18, None)),
    "jobcoaching": More(answers="ein Jobcoach", cost=Cost.FREE, age=(18, 66), yes="by_appointment"),
    "beschwerde": More(answers="zwei Mitglieder der Beschwerdestelle", cost=Cost.FREE),
}

LIVES: dict[str, dict[str, Any]] = {
    "nachtcafe": {"state": Service.State.IN_REVIEW},
    "zuverdienst": {"closed": (-4, 17)},
}
"""State, or from when until when it is closed, in days from today; the rest is published."""

HINTS = (
    Hint(
        "bewo-sued",
        3,
        "Freitags geht ab 12 Uhr niemand mehr ans Telefon, angegeben ist 13 Uhr.",
        "Sozialdienst Station 4, 030 23125-504",
    ),
    Hint("stimmen", 12, "Die Gruppe trifft sich seit Oktober am zweiten Montag."),
)
