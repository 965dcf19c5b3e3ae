"""Twenty case conferences: about whom, which kind, how far, and when."""

from typing import NamedTuple

from conferences.vocabulary import ConferenceKind
from conferences.workflow import CaseState

S, K = CaseState, ConferenceKind


class Round(NamedTuple):
    """``person`` is a place in the table of clients; ``back`` the working days since it was held.

    A negative ``back`` lies ahead.
    """

    person: int
    kind: ConferenceKind
    state: CaseState
    back: int
    question: str


OWN_HOME = "Was brauche ich, damit ich in der eigenen Wohnung bleiben kann?"
WHO_HELPS = "Wer hilft mir in der ersten Zeit, und wer kommt, wenn es nicht geht?"
WORK = "Wie finde ich eine Arbeit, die mir guttut?"
QUIET = "Wie komme ich zur Ruhe, ohne allein zu sein?"

ROUNDS = (
    Round(0, K.NETWORK, S.SCHEDULING, -5, OWN_HOME),
    Round(2, K.HANDOVER, S.INVITED, -3, WHO_HELPS),
    Round(5, K.HELPERS, S.INVITED, -6, WHO_HELPS),
    Round(6, K.CARE_PLAN, S.PROPOSED, -8, QUIET),
    Round(7, K.NETWORK, S.CONSENT_PENDING, -9, OWN_HOME),
    Round(8, K.NETWORK, S.CLOSED_NO_CONSENT, -2, WHO_HELPS),
    Round(9, K.HELPERS, S.SCHEDULING, -7, WHO_HELPS),
    Round(10, K.NETWORK, S.HELD, 1, OWN_HOME),
    Round(11, K.NETWORK, S.MINUTES_DRAFT, 3, WORK),
    Round(12, K.HANDOVER, S.MINUTES_DRAFT, 2, WHO_HELPS),
    Round(13, K.NETWORK, S.CLIENT_REVIEW, 4, QUIET),
    Round(14, K.NETWORK, S.MINUTES_RELEASED, 9, OWN_HOME),
    Round(15, K.CARE_PLAN, S.MINUTES_RELEASED, 12, WORK),
    Round(16, K.NETWORK, S.FOLLOW_UP, 24, WORK),
    Round(17, K.HELPERS, S.FOLLOW_UP, 31, QUIET),
    Round(18, K.NETWORK, S.CLOSED, 70, OWN_HOME),
    Round(19, K.NETWORK, S.CLOSED, 120, WHO_HELPS),
    Round(20, K.CRISIS, S.CANCELLED, -4, QUIET),
    Round(21, K.NETWORK, S.RESTRICTED, -10, OWN_HOME),
)

ANONYMOUS = "Wer kann in den nächsten Tagen helfen, obwohl niemand einen Platz hat?"
"""The question of the twentieth, which is held without a name."""

TEXTS = {
    "client_view": "Ich möchte in meiner Wohnung bleiben. Abends ist es am schwersten. "
    "Anrufe sind mir lieber als Besuche ohne Anmeldung.",
    "relatives_view": "Der Bruder kann am Wochenende da sein, unter der Woche nicht.",
    "professionals_view": "Die Klinik und der Dienst halten feste Termine für nötig. "
    "Medikamente werden vorerst wöchentlich gestellt.",
    "goals": "Ein Tag mit festem Anfang. Jemand, der abends anruft. Die Miete ist gesichert.",
    "crisis_arrangement": "Bei schlaflosen Nächten zuerst der Krisendienst, 030 23125-100.",
    "dissent": "",
}

MEASURES = (
    ("Antrag auf Eingliederungshilfe abgeben", "Miriam Okafor-Lenz", 10),
    ("Abends zwischen 18 und 19 Uhr anrufen", "Selma Arslan", 20),
    ("Schlüssel bei der Nachbarin hinterlegen", "Selma Arslan", 5),
)
"""What, who, and in how many working days after the conference."""
