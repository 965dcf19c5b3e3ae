"""One entry as the booklet prints it: what is known, in few lines; nothing internal."""

from typing import Any

from django.utils.translation import gettext as _

from network import cards
from network.models import Service
from network.paper.words import shortened

_LONG, _SHORT = 420, 260
_PHONES = 4


def entry_on_paper(service: Service) -> dict[str, Any]:
    """Ready texts; an empty one is left out, but for telephone, hours and check."""
    checked = cards.checked_on(service)
    return {
        "id": f"e-{service.pk}",
        "name": service.name,
        "provider": "" if service.provider_name == service.name else service.provider_name,
        "text": shortened(service.plain_text or service.description, _LONG),
        "phones": _phones(service),
        "rows": [(label, text) for label, text in _rows(service) if text],
        "facts": cards.known_facts(service),
        "checked": checked,
        "old": cards.is_old(service),
    }


def _phones(service: Service) -> list[dict[str, str]]:
    numbers = [{"number": each.raw, "note": each.note} for each in service.phones.all()]
    if not numbers and service.phone_text:
        return [{"number": shortened(service.phone_text, 120), "note": ""}]
    return numbers[:_PHONES]


def _written(service: Service) -> str:
    mail = service.email if "@" in service.email else ""
    return " · ".join(filter(None, [mail, shortened(service.website, 90)]))


def _rows(service: Service) -> list[tuple[str, str]]:
    return [
        (_("Für wen"), shortened(service.target_groups, _SHORT)),
        (_("Zugang"), shortened(service.access, _SHORT)),
        (_("Bitte beachten"), cards.closed(service)),
        (_("Zeiten"), shortened(service.hours_text, _SHORT) or _("nicht bekannt")),
        (_("Ort"), ", ".join(cards.address(service).split("\n"))),
        (_("Schreiben"), _written(service)),
    ]
