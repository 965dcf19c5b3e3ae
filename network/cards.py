"""What a page says about a service: ready words, every figure with its date."""

import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from network.freshness import Freshness, capacity_is_current, capacity_is_known, freshness
from network.models import Service

_TEASER = 220
_FACTS = (
    ("walk_in", gettext_lazy("ohne Termin")),
    ("without_referral", gettext_lazy("ohne Überweisung")),
    ("outreach", gettext_lazy("kommt nach Hause")),
    ("anonymous", gettext_lazy("ohne Namen möglich")),
    ("without_insurance", gettext_lazy("ohne Versicherung")),
    ("barrier_free", gettext_lazy("rollstuhlgerecht")),
)


@dataclass(frozen=True)
class Pill:
    """Word, icon and tone of a state."""

    word: str
    icon: str
    tone: str


@dataclass(frozen=True)
class Card:
    """One result of the directory."""

    name: str
    url: str
    kind: str
    provider: str
    teaser: str
    facts: list[str]
    pill: Pill | None
    place: str
    checked: str
    old: bool
    printed: list[str]


def card(service: Service) -> Card:
    """The service as a row of the results."""
    return Card(
        name=service.name,
        url=address_of(service),
        kind=str(service.get_type_display()),
        provider=service.provider_name,
        teaser=_shortened(service.description),
        facts=known_facts(service),
        pill=capacity(service),
        place=place(service),
        checked=checked_on(service),
        old=is_old(service),
        printed=_printed(service),
    )


def _printed(service: Service) -> list[str]:
    """What the page of the service would say: on paper nothing can be followed."""
    where = address(service).replace("\n", ", ")
    return [text for text in (service.phone_text, where, service.hours_text) if text]


def address_of(service: Service) -> str:
    """The public page of the service."""
    return reverse("network:service", args=[service.slug])


def known_facts(service: Service) -> list[str]:
    """What is known to be so; what is not known is not said here."""
    facts = [str(label) for name, label in _FACTS if getattr(service, name)]
    return [*facts, service.languages] if service.languages else facts


def place(service: Service) -> str:
    """Where it is; of a shelter only the region, everywhere."""
    if not service.address_public:
        return service.region.name
    return service.district or service.town or service.region.name


def address(service: Service) -> str:
    """Street and town in two lines, or why they are not said."""
    if not service.address_public:
        return _("%(region)s; die Adresse ist zum Schutz nicht öffentlich") % {
            "region": service.region.name
        }
    town = " ".join(filter(None, [service.postcode, service.town]))
    return "\n".join(filter(None, [service.street, town, service.district]))


def whole_address(service: Service) -> str:
    """Street and town in a line, marked where they are not public: for the coordination alone."""
    town = " ".join(filter(None, [service.postcode, service.town]))
    said = ", ".join(filter(None, [service.street, town, service.district]))
    if said and not service.address_public:
        return _("%(address)s (nicht öffentlich)") % {"address": said}
    return said


def capacity(service: Service) -> Pill | None:
    """Whether there is room, while that is news; a service without one says nothing."""
    if service.is_closed:
        return Pill(closed(service), "stop", "due")
    if capacity_is_known(service):
        _word, icon, tone = _CAPACITY[Service.Capacity(service.capacity)]
        return Pill(room(service), icon, tone if capacity_is_current(service) else "calm")
    if service.takes_requests:
        return Pill(_("nimmt Anfragen an"), "done", "ok")
    return None


def room(service: Service) -> str:
    """The places and the day of that word: old after 72 hours, not known after 14 days."""
    if not capacity_is_known(service) or service.capacity_at is None:
        return ""
    word, _icon, _tone = _CAPACITY[Service.Capacity(service.capacity)]
    day = f"{clock.local(service.capacity_at):%d.%m.%Y}"
    said = _("%(word)s, Stand %(day)s") % {"word": word, "day": day}
    return said if capacity_is_current(service) else said + _(", veraltet")


def closed(service: Service) -> str:
    """That it is closed for a while, and until when if that is known; else nothing."""
    if not service.is_closed:
        return ""
    if service.closed_until is None:
        return _("vorübergehend geschlossen")
    until = f"{service.closed_until:%d.%m.%Y}"
    return _("vorübergehend geschlossen bis %(day)s") % {"day": until}


_CAPACITY = {
    Service.Capacity.FREE: (gettext_lazy("freie Plätze"), "done", "ok"),
    Service.Capacity.WAITING: (gettext_lazy("Warteliste"), "hourglass", "due"),
    Service.Capacity.FULL: (gettext_lazy("zurzeit voll"), "stop", "calm"),
    Service.Capacity.TALK_FIRST: (gettext_lazy("erst ein Gespräch"), "chat", "wait"),
}


def checked_on(service: Service) -> str:
    """The day on which somebody answerable said that it is all true, or nothing."""
    return f"{service.verified_on:%d.%m.%Y}" if service.verified_on else ""


def is_old(service: Service) -> bool:
    """Whether the check is overdue."""
    return service.is_old


def is_stale(service: Service) -> bool:
    """Whether nobody has looked at it for so long that one should telephone first."""
    return freshness(service) == Freshness.STALE


def yes_no(value: bool | None) -> str:
    """Yes, no, or nothing when it is not known."""
    return {True: _("ja"), False: _("nein"), None: ""}[value]


def website(service: Service) -> str:
    """The address of its own pages, when a browser may open it."""
    return web_address(service.website)


def web_address(text: str) -> str:
    """An address a browser may open, or nothing; other schemes are never linked."""
    text = text.strip()
    if re.fullmatch(r"https?://[^\s<>\"']+", text):
        return text
    return (
        f"https://{text}" if re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text) else ""
    )


def _shortened(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= _TEASER else first[: _TEASER - 1].rsplit(" ", 1)[0] + " …"
