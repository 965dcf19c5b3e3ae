"""The emergency view: who can help now, here; who opens next; who is responsible, and why."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actor import Actor
from network import cards
from network.audiences import audiences
from network.hours_text import NowText, now_text
from network.models import Region, Service
from network.opening import Opening, State, holidays_of, opening_at, spans_of
from network.responsibility import Answer, Places, resolve

MOST = 200
SOON = dt.timedelta(hours=24)
WAYS: dict[str, Promise] = {
    "walk_in": gettext_lazy("hingehen ohne Termin"),
    "outreach": gettext_lazy("kommt nach Hause"),
    "anonymous": gettext_lazy("ohne Namen möglich"),
    "without_insurance": gettext_lazy("ohne Versicherung"),
}
WHOM = ("adults", "minors", "old", "women", "addiction", "homeless")


@dataclass(frozen=True)
class CrisisCard:
    """One service on the emergency page."""

    name: str
    url: str
    provider: str
    phone: str
    dial: str
    call_note: str
    opening: str
    open: bool
    responsible: bool
    conditions: list[tuple[str, str]]
    checked: str
    old: bool
    remark: str
    opens: dt.datetime | None


@dataclass(frozen=True)
class Wish:
    """What was asked for beside the place: a way of contact, for whom, a language."""

    way: str = ""
    whom: str = ""
    language: str = ""


@dataclass(frozen=True)
class CrisisPage:
    """Everything the page shows, at one moment."""

    open: list[CrisisCard]
    soon: list[CrisisCard]
    by_telephone: list[CrisisCard]
    answers: list[Answer]


def crisis_page(
    region: Region | None, places: Places, wish: Wish, *, at: dt.datetime, actor: Actor
) -> CrisisPage:
    """The page for ``region`` at the moment ``at``; internal remarks only for members."""
    if region is None:
        return CrisisPage([], [], [], [])
    answers = resolve(places, region, at)
    here = {service.pk for answer in answers for service, _reason in answer.services}
    shown = [
        (_opening(service, region, at), service)
        for service in _services(region)
        if _suits(service, wish)
    ]
    entries = [
        (opening, _card(service, opening, here, remark=actor.belongs)) for opening, service in shown
    ]
    return CrisisPage(
        open=_ordered(card for opening, card in entries if opening.state is State.OPEN),
        soon=_by_opening(
            card for opening, card in entries if _soon(opening, at) and _closed(opening)
        ),
        by_telephone=_ordered(
            card for opening, card in entries if not _soon(opening, at) and _unsaid(opening)
        ),
        answers=answers,
    )


def _services(region: Region) -> QuerySet[Service]:
    rows = Service.objects.published().filter(region=region, in_crisis_view=True)
    return (
        rows.select_related("region")
        .prefetch_related("phones", "opening_spans")
        .order_by("name", "id")[:MOST]
    )


def _opening(service: Service, region: Region, at: dt.datetime) -> Opening:
    return opening_at(spans_of(service.opening_spans.all()), at, holidays_of(region.land))


def _closed(opening: Opening) -> bool:
    return opening.state is not State.OPEN


def _unsaid(opening: Opening) -> bool:
    return opening.state is State.UNKNOWN


def _soon(opening: Opening, at: dt.datetime) -> bool:
    return opening.opens is not None and opening.opens - at <= SOON


def _suits(service: Service, wish: Wish) -> bool:
    """Unknown is not no: only a service that says no to the wish is left out."""
    if wish.way in WAYS and getattr(service, wish.way) is False:
        return False
    for_all = not service.target_groups or "alle" in service.target_groups.lower()
    if wish.whom and not for_all and wish.whom not in audiences(service.target_groups):
        return False
    return not wish.language or wish.language.casefold() in service.languages.casefold()


def _card(service: Service, opening: Opening, here: set[UUID], *, remark: bool) -> CrisisCard:
    numbers = list(service.phones.all())
    now = now_text(opening)
    if not service.opening_spans.all() and service.hours_text:
        now = NowText(False, False, service.hours_text, "")
    return CrisisCard(
        name=service.name,
        url=cards.address_of(service),
        provider=" · ".join(filter(None, [service.provider_name, _where(service)])),
        phone=numbers[0].raw if numbers else "",
        dial=numbers[0].dial if numbers else "",
        call_note=numbers[0].note if numbers else service.phone_text,
        opening=_words(now),
        open=now.open,
        responsible=service.pk in here,
        conditions=_conditions(service),
        checked=cards.checked_on(service),
        old=cards.is_old(service),
        remark=service.internal_remark if remark else "",
        opens=opening.opens,
    )


def _words(now: NowText) -> str:
    """Open until when; else when again; what is not known says so first."""
    if now.open or not now.again:
        return now.words
    return now.again if now.known else f"{now.words}; {now.again}"


def _where(service: Service) -> str:
    return ", ".join(cards.address(service).split("\n")) if service.address_public else ""


def _conditions(service: Service) -> list[tuple[str, str]]:
    """What is known of the ways in, with its sign; then the service's own words."""
    said = [
        ("yes" if getattr(service, name) else "limit", _said(str(label), getattr(service, name)))
        for name, label in (*WAYS.items(), ("barrier_free", _("rollstuhlgerecht")))
        if getattr(service, name) is not None
    ]
    if service.barrier_free is None:
        said.append(("unknown", _("rollstuhlgerecht: nicht bekannt")))
    own = filter(None, (part.strip() for part in re.split(r"[;\n]", service.conditions)))
    known = {text for _kind, text in said}
    return [*said, *((_sign(text), text) for text in own if text not in known)]


def _sign(text: str) -> str:
    """What widens the door is a yes; everything else limits it."""
    return "yes" if text.lower().startswith(("auch ", "ohne ")) else "limit"


def _said(label: str, value: bool) -> str:
    return label if value else _("%(what)s: nein") % {"what": label}


def _ordered(found: Iterable[CrisisCard]) -> list[CrisisCard]:
    """The responsible ones first, those with a number before those without."""
    return sorted(found, key=lambda card: (not card.responsible, not card.phone, card.name))


def _by_opening(found: Iterable[CrisisCard]) -> list[CrisisCard]:
    return sorted(found, key=lambda card: (str(card.opens), not card.responsible, card.name))
