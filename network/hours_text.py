"""Openings in words: until when, and when again."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core import clock, moments
from network.opening import Opening, State


@dataclass(frozen=True)
class NowText:
    """Whether it is open now, in a few words, and when it opens again."""

    open: bool
    known: bool
    words: str
    again: str


def now_text(opening: Opening) -> NowText:
    """The opening in words; an unknown one says to telephone."""
    if opening.always:
        return NowText(True, True, _("rund um die Uhr"), "")
    if opening.state is State.OPEN and opening.until:
        return NowText(True, True, _("offen %(until)s") % {"until": _until(opening.until)}, "")
    again = _again(opening)
    if opening.state is State.UNKNOWN:
        return NowText(False, False, _("Zeiten heute nicht bekannt, bitte anrufen"), again)
    return NowText(False, True, _("jetzt geschlossen"), again)


def _again(opening: Opening) -> str:
    if not opening.opens or not opening.opens_until:
        return ""
    day = moments.nearby(opening.opens) or moments.day_short(opening.opens)
    start, end = _time(opening.opens), _end(opening.opens_until)
    return _("%(day)s %(start)s–%(end)s Uhr") % {"day": day, "start": start, "end": end}


def _until(moment: dt.datetime) -> str:
    """``bis 17:00 Uhr``, ``bis 24:00 Uhr`` or ``bis 8:30 Uhr des folgenden Tages``."""
    days = (moment.date() - clock.today()).days
    if days <= 0:
        return _("bis %(time)s Uhr") % {"time": _time(moment)}
    if days == 1 and (moment.hour, moment.minute) == (0, 0):
        return _("bis 24:00 Uhr")
    if days == 1:
        return _("bis %(time)s Uhr des folgenden Tages") % {"time": _time(moment)}
    return _("bis %(moment)s") % {"moment": moments.moment_short(moment)}


def _end(moment: dt.datetime) -> str:
    """Midnight ends a day as 24:00."""
    return "24:00" if (moment.hour, moment.minute) == (0, 0) else _time(moment)


def _time(moment: dt.datetime) -> str:
    local = clock.local(moment)
    return f"{local.hour}:{local.minute:02d}"
