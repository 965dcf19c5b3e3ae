"""What rots in a region's directory: entries somebody should look at, by the reason."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from network import cards, freshness
from network.models import Region, Service
from network.models.service import ServiceQuerySet


@dataclass(frozen=True)
class Kind:
    """One reason to look: its word in the address, its name, and the entries it names."""

    word: str
    label: str | Promise
    entries: Q


@dataclass(frozen=True)
class Tab:
    """One kind with its number."""

    word: str
    label: str | Promise
    number: int
    chosen: bool


_LIVING = Q(state=Service.State.PUBLISHED)
_UNNAMED = ("pruefung", "ansehen", "veraltet", "faellig")
"""The kinds that one task of the coordination counts; "nie" is among the last two."""

IN_HOUSE_REVIEW = Q(state=Service.State.IN_REVIEW, facility__isnull=False)
"""What a house has handed in: the coordination has a task for each."""


def _kinds() -> tuple[Kind, ...]:
    """Every reason, the most pressing first; the dates are those of today."""
    return (
        Kind("pruefung", _("zu veröffentlichen"), Q(state=Service.State.IN_REVIEW)),
        Kind("ansehen", _("bitte ansehen"), ~Q(needs_look="")),
        Kind("hinweise", _("Hinweise warten"), Q(hinted=True)),
        Kind("veraltet", _("veraltet"), _LIVING & freshness.stale()),
        Kind("faellig", _("Prüfung fällig"), _LIVING & freshness.due() & ~freshness.stale()),
        Kind("nie", _("nie geprüft"), _LIVING & Q(verified_on=None)),
        Kind("niemand", _("niemand erreichbar"), _LIVING & Q(staffed=True, reachable=False)),
        Kind("entwurf", _("Entwurf oder beendet"), Q(state__in=("draft", "inactive"))),
    )


def chosen(word: str) -> Kind | None:
    """The kind that the address names; None shows all."""
    return next((kind for kind in _kinds() if kind.word == word), None)


def rows(actor: Actor, region: Region | None, kind: Kind | None) -> ServiceQuerySet:
    """The entries of the region that have the reason, or any reason at all."""
    wanted = kind.entries if kind else _any()
    return _entries(actor, region).filter(wanted)


def tabs(actor: Actor, region: Region | None, shown: Kind | None) -> list[Tab]:
    """All kinds with their numbers, in one statement."""
    kinds = _kinds()
    counts = _entries(actor, region).aggregate(
        alle=Count("pk", filter=_any()),
        **{kind.word: Count("pk", filter=kind.entries) for kind in kinds},
    )
    word = shown.word if shown else "alle"
    named = [("alle", _("alle")), *((kind.word, kind.label) for kind in kinds)]
    return [Tab(key, label, counts[key], key == word) for key, label in named]


def elsewhere(actor: Actor) -> list[Tab]:
    """What rots in the region of the acting office and stands on no worklist by itself."""
    kinds = [kind for kind in _kinds() if kind.word in _UNNAMED]
    seen = Service.objects.visible_to(actor).reviewed_by(actor).with_keeper(actor)
    unnamed = seen.filter(Q(kept=False) | Q(facility=None))
    counts = unnamed.exclude(IN_HOUSE_REVIEW).aggregate(
        **{kind.word: Count("pk", filter=kind.entries) for kind in kinds}
    )
    return [Tab(kind.word, kind.label, counts[kind.word], chosen=False) for kind in kinds]


def lines(services: list[Service]) -> list[dict[str, Any]]:
    """The entries as the page shows them, each with everything that is to be looked at."""
    return [
        {"service": service, "reasons": _reasons(service), "checked": cards.checked_on(service)}
        for service in services
    ]


def _any() -> Q:
    wanted = Q()
    for kind in _kinds():
        wanted |= kind.entries
    return wanted & ~(Q(state=Service.State.INACTIVE) & Q(needs_look="", hinted=False))


def _entries(actor: Actor, region: Region | None) -> ServiceQuerySet:
    seen = Service.objects.visible_to(actor).with_keeper(actor).with_attention()
    return seen.filter(region=region)


def _reasons(service: Service) -> list[str | Promise]:
    shown, stale = service.published, cards.is_stale(service)
    unasked = service.staffed and not service.reachable
    reasons: list[tuple[bool, str | Promise]] = [
        (not shown, service.get_state_display()),
        (bool(service.needs_look), service.needs_look),
        (service.hinted, _("Hinweise warten")),
        (shown and stale, _("veraltet")),
        (shown and cards.is_old(service) and not stale, _("Prüfung fällig")),
        (shown and service.verified_on is None, _("nie geprüft")),
        (shown and unasked, _("in der Einrichtung ist niemand zu erreichen")),
    ]
    return [said for holds, said in reasons if holds]
