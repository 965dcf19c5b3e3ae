"""Who is responsible where, and on which basis: services of the tables, and offices."""

from typing import NamedTuple


class Duty(NamedTuple):
    """One rule: ``offer`` is a key of the services, or empty for an office with a number."""

    offer: str
    area: str
    basis: str
    hours: str = ""
    kind: str = ""
    office: str = ""
    phone: str = ""
    criterion: str = "residence"
    street: str = ""
    houses: tuple[str, str] = ("", "")
    side: str = ""
    ages: tuple[int | None, int | None] = (None, None)
    hours_text: str = ""
    condition: str = ""


_LAW = "PsychKG NW, Kreisordnung vom 02.05.2024"
_DUTY = "PsychKG NW, Versorgungspflicht"
_AGREEMENT = "Kooperationsvereinbarung vom 12.03.2025, Anlage 2"
_EVENT = "place_of_event"

DUTIES = (
    Duty("klinik", "auental", _DUTY, criterion=_EVENT),
    Duty("notfall", "auental", _DUTY, "outside", criterion=_EVENT),
    Duty("spdi-sued", "lb-sued", _LAW, "office"),
    Duty("spdi-sued", "lb-mitte", _LAW, "office"),
    Duty("spdi-sued", "altmoor", _LAW, "office"),
    Duty("spdi-nord", "lb-nord", _LAW, "office"),
    Duty("spdi-nord", "seefurt", _LAW, "office"),
    Duty(
        "spdi-nord",
        "lb-mitte",
        _LAW,
        "office",
        street="Uferstraße",
        houses=("2", "48"),
        side="even",
    ),
    Duty("krisendienst", "auental", _AGREEMENT, criterion="current_stay"),
    Duty("pia", "lindenbrueck", "§ 118 SGB V, Ermächtigung der Klinik"),
    Duty("pia", "altmoor", "§ 118 SGB V, Ermächtigung der Klinik"),
    Duty("pia-seefurt", "seefurt", "§ 118 SGB V, Ermächtigung der Klinik"),
    Duty("bewo-sued", "lb-sued", _AGREEMENT, criterion="free_choice"),
    Duty("bewo-nordufer", "lb-nord", _AGREEMENT, criterion="free_choice"),
    Duty("bewo-seefurt", "seefurt", _AGREEMENT, criterion="free_choice"),
    Duty(
        "",
        "auental",
        "§ 14 PsychKG NW",
        "outside",
        "authority",
        "Ordnungsamt, Rufbereitschaft über die Leitstelle",
        "030 23125-190",
        _EVENT,
    ),
    Duty(
        "",
        "auental",
        "§ 14 PsychKG NW",
        "office",
        "authority",
        "Ordnungsamt Lindenbrück",
        "030 23125-191",
        _EVENT,
    ),
    Duty(
        "",
        "lindenbrueck",
        "§ 272 FamFG",
        "spans",
        "court",
        "Amtsgericht Lindenbrück, Eildienst",
        "030 23125-195",
        "current_stay",
        hours_text="täglich 6-21 Uhr",
    ),
    Duty(
        "",
        "seefurt",
        "§ 272 FamFG",
        "spans",
        "court",
        "Amtsgericht Seefurt, Eildienst",
        "030 23125-196",
        "current_stay",
        hours_text="täglich 6-21 Uhr",
        condition="am Wochenende im Wechsel mit Lindenbrück",
    ),
    Duty(
        "",
        "auental",
        "§ 98 SGB IX",
        "office",
        "participation",
        "Träger der Eingliederungshilfe, Kreis Auental",
        "030 23125-430",
        "first_application",
    ),
)
"""Nobody is entered for child protection and interpreting: the emergency view shows the gaps."""
