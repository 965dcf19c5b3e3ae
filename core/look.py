"""How states and deadlines are shown: always a word, an icon and a tone, never colour alone."""

import datetime as dt
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import clock, moments

Word = str | Promise


class Pill(NamedTuple):
    """The state of a thing; tones are calm, wait, due, primary, ok, guard and loud."""

    word: Word
    icon: str
    tone: str = "calm"


class Due(NamedTuple):
    """A date that somebody owes; tones are later, today, over, none and loud."""

    word: str
    icon: str
    tone: str


PILLS: dict[str, Pill] = {
    # an inquiry
    "draft": Pill(_("Entwurf"), "pen"),
    "requested": Pill(_("angefragt"), "arrow", "wait"),
    "in_review": Pill(_("in Prüfung"), "eye", "wait"),
    "query": Pill(_("Rückfrage"), "question", "due"),
    "waitlisted": Pill(_("Warteliste"), "hourglass", "due"),
    "offered": Pill(_("angeboten"), "hand", "primary"),
    "introduced": Pill(_("Kennenlernen"), "people", "primary"),
    "confirmed": Pill(_("zugesagt"), "done", "ok"),
    "arrived": Pill(_("angekommen"), "flag", "ok"),
    "completed": Pill(_("abgeschlossen"), "tick"),
    "declined": Pill(_("abgelehnt"), "stop"),
    "withdrawn": Pill(_("zurückgezogen"), "cross"),
    "expired": Pill(_("ohne Antwort abgelaufen"), "history"),
    "superseded": Pill(_("anderweitig versorgt"), "swap"),
    "failed": Pill(_("nicht zustande gekommen"), "cross", "due"),
    "entered_in_error": Pill(_("irrtümlich angelegt"), "stop"),
    # the phase of a referral
    "open": Pill(_("offen"), "circle"),
    "searching": Pill(_("in Suche"), "search", "wait"),
    "offer": Pill(_("Angebot liegt vor"), "hand", "primary"),
    "closed": Pill(_("geschlossen"), "tick"),
    "without_contact": Pill(_("ohne Anschluss entlassen"), "warning", "loud"),
    # a conference or a meeting
    "proposed": Pill(_("vorgeschlagen"), "pen"),
    "consent_pending": Pill(_("Einwilligung offen"), "lock", "guard"),
    "closed_no_consent": Pill(_("ohne Einwilligung beendet"), "stop"),
    "scheduling": Pill(_("Terminsuche"), "calendar", "wait"),
    "planned": Pill(_("geplant"), "calendar"),
    "invited": Pill(_("eingeladen"), "mail", "wait"),
    "held": Pill(_("hat stattgefunden"), "people", "ok"),
    "minutes_draft": Pill(_("Protokollentwurf"), "document", "due"),
    "client_review": Pill(_("zum Lesen bei der Person"), "eye", "guard"),
    "minutes_released": Pill(_("Protokoll freigegeben"), "document", "ok"),
    "minutes_approved": Pill(_("Protokoll genehmigt"), "document", "ok"),
    "published": Pill(_("veröffentlicht"), "done", "ok"),
    "follow_up": Pill(_("Maßnahmen laufen"), "list", "wait"),
    "restricted": Pill(_("eingeschränkt"), "lock", "guard"),
    "cancelled": Pill(_("abgesagt"), "stop"),
    "postponed": Pill(_("verschoben"), "history", "due"),
    # a release from secrecy
    "valid": Pill(_("gültig"), "done", "ok"),
    "ends_soon": Pill(_("läuft bald ab"), "clock", "due"),
    "ended": Pill(_("abgelaufen"), "history"),
    "revoked": Pill(_("widerrufen"), "cross"),
    # a service in the directory
    "takes_requests": Pill(_("nimmt Anfragen an"), "done", "ok"),
    "waiting_list": Pill(_("Warteliste"), "hourglass", "due"),
    "full": Pill(_("zurzeit voll"), "stop"),
    "paused": Pill(_("zurzeit geschlossen"), "stop"),
    "open_now": Pill(_("jetzt erreichbar"), "done", "ok"),
    "closed_now": Pill(_("jetzt geschlossen"), "clock"),
    "responsible": Pill(_("hier zuständig"), "pin", "primary"),
    "not_public": Pill(_("nicht öffentlich"), "lock", "guard"),
    "unknown": Pill(_("nicht bekannt"), "question"),
}


def pill(state: str) -> Pill:
    """The word, icon and tone of a state; KeyError when nobody has given it a word."""
    return PILLS[str(state)]


def due(value: dt.date | None) -> Due:
    """A deadline as a badge; a plain date is owed until its end, a moment to the minute."""
    if value is None:
        return Due(gettext("keine Frist"), "circle", "none")
    value = moments.until(value)
    near, time = moments.nearby(value), moments.time_behind(value)
    if _is_over(value):
        word = f"{near or moments.day_short(value)}{time}"
        return Due(gettext("seit %(when)s") % {"when": word}, "bell", "over")
    if moments.days_away(value) == 0:
        return Due(f"{near}{time}", "clock", "today")
    start = f"{near}, " if near else ""
    return Due(f"{start}{moments.day_short(value)}{time}", "calendar", "later")


def _is_over(value: dt.date) -> bool:
    if isinstance(value, dt.datetime):
        return value < clock.now()
    return value < clock.today()
