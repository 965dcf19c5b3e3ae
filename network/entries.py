"""The page of one entry: every field or "nicht bekannt", remarks for members only."""

from typing import Any

from django.utils.translation import gettext as _

from core import clock
from core.actor import Actor
from network import cards
from network.hours_text import now_text
from network.models import ResponsibilityRule, Service
from network.opening import holidays_of, opening_at, spans_of


def entry_page(service: Service, actor: Actor) -> dict[str, Any]:
    """Everything the template of an entry read ``with_keeper`` shows; eight statements at most."""
    spans = spans_of(service.opening_spans.all())
    opening = opening_at(spans, clock.now(), holidays_of(service.region.land))
    numbers = list(service.phones.all())
    return {
        "service": service,
        "pill": cards.capacity(service),
        "checked": cards.checked_on(service),
        "old": cards.is_old(service),
        "numbers": numbers,
        "unread_phone": service.phone_text if not numbers else "",
        "now": now_text(opening) if spans else None,
        "glance": _glance(service),
        "reach": _reach(service),
        "website": cards.website(service),
        "rules": list(ResponsibilityRule.objects.published().filter(service=service)),
        "internal": _internal(service) if actor.belongs else [],
        "keeps": service.kept,
        "asks": service.takes_requests and actor.holds("send_referral"),
    }


def _glance(service: Service) -> list[tuple[str, str]]:
    return [
        (_("Art der Hilfe"), str(service.get_type_display())),
        (_("Für wen"), service.target_groups),
        (_("Zugang"), "\n".join(filter(None, [service.access, *_access(service)]))),
        (_("Mitbringen"), service.bring_along),
        (_("Bedingungen"), service.conditions),
        (_("Zuständig für"), service.catchment),
        (_("Sprachen"), service.languages),
        (_("Rollstuhlgerecht"), cards.yes_no(service.barrier_free)),
    ]


def _access(service: Service) -> list[str]:
    said = {
        _("hingehen ohne Termin"): service.walk_in,
        _("ohne Überweisung"): service.without_referral,
        _("kommt nach Hause"): service.outreach,
        _("ohne Versicherung"): service.without_insurance,
        _("ohne Namen möglich"): service.anonymous,
    }
    return [
        label if value else _("%(what)s: nein") % {"what": label}
        for label, value in said.items()
        if value is not None
    ]


def _reach(service: Service) -> list[tuple[str, str]]:
    return [
        (_("Zeiten"), service.hours_text),
        (_("Adresse"), cards.address(service)),
        (_("Fax"), service.fax),
    ]


def _internal(service: Service) -> list[tuple[str, str]]:
    """What members of the network say among themselves."""
    rows = [
        (_("Vor der Anfrage"), service.internal_remark),
        (_("Bitte ansehen"), service.needs_look),
    ]
    return [(label, text) for label, text in rows if text]
