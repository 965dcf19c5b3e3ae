"""The words in which pages tell what a case holds; plain values in, plain texts out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock, moments
from network.models import Service
from referrals import reasons
from referrals.models import Inquiry, Referral
from referrals.models.inquiry import Binding
from referrals.vocabulary import CostState, Flag, Need, Urgency
from referrals.workflow import State, Step

CODES = {
    code.value: code.label
    for codes in (
        reasons.Decline,
        reasons.Withdraw,
        reasons.Fail,
        reasons.Close,
        reasons.Expiry,
        reasons.Outcome,
    )
    for code in codes
}

EVENTS: dict[str, tuple[str, str | Promise]] = {
    Step.SEND: ("arrow", gettext_lazy("Angefragt")),
    Step.CLAIM: ("eye", gettext_lazy("Übernommen")),
    Step.ASK: ("question", gettext_lazy("Rückfrage gestellt")),
    Step.ANSWER: ("pen", gettext_lazy("Rückfrage beantwortet")),
    Step.TAKE_BACK: ("phone", gettext_lazy("Rückfrage telefonisch geklärt")),
    Step.WAITLIST: ("hourglass", gettext_lazy("Auf die Warteliste gesetzt")),
    Step.NEWS: ("hourglass", gettext_lazy("Neuer Stand zur Warteliste")),
    Step.OFFER: ("hand", gettext_lazy("Platz angeboten")),
    Step.EXTEND: ("calendar", gettext_lazy("Angebot verlängert")),
    Step.RETRACT: ("cross", gettext_lazy("Angebot zurückgenommen")),
    Step.INTRODUCE: ("people", gettext_lazy("Kennenlernen vereinbart, Name und Kontakt sichtbar")),
    Step.CONFIRM: ("done", gettext_lazy("Zugesagt, Name und Kontakt sichtbar")),
    Step.SCHEDULE: ("calendar", gettext_lazy("Erster Termin eingetragen")),
    Step.RESCHEDULE: ("calendar", gettext_lazy("Termin verschoben")),
    Step.CANCEL: ("stop", gettext_lazy("Termin abgesagt")),
    Step.MISS: ("history", gettext_lazy("Termin nicht wahrgenommen")),
    Step.ATTEMPT: ("phone", gettext_lazy("Kontaktversuch")),
    Step.CONTACT: ("flag", gettext_lazy("Erster Kontakt, angekommen")),
    Step.COMPLETE: ("tick", gettext_lazy("Abgeschlossen")),
    Step.DECLINE: ("stop", gettext_lazy("Abgesagt")),
    Step.AMEND: ("pen", gettext_lazy("Angaben geändert")),
    Step.REASSIGN: ("swap", gettext_lazy("Neu zugewiesen")),
    Step.WITHDRAW: ("cross", gettext_lazy("Nicht mehr erforderlich")),
    Step.EXPIRE: ("history", gettext_lazy("Ohne Antwort abgelaufen")),
    Step.FAIL: ("cross", gettext_lazy("Nicht zustande gekommen")),
    Step.REOPEN: ("arrow", gettext_lazy("Erneut angefragt")),
    Step.REVIVE: ("question", gettext_lazy("Nachgefragt, ob noch benötigt")),
    Step.UNDO_CONTACT: ("history", gettext_lazy("Ersten Kontakt zurückgenommen")),
    Step.MARK_ERROR: ("stop", gettext_lazy("Als irrtümlich gekennzeichnet")),
    Step.SUPERSEDE: ("swap", gettext_lazy("Anderweitig versorgt")),
    Step.CLOSE_SERVICE: ("stop", gettext_lazy("Angebot eingestellt")),
    Step.END_CASE: ("cross", gettext_lazy("Nicht mehr erforderlich")),
}


def kind_of_help(code: str) -> str:
    """The type of service that is looked for."""
    return str(dict(Service.Type.choices).get(code, ""))


def needs(codes: Iterable[str]) -> str:
    """The needs in one line."""
    return ", ".join(str(Need(code).label) for code in codes)


def flags(codes: Iterable[str]) -> str:
    """What decides about a place, in one line."""
    return ", ".join(str(Flag(code).label) for code in codes)


def urgency(code: str) -> str:
    """The word for how soon an answer is needed."""
    return str(Urgency(code).label)


def costs(code: str) -> str:
    """How far the cost commitment is; empty when nobody knows."""
    return "" if code == CostState.UNKNOWN else str(CostState(code).label)


def age(band: str) -> str:
    """``40 bis 49 Jahre``."""
    low, _dash, high = band.partition("-")
    if high:
        return _("%(low)s bis %(high)s Jahre") % {"low": low, "high": high}
    return _("ab %(low)s Jahren") % {"low": band.rstrip("+")} if band else ""


def week_of(day: date | None) -> str:
    """The week a day lies in; a stranger never learns the day."""
    if day is None:
        return ""
    monday = day - timedelta(days=day.weekday())
    return _("Woche vom %(day)s") % {"day": f"{monday:%d.%m.%Y}"}


def born(iso: str) -> str:
    """``14.03.1979``."""
    return f"{date.fromisoformat(iso):%d.%m.%Y}" if iso else ""


def day(value: date | None) -> str:
    """``Di 24.11.2026``, or nothing."""
    return moments.day(value) if value else ""


def ago(value: date) -> str:
    """``vor 4 Tagen``, ``gestern``, ``in 3 Tagen``."""
    days = (value - clock.today()).days
    if abs(days) <= 1:
        return moments.nearby(value)
    if days < 0:
        return _("vor %(days)s Tagen") % {"days": -days}
    return _("in %(days)s Tagen") % {"days": days}


def reason(code: str) -> str:
    """The words of a coded reason."""
    return str(CODES.get(code, ""))


def named(inquiry: Inquiry) -> str:
    """Who helps, and who stands in."""
    deputy = _("Vertretung %(name)s") % {"name": inquiry.deputy_name}
    return ", ".join(filter(None, (inquiry.worker_name, deputy if inquiry.deputy_name else "")))


def title_of(referral: Referral) -> str:
    """What is looked for, as the name of the referral."""
    return kind_of_help(referral.service_type) or _("Hilfe offen")


def binding(code: str) -> str:
    """How firm an offer is."""
    return str(Binding(code).label) if code else ""


def state_for_receiver(inquiry: Inquiry) -> str:
    """The word the asked service reads where it differs from the sender's."""
    if inquiry.state == State.WITHDRAWN:
        return _("nicht mehr erforderlich")
    return str(State(inquiry.state).label)
