"""The words that are signed; a release keeps their version and hash."""

from __future__ import annotations

import hashlib

VERSION = "2026-11"

WORDING = (
    "Ich entbinde die genannten Mitarbeitenden der sprechenden Einrichtungen von ihrer "
    "Schweigepflicht (§ 203 StGB) gegenüber den genannten hörenden Einrichtungen. Die "
    "Entbindung gilt nur für die angekreuzten Datenarten, nur für den genannten Zweck und nur "
    "bis zum genannten Tag, längstens zwölf Monate. Sie ist freiwillig. Meine Behandlung hängt "
    "nicht davon ab. Ich kann sie jederzeit ohne Angabe von Gründen für die Zukunft widerrufen; "
    "ein Anruf genügt. Wer schon etwas erfahren hat, behält dieses Wissen."
)


def wording_hash() -> str:
    """SHA-256 of the present words, in hexadecimal."""
    return hashlib.sha256(WORDING.encode()).hexdigest()
