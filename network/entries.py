"""The page of one entry: every field or "nicht bekannt", remarks for members only."""

from typing import Any

from django.utils.translation import gettext as _

from core import clock
from core.actor import Actor
from network import cards, entry_facts
from network.forms.life import ClosureForm
from network.hours_text import now_text, week_text
from network.life import Standing, Step, steps_for
from network.models import ResponsibilityRule, Service
from network.opening import holidays_of, opening_at, spans_of


def entry_page(
    service: Service, actor: Actor, *, closure: ClosureForm | None = None
) -> dict[str, Any]:
    """Everything the template of an entry read ``with_keeper`` shows; eight statements at most."""
    spans = spans_of(service.opening_spans.all())
    opening = opening_at(spans, clock.now(), holidays_of(service.region.land))
    numbers = list(service.phones.all())
    closed = cards.closed(service)
    rules = list(ResponsibilityRule.objects.published().filter(service=service))
    return {
        "service": service,
        "pill": cards.capacity(service),
        "checked": cards.checked_on(service),
        "old": cards.is_old(service),
        "stale": cards.is_stale(service),
        "closed": closed,
        "owner": entry_facts.owner(service),
        "numbers": numbers,
        "unread_phone": service.phone_text if not numbers else "",
        "now": now_text(opening) if spans and not closed else None,
        "week": week_text(spans),
        "glance": entry_facts.glance(service, ruled=bool(rules)),
        "crisis": entry_facts.crisis(service),
        "reach": entry_facts.reach(service),
        "website": cards.website(service),
        "rules": rules,
        "internal": _internal(service) if actor.belongs else [],
        "keeps": service.kept,
        "life": _life(service, closure),
        "asks": _asks(service, actor),
    }


def _asks(service: Service, actor: Actor) -> bool:
    """Whether the visitor may ask for a place here now."""
    works = service.published and not service.is_closed
    return works and service.takes_requests and actor.holds("send_referral")


def _life(service: Service, closure: ClosureForm | None) -> dict[str, Any] | None:
    """What whoever keeps or coordinates the entry may do with it as a whole."""
    if not service.kept and not service.reviewed:
        return None
    steps = steps_for(service, Standing(service.kept, service.reviewed))
    plain = [step for step in steps if step != Step.RETURN]
    return {
        "steps": plain,
        "returns": Step.RETURN in steps,
        "closure": closure or ClosureForm() if service.kept and service.published else None,
        "submits": Step.SUBMIT in steps,
        "ends": Step.INACTIVATE in steps,
    }


def _internal(service: Service) -> list[tuple[str, str]]:
    """What members of the network say among themselves."""
    rows = [
        (_("Vor der Anfrage"), service.internal_remark),
        (_("Bitte ansehen"), service.needs_look),
    ]
    return [(label, text) for label, text in rows if text]
