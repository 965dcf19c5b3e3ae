"""One service as the emergency view shows it."""

import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from network import cards
from network.crisis.rows import Row
from network.crisis.wish import TICKS, admission_is_over
from network.hours_text import NowText, now_text
from network.models import Service
from network.opening import Opening, State

SOON = dt.timedelta(hours=24)


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
    state: State
    responsible: bool
    conditions: list[tuple[str, str]]
    checked: str
    old: bool
    remark: str
    opens: dt.datetime | None
    kind: str

    @property
    def open(self) -> bool:
        """Whether it is certainly open."""
        return self.state is State.OPEN

    def soon(self, at: dt.datetime) -> bool:
        """Whether it is not open, but opens within a day of ``at``."""
        return not self.open and self.opens is not None and self.opens - at <= SOON


def card_of(row: Row, at: dt.datetime, *, responsible: bool, remark: bool) -> CrisisCard:
    """The service of ``row`` at the moment ``at``; internal remarks only when asked for."""
    service, opening, first = row.service, row.opening(at), row.first_number
    return CrisisCard(
        name=service.name,
        url=cards.address_of(service),
        provider=" · ".join(filter(None, [service.provider_name, _where(service)])),
        phone=first["raw"],
        dial=first["dial"],
        call_note=first["note"],
        opening=_words(_now(row, opening)),
        state=opening.state,
        responsible=responsible,
        conditions=_conditions(service, at),
        checked=cards.checked_on(service),
        old=cards.is_old(service),
        remark=service.internal_remark if remark else "",
        opens=opening.opens,
        kind=service.type,
    )


def _now(row: Row, opening: Opening) -> NowText:
    if not row.spans and row.service.hours_text:
        return NowText(False, False, row.service.hours_text, "")
    return now_text(opening)


def _words(now: NowText) -> str:
    """Open until when; else when again; what is not known says so first."""
    if now.open or not now.again:
        return now.words
    return now.again if now.known else f"{now.words}; {now.again}"


def _where(service: Service) -> str:
    return ", ".join(cards.address(service).split("\n")) if service.address_public else ""


def _conditions(service: Service, at: dt.datetime) -> list[tuple[str, str]]:
    """What is known of the ways in, with its sign; then the service's own words."""
    said = [
        ("yes" if getattr(service, name) else "limit", _said(str(label), getattr(service, name)))
        for name, label in (*TICKS.items(), ("barrier_free", _("rollstuhlgerecht")))
        if getattr(service, name) is not None
    ]
    if service.women_only is False:
        said.remove(("limit", _said(str(TICKS["women_only"]), False)))
    if service.barrier_free is None:
        said.append(("unknown", _("rollstuhlgerecht: nicht bekannt")))
    own = filter(None, (part.strip() for part in re.split(r"[;\n]", service.conditions)))
    known = {text for _kind, text in said}
    return [
        *_limits(service, at),
        *said,
        *((_sign(text), text) for text in own if text not in known),
    ]


def _limits(service: Service, at: dt.datetime) -> list[tuple[str, str]]:
    """Age, beds and the last admission come first: they decide at the door."""
    rows = []
    if service.age_from is not None or service.age_to is not None:
        rows.append(("limit", _ages(service)))
    if service.beds is not None:
        rows.append(("yes" if service.beds else "limit", _("Betten: %s") % service.beds))
    if service.last_admission is not None:
        over = admission_is_over(service.last_admission, at)
        text = _("letzte Aufnahme %s Uhr") % service.last_admission.strftime("%H:%M")
        rows.append(("limit" if over else "yes", f"{text}, {_('vorbei')}" if over else text))
    return rows


def _ages(service: Service) -> str:
    if service.age_to is None:
        return _("ab %s Jahren") % service.age_from
    if service.age_from is None:
        return _("bis %s Jahre") % service.age_to
    return _("%(low)s bis %(high)s Jahre") % {"low": service.age_from, "high": service.age_to}


def _sign(text: str) -> str:
    """What widens the door is a yes; everything else limits it."""
    return "yes" if text.lower().startswith(("auch ", "ohne ")) else "limit"


def _said(label: str, value: bool) -> str:
    return label if value else _("%(what)s: nein") % {"what": label}
