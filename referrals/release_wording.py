"""The words that are signed; a release keeps the version that stands on its paper, and its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType

VERSION = "2026-11-2"
"""The one that is printed today."""

WORDINGS: Mapping[str, str] = MappingProxyType(
    {
        "2026-11-2": (
            "Ich erlaube der oben genannten Einrichtung, der anderen das zu sagen, was ich "
            "angekreuzt habe. Dafür entbinde ich die Menschen, die dort arbeiten, von ihrer "
            "Schweigepflicht (§ 203 StGB). Steht oben „miteinander sprechen“, dann gilt das für "
            "beide Einrichtungen. Es gilt nur für den genannten Zweck und nur bis zum genannten "
            "Tag, höchstens zwölf Monate. Ich unterschreibe freiwillig. Wenn ich nicht "
            "unterschreibe, werde ich genauso behandelt. Ich kann es mir jederzeit anders "
            "überlegen, ohne Grund; ein Anruf genügt. Dann wird nichts mehr weitergesagt. Was "
            "jemand schon weiß, bleibt bekannt."
        ),
        "2026-11": (
            "Ich entbinde die genannten Mitarbeitenden der sprechenden Einrichtungen von ihrer "
            "Schweigepflicht (§ 203 StGB) gegenüber den genannten hörenden Einrichtungen. Die "
            "Entbindung gilt nur für die angekreuzten Datenarten, nur für den genannten Zweck "
            "und nur bis zum genannten Tag, längstens zwölf Monate. Sie ist freiwillig. Meine "
            "Behandlung hängt nicht davon ab. Ich kann sie jederzeit ohne Angabe von Gründen für "
            "die Zukunft widerrufen; ein Anruf genügt. Wer schon etwas erfahren hat, behält "
            "dieses Wissen."
        ),
    }
)
"""Every version that may still lie signed on a desk; none is ever changed."""


def wording_hash(version: str = VERSION) -> str:
    """SHA-256 of the words of ``version``, in hexadecimal."""
    return hashlib.sha256(WORDINGS[version].encode()).hexdigest()
