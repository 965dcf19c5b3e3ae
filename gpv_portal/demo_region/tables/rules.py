"""Which service is responsible where, and on which basis."""

from typing import NamedTuple


class Duty(NamedTuple):
    offer: str
    area: str
    basis: str
    outside_office_hours: bool = False


_LAW = "PsychKG NW, Kreisordnung vom 02.05.2024"
_AGREEMENT = "Kooperationsvereinbarung vom 12.03.2025, Anlage 2"

DUTIES = (
    Duty("klinik", "auental", "PsychKG NW, Versorgungspflicht"),
    Duty("notfall", "auental", "PsychKG NW, Versorgungspflicht", True),
    Duty("spdi-sued", "lb-sued", _LAW),
    Duty("spdi-sued", "lb-mitte", _LAW),
    Duty("spdi-sued", "altmoor", _LAW),
    Duty("spdi-nord", "lb-nord", _LAW),
    Duty("spdi-nord", "seefurt", _LAW),
    Duty("krisendienst", "auental", _AGREEMENT, True),
    Duty("pia", "lindenbrueck", "§ 118 SGB V, Ermächtigung der Klinik"),
    Duty("pia", "altmoor", "§ 118 SGB V, Ermächtigung der Klinik"),
    Duty("pia-seefurt", "seefurt", "§ 118 SGB V, Ermächtigung der Klinik"),
    Duty("bewo-sued", "lb-sued", _AGREEMENT),
    Duty("bewo-nordufer", "lb-nord", _AGREEMENT),
    Duty("bewo-seefurt", "seefurt", _AGREEMENT),
)
